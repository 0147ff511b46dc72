import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeInstance, SIZES } from './make-instance.mjs';

const run = promisify(execFile);
/** Seconds and megabytes for the total score, see docs/benchmarks.md. */
const TARGETS = { 1_000: { solveS: 0.3 }, 5_000: { solveS: 1.2 }, 10_000: { solveS: 3.5, rssMb: 250 } };

/** The four sizes, each solved by the product and by `highs`, one after the other, in processes of their own. */
export async function assignmentBesideHighs(folder) {
  console.log('\n| instance | objective | ours, s | MB | highs, s | MB | total | min | p5 | without match | |');
  console.log('|---|---|---|---|---|---|---|---|---|---|---|');
  for (const size of SIZES) {
    const file = join(folder, `instance-${size.n}.json`);
    writeFileSync(file, JSON.stringify(makeInstance(size)));
    for (const objective of ['total', 'fair']) {
      const ours = await figures(['test/bench/assignment.mjs', file, '--objective', objective]);
      const highs = await figures(['test/bench/highs.mjs', file, objective]);
      console.log(`| ${row(size, objective, ours, highs).join(' | ')} |`);
    }
  }
}

async function figures(args) {
  const { stdout } = await run(process.execPath, args);
  return JSON.parse(stdout);
}

function row({ n, m, k }, objective, ours, highs) {
  const { total, min, p5, zeroPairs } = ours;
  const misses = objective === 'total' ? missed(TARGETS[n] ?? {}, ours) : [];
  // Of several optima for «fair» each solver may find another one, with another total.
  if (objective === 'total' && total !== highs.total) misses.push(`✗ highs found ${highs.total}`);
  const [own, other] = [ours, highs].map(({ solveS, rssMb }) => [solveS, rssMb]);
  return [`${n} × ${m}, k = ${k}`, objective, ...own, ...other, total, min, p5, zeroPairs, misses.join(' ') || '✓'];
}

const missed = (targets, found) =>
  Object.entries(targets).flatMap(([name, most]) => (found[name] > most ? [`✗ ${name} above ${most}`] : []));
