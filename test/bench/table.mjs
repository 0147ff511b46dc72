import { cpus, loadavg, totalmem } from 'node:os';

const TARGET_RATIO = 1.2;

const number = (value) => value.toFixed(1);
const both = (small, large) => (small === large ? `${small}` : `${small}/${large}`);

/** Prints one line for each page, and then what is above the target. */
export function printTable(rows, left, requests) {
  const [cpu] = cpus();
  const machine = `${cpu.model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  console.log(`\n${machine}; load ${loadavg().map(number).join(' ')}; ${requests} requests for a page in each world\n`);
  console.log('| page | who | status | p50 small, ms | p50 large | p95 large | statements | kB | load | ratio |');
  console.log('|---|---|---|---|---|---|---|---|---|---|');
  for (const row of rows) console.log(line(row));
  const slow = rows.filter(({ ratio }) => ratio > TARGET_RATIO);
  console.log(
    `\n${rows.length - slow.length} of ${rows.length} pages within ${TARGET_RATIO} of the small world. Above:`,
  );
  for (const { path, ratio } of slow.toSorted((a, b) => b.ratio - a.ratio)) console.log(`${ratio.toFixed(2)} ${path}`);
  if (left.length > 0) console.log(`Not measured, their addresses are not known: ${left.join(' ')}`);
}

function line({ path, email, small, large, load, ratio }) {
  const times = [small.p50, large.p50, large.p95].map(number).join(' | ');
  const name = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id');
  const status = both(small.status, large.status);
  const asked = both(small.statements, large.statements);
  const size = both(...[small, large].map(({ bytes }) => Math.round(bytes / 1024)));
  const mark = ratio > TARGET_RATIO ? ' ✗' : '';
  return `| ${name} | ${email?.split('@')[0] ?? 'anybody'} | ${status} | ${times} | ${asked} | ${size} | ${number(load)} | ${ratio.toFixed(2)}${mark} |`;
}
