import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assign } from '../../dist/libs/evaluation/src/model/assignment/assign.js';
import { violations } from '../../dist/libs/evaluation/src/model/assignment/certificate.js';
import { FAIR, TOTAL_SCORE } from '../../dist/libs/evaluation/src/model/assignment/problem.js';

/*
 * npm run -s bench:assignment -- INSTANCE.json [--objective total|fair] [--out PAIRS.json]
 * Solves one instance and prints one line of JSON: seconds, memory, the sum of scores, the least and the 5th percentile
 * of the sums of one application, pairs without any match, seconds and result of the certificate.
 */

/**
 * @param {{ n: number, m: number, k: number, cap: number, scores: number[][], conflicts: number[][] }} instance
 *   scores of an application: expert, score, expert, score …
 * @param {string} objective
 */
function problemOf({ n, m, k, cap, scores, conflicts }, objective) {
  const dense = new Int8Array(n * m);
  scores.forEach((row, one) => {
    for (let at = 0; at < row.length; at += 2) dense[one * m + row[at]] = row[at + 1];
  });
  conflicts.forEach((row, one) => row.forEach((expert) => (dense[one * m + expert] = -1)));
  return {
    needs: new Int32Array(n).fill(k),
    loads: new Int32Array(m),
    limits: new Int32Array(m).fill(cap),
    scores: dense,
    objective: objective === 'fair' ? FAIR : TOTAL_SCORE,
  };
}

const seconds = (since) => Math.round(performance.now() - since) / 1000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { objective: { type: 'string', default: 'total' }, out: { type: 'string' } },
});
const instance = JSON.parse(readFileSync(positionals[0], 'utf8'));
const startedAt = performance.now();
const problem = problemOf(instance, values.objective);
const { pairs, prices } = assign(problem);
const solveS = seconds(startedAt);
const checkedAt = performance.now();
const wrong = violations(problem, pairs, prices);
const certificateS = seconds(checkedAt);

const sums = new Array(instance.n).fill(0);
const experts = sums.map(() => []);
let zeroPairs = 0;
for (const { proposal, expert } of pairs) {
  const score = problem.scores[proposal * instance.m + expert];
  sums[proposal] += score;
  experts[proposal].push(expert);
  if (score === 0) zeroPairs += 1;
}
const total = sums.reduce((sum, one) => sum + one, 0);
const sorted = sums.toSorted((a, b) => a - b);
const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  JSON.stringify({
    ...{ solveS, rssMb, total, min: sorted[0], p5: sorted[Math.floor(instance.n * 0.05)], zeroPairs },
    ...{ certificateS, violations: wrong },
  }),
);
if (values.out) writeFileSync(values.out, JSON.stringify(experts));
