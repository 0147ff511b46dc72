import 'reflect-metadata';
import { readConfig } from '#libs/platform/config';
import { createPortal } from '#libs/platform/http';
import { PortalModule } from './portal.module.js';

const config = readConfig();
const app = await createPortal(PortalModule, config);
await app.listen(config.port, config.host);
// Started by bin/start: no orphan stays when the starter dies.
process.on('disconnect', () => void app.close().finally(() => process.exit(0)));
