import { readFileSync } from 'node:fs';

/** From package.json: the process runs in its folder. */
export const programVersion = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
