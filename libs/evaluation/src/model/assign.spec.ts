import fc from 'fast-check';
import highsLoader from 'highs';
import { assign, capacityFor, costOf, ExpertsShort, loadCost, pairCost, type AssignmentProblem } from './assign.js';

/** The part that we look at; the package's own types do not fit its ESM entry. */
interface HighsSolution {
  Status: string;
  ObjectiveValue: number;
}

/** mulberry32: the same instance on every machine. */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Fields of work with a few matches, bids on some of them, and conflicts. */
function instance(n: number, m: number, k: number, seed: number): AssignmentProblem {
  const random = seeded(seed);
  const score = () =>
    random(100) < 5 ? -1 : random(10) < 3 ? Math.min(100, random(61) + (random(100) < 8 ? 40 : 0)) : 0;
  return {
    needs: Array.from({ length: n }, () => k),
    loads: Array.from({ length: m }, () => 0),
    capacity: capacityFor(n * k, m),
    scores: Array.from({ length: n * m }, score),
  };
}

const even = (n: number, m: number, k: number, capacity = capacityFor(n * k, m)): AssignmentProblem => ({
  needs: Array.from({ length: n }, () => k),
  loads: Array.from({ length: m }, () => 0),
  capacity,
  scores: new Int8Array(n * m),
});

/** The same problem as a linear programme: one variable per pair, one per unit of load. */
function linearProgramme(problem: AssignmentProblem): string {
  const m = problem.loads.length;
  const n = problem.needs.length;
  const experts = [...Array(m).keys()];
  const proposals = [...Array(n).keys()];
  const pairs = proposals.flatMap((p) =>
    experts.filter((e) => problem.scores[p * m + e]! >= 0).map((e) => [p, e] as const),
  );
  const loads = experts.flatMap((e) =>
    [...Array(problem.capacity - problem.loads[e]!).keys()].map((unit) => [e, problem.loads[e]! + unit + 1] as const),
  );
  const sum = (terms: string[]) => terms.join(' + ');
  return [
    'Minimize',
    ` cost: ${sum([
      ...pairs.map(([p, e]) => `${pairCost(problem.scores[p * m + e]!)} x_${p}_${e}`),
      ...loads.map(([e, load]) => `${loadCost(load)} y_${e}_${load}`),
    ])}`,
    'Subject To',
    ...proposals.map(
      (p) => ` n${p}: ${sum(pairs.filter(([one]) => one === p).map(([, e]) => `x_${p}_${e}`))} = ${problem.needs[p]}`,
    ),
    ...experts.map((e) => {
      const taken = pairs.filter(([, one]) => one === e).map(([p]) => `x_${p}_${e}`);
      const units = loads.filter(([one]) => one === e).map(([, load]) => ` - y_${e}_${load}`);
      return ` l${e}: ${sum(taken)}${units.join('')} = 0`;
    }),
    'Bounds',
    ...pairs.map(([p, e]) => ` 0 <= x_${p}_${e} <= 1`),
    ...loads.map(([e, load]) => ` 0 <= y_${e}_${load} <= 1`),
    'End',
  ].join('\n');
}

function checkHard(problem: AssignmentProblem, pairs: { proposal: number; expert: number }[]): void {
  const m = problem.loads.length;
  const seen = new Set(pairs.map(({ proposal, expert }) => `${proposal} ${expert}`));
  expect(seen.size).toBe(pairs.length);
  expect(pairs.filter(({ proposal, expert }) => problem.scores[proposal * m + expert]! < 0)).toEqual([]);
  const got = Array.from(problem.needs, (_, one) => pairs.filter(({ proposal }) => proposal === one).length);
  expect(got).toEqual(Array.from(problem.needs));
  const loads = Array.from(problem.loads, (had, one) => had + pairs.filter(({ expert }) => expert === one).length);
  expect(loads.filter((load) => load > problem.capacity)).toEqual([]);
}

describe('assignment of k experts to every proposal', () => {
  it('gives equal loads when nothing tells the experts apart', () => {
    const { loads, pairs } = assign(even(10, 6, 3));
    expect(loads).toEqual([5, 5, 5, 5, 5, 5]);
    checkHard(even(10, 6, 3), pairs);
  });

  it('gives each proposal different experts, none in conflict (rule 32)', () => {
    const problem = { ...even(3, 4, 2), scores: [0, 0, -1, -1, -1, 0, 0, 0, 0, -1, 0, 0] };
    const { pairs } = assign(problem);
    checkHard(problem, pairs);
    expect(pairs.filter(({ proposal }) => proposal === 0)).toEqual([
      { proposal: 0, expert: 0 },
      { proposal: 0, expert: 1 },
    ]);
  });

  it('prefers a fitting expert, and the worst-served proposal first: 60 + 60 over 100 + 20', () => {
    const problem = { needs: [1, 1], loads: [0, 0], capacity: 1, scores: [100, 60, 60, 20] };
    expect(assign(problem).pairs).toEqual([
      { proposal: 0, expert: 1 },
      { proposal: 1, expert: 0 },
    ]);
  });

  it('fills only the places that became free, counting the loads there are', () => {
    const problem = { needs: [0, 1], loads: [2, 1, 3], capacity: 3, scores: [0, 0, 0, 0, -1, 0] };
    expect(assign(problem)).toEqual({ pairs: [{ proposal: 1, expert: 0 }], loads: [3, 1, 3] });
  });

  it('says which proposals are short of experts when there is no assignment', () => {
    // Proposals 0 and 1 have only the experts 0 and 1, with room for one proposal each.
    const problem = { needs: [2, 2, 1], loads: [0, 0, 0], capacity: 1, scores: [0, 0, -1, 0, 0, -1, 0, 0, 0] };
    expect(() => assign(problem)).toThrow(ExpertsShort);
    const error = (() => {
      try {
        return assign(problem);
      } catch (thrown) {
        return thrown as ExpertsShort;
      }
    })();
    expect(error).toMatchObject({
      code: 'evaluation.experts-short',
      bottleneck: { applications: 2, freeExperts: 2, placesShort: 2 },
    });
  });

  it('is the same on every run', () => {
    expect(assign(instance(40, 12, 3, 5))).toEqual(assign(instance(40, 12, 3, 5)));
  });

  it('keeps every hard limit whatever the problem is', () => {
    const problems = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 3 }), fc.nat())
      .map(([n, m, k, seed]) => instance(n, m, Math.min(k, m), seed));
    fc.assert(
      fc.property(problems, (problem) => {
        try {
          checkHard(problem, assign(problem).pairs);
        } catch (error) {
          if (!(error instanceof ExpertsShort)) throw error;
          expect(error.bottleneck.placesShort).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('against an independent solver', () => {
  it.each([
    [12, 6, 3, 1],
    [30, 8, 3, 2],
    [25, 10, 2, 3],
    [60, 15, 3, 4],
    [40, 40, 3, 5],
  ])('%i proposals, %i experts, k = %i, seed %i: the same cost', async (n, m, k, seed) => {
    const problem = instance(n, m, k, seed);
    const { pairs } = assign(problem);
    checkHard(problem, pairs);
    const highs = await (highsLoader as unknown as () => Promise<{ solve(problem: string): HighsSolution }>)();
    const solution = highs.solve(linearProgramme(problem));
    expect(solution.Status).toBe('Optimal');
    expect(costOf(problem, pairs)).toBe(Math.round(solution.ObjectiveValue));
  });
});
