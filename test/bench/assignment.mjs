import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assign } from '../../dist/libs/evaluation/src/model/assignment/assign.js';
import { violations } from '../../dist/libs/evaluation/src/model/assignment/certificate.js';
import { figuresOf, OBJECTIVES, peakRssMb, problemOf, secondsSince } from './assignment-problem.mjs';

/*
 * npm run -s bench:assignment -- INSTANCE.json [--objective total|fair] [--out PAIRS.json]
 * Solves one instance and prints one line of JSON: {solveS, rssMb, total, min, p5, zeroPairs}. PAIRS.json holds the
 * experts of every proposal, in its order. Fails when the prices do not prove the optimum.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { objective: { type: 'string', default: 'total' }, out: { type: 'string' } },
});
if (positionals.length !== 1 || !OBJECTIVES[values.objective]) {
  console.error('npm run -s bench:assignment -- INSTANCE.json [--objective total|fair] [--out PAIRS.json]');
  process.exit(2);
}
const instance = JSON.parse(readFileSync(positionals[0], 'utf8'));
const startedAt = performance.now();
const problem = problemOf(instance, values.objective);
const { pairs, prices } = assign(problem);
const solveS = secondsSince(startedAt);
const rssMb = peakRssMb();

const wrong = violations(problem, pairs, prices);
if (wrong > 0) throw new Error(`the prices do not prove the optimum: ${wrong} places`);
console.log(JSON.stringify({ solveS, rssMb, ...figuresOf(problem, pairs) }));
if (values.out) {
  const experts = Array.from({ length: instance.n }, () => []);
  for (const { proposal, expert } of pairs) experts[proposal].push(expert);
  writeFileSync(values.out, JSON.stringify(experts));
}
