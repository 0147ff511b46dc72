import { readFileSync } from 'node:fs';
import loadHighs from 'highs';
import { figuresOf, peakRssMb, problemOf, secondsSince } from './assignment-problem.mjs';

/*
 * node test/bench/highs.mjs INSTANCE.json total|fair
 * The same instance by the solver `highs`, helped as far as it can be: it gets the 24 best pairs of each proposal as
 * sparse columns, and more of them by exact pricing with its dual values until none is missing.
 */

const FIRST_PAIRS = 24;
const TOLERANCE = 1e-6;

const [file, objective] = process.argv.slice(2);
const highs = await loadHighs();
const startedAt = performance.now();
const problem = problemOf(JSON.parse(readFileSync(file, 'utf8')), objective);
const n = problem.needs.length;
const m = problem.loads.length;
const costAt = (at) => problem.objective.pair[problem.scores[at]];
const columns = bestPairs();
const isIn = new Uint8Array(n * m);
for (const at of columns) isIn[at] = 1;

let solution = solve();
for (let added = price(solution); added > 0; added = price(solution)) solution = solve();
const pairs = columns.flatMap((at, index) =>
  solution.colValue[index] > 0.5 ? [{ proposal: Math.floor(at / m), expert: at % m }] : [],
);
console.log(JSON.stringify({ solveS: secondsSince(startedAt), rssMb: peakRssMb(), ...figuresOf(problem, pairs) }));

/** Places of the cheapest pairs of every proposal. */
function bestPairs() {
  const places = [];
  for (let proposal = 0; proposal < n; proposal += 1) {
    const own = Array.from({ length: m }, (_, expert) => proposal * m + expert).filter((at) => problem.scores[at] >= 0);
    places.push(...own.sort((a, b) => costAt(a) - costAt(b) || a - b).slice(0, FIRST_PAIRS));
  }
  return places;
}

/** A row for each proposal (exactly its need) and for each expert (at most the limit). */
function solve() {
  const model = highs.createModel({
    numCols: columns.length,
    numRows: n + m,
    colCost: Float64Array.from(columns, costAt),
    colLower: new Float64Array(columns.length),
    colUpper: new Float64Array(columns.length).fill(1),
    rowLower: Float64Array.from([...problem.needs, ...new Array(m).fill(0)]),
    rowUpper: Float64Array.from([...problem.needs, ...problem.limits]),
    matrix: {
      ...{ format: 'csc', numRows: n + m, numCols: columns.length },
      starts: Int32Array.from({ length: columns.length + 1 }, (_, index) => 2 * index),
      indices: Int32Array.from(columns.flatMap((at) => [Math.floor(at / m), n + (at % m)])),
      values: new Float64Array(2 * columns.length).fill(1),
    },
  });
  try {
    model.options.set({ output_flag: false });
    model.run();
    return model.getSolution();
  } finally {
    model.dispose();
  }
}

/** Adds every pair that the dual values would rather take. */
function price({ rowDual }) {
  const before = columns.length;
  for (let at = 0; at < isIn.length; at += 1) {
    if (isIn[at] || problem.scores[at] < 0) continue;
    if (costAt(at) - rowDual[Math.floor(at / m)] - rowDual[n + (at % m)] >= -TOLERANCE) continue;
    isIn[at] = 1;
    columns.push(at);
  }
  return columns.length - before;
}
