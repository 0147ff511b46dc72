import { startServices } from './services.mjs';

export default async function globalSetup({ maxWorkers }) {
  globalThis.stopServices = await startServices(maxWorkers);
}
