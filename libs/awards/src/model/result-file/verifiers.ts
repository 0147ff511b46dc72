import { readFileSync } from 'node:fs';

const read = (name: string): string => readFileSync(new URL(`../../public/${name}`, import.meta.url), 'utf8');

/** The end of the script is for Node.js; a browser needs what stands before. */
const NODE_PART = 'if (globalThis.process';

/** What a stranger takes along to check a result file without us. */
export const VERIFIERS: Record<string, { mediaType: string; content: () => string }> = {
  'verify-result.mjs': { mediaType: 'text/javascript; charset=utf-8', content: () => read('verify-result.mjs') },
  'verify-result.html': { mediaType: 'text/html; charset=utf-8', content: offlinePage },
  'result-file.md': { mediaType: 'text/markdown; charset=utf-8', content: () => read('result-file.md') },
};

/** One file that works from the disk, without a network. */
function offlinePage(): string {
  const script = read('verify-result.mjs');
  const verifier = script.slice(0, script.indexOf(NODE_PART)).replaceAll('export ', '');
  return read('verify-result.html').replace('/* verifier */', () => verifier);
}
