import { buildIfNeeded } from './install.mjs';

await buildIfNeeded();
