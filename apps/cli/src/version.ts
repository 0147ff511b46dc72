import { readFileSync } from 'node:fs';

/** Version of the program. Every command runs in the folder of its package.json. */
export function programVersion(): string {
  return (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
}
