import { fileURLToPath } from 'node:url';

/** The folder that holds the libs: `libs/` in the sources, `dist/libs/` when built. */
export const libsRoot = fileURLToPath(new URL('../../../', import.meta.url));
