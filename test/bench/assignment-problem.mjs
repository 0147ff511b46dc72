import { FAIR, TOTAL_SCORE } from '../../dist/libs/evaluation/src/model/assignment/problem.js';

export const OBJECTIVES = { total: TOTAL_SCORE, fair: FAIR };

/**
 * @param {{ n: number, m: number, k: number, cap: number, scores: number[][], conflicts: number[][] }} instance
 * @param {keyof typeof OBJECTIVES} objective
 */
export function problemOf({ n, m, k, cap, scores, conflicts }, objective) {
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
    objective: OBJECTIVES[objective],
  };
}

/** The sum of scores, the least and the 5th percentile of the sums of one proposal, pairs without any match. */
export function figuresOf({ scores, needs, loads }, pairs) {
  const sums = new Array(needs.length).fill(0);
  let zeroPairs = 0;
  for (const { proposal, expert } of pairs) {
    const score = scores[proposal * loads.length + expert];
    sums[proposal] += score;
    if (score === 0) zeroPairs += 1;
  }
  const total = sums.reduce((sum, one) => sum + one, 0);
  const sorted = sums.toSorted((a, b) => a - b);
  return { total, min: sorted[0], p5: sorted[Math.floor(sums.length * 0.05)], zeroPairs };
}

export const secondsSince = (startedAt) => Math.round(performance.now() - startedAt) / 1000;
export const peakRssMb = () => Math.round(process.resourceUsage().maxRSS / 1024);
