// Writes docs/rules.md: every rule, where it is kept and which tests prove it. `npm run -s rules`
import { writeFileSync } from 'node:fs';
import { rulesTable } from './lib/rules.mjs';

const table = rulesTable(process.cwd());
writeFileSync('docs/rules.md', table);
process.stdout.write(table);
