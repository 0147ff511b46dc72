import fc from 'fast-check';
import highsLoader from 'highs';
import { assign, ExpertsShort } from './assign.js';
import { violations } from './certificate.js';
import { costOf, FAIR, FAIR_AND_EVEN, limitFor, TOTAL_SCORE, type AssignmentProblem, type Pair } from './problem.js';

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
function instance(n: number, m: number, k: number, seed: number, objective = FAIR_AND_EVEN): AssignmentProblem {
  const random = seeded(seed);
  const score = () =>
    random(100) < 5 ? -1 : random(10) < 3 ? Math.min(100, random(61) + (random(100) < 8 ? 40 : 0)) : 0;
  return {
    needs: Array.from({ length: n }, () => k),
    loads: Array.from({ length: m }, () => 0),
    limits: Array.from({ length: m }, () => limitFor(n * k, m)),
    scores: Array.from({ length: n * m }, score),
    objective,
  };
}

const even = (n: number, m: number, k: number): AssignmentProblem => ({
  needs: Array.from({ length: n }, () => k),
  loads: Array.from({ length: m }, () => 0),
  limits: Array.from({ length: m }, () => limitFor(n * k, m)),
  scores: new Int8Array(n * m),
  objective: FAIR_AND_EVEN,
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
    [...Array(problem.limits[e]! - problem.loads[e]!).keys()].map((unit) => [e, problem.loads[e]! + unit + 1] as const),
  );
  const sum = (terms: string[]) => terms.join(' + ');
  return [
    'Minimize',
    ` cost: ${sum([
      ...pairs.map(([p, e]) => `${problem.objective.pair[problem.scores[p * m + e]!]} x_${p}_${e}`),
      ...loads.map(([e, load]) => `${problem.objective.loadStep * load} y_${e}_${load}`),
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

function checkHard(problem: AssignmentProblem, pairs: Pair[]): void {
  const m = problem.loads.length;
  const seen = new Set(pairs.map(({ proposal, expert }) => `${proposal} ${expert}`));
  expect(seen.size).toBe(pairs.length);
  expect(pairs.filter(({ proposal, expert }) => problem.scores[proposal * m + expert]! < 0)).toEqual([]);
  const got = Array.from(problem.needs, (_, one) => pairs.filter(({ proposal }) => proposal === one).length);
  expect(got).toEqual(Array.from(problem.needs));
  const loads = Array.from(problem.loads, (had, one) => had + pairs.filter(({ expert }) => expert === one).length);
  expect(loads.filter((load, one) => load > problem.limits[one]!)).toEqual([]);
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
    const problem = {
      ...{ needs: [1, 1], loads: [0, 0], limits: [1, 1] },
      ...{ scores: [100, 60, 60, 20], objective: FAIR },
    };
    expect(assign(problem).pairs).toEqual([
      { proposal: 0, expert: 1 },
      { proposal: 1, expert: 0 },
    ]);
  });

  it('fills only the places that became free, counting the loads there are', () => {
    const problem = {
      ...{ needs: [0, 1], loads: [2, 1, 3], limits: [3, 3, 3] },
      ...{ scores: [0, 0, 0, 0, -1, 0], objective: FAIR_AND_EVEN },
    };
    expect(assign(problem)).toMatchObject({ pairs: [{ proposal: 1, expert: 0 }], loads: [3, 1, 3] });
  });

  it('says which proposals are short of experts when there is no assignment', () => {
    // Proposals 0 and 1 have only the experts 0 and 1, with room for one proposal each.
    const problem = {
      ...{ needs: [2, 2, 1], loads: [0, 0, 0], limits: [1, 1, 1] },
      ...{ scores: [0, 0, -1, 0, 0, -1, 0, 0, 0], objective: FAIR },
    };
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

describe('the limits of each expert', () => {
  it('are kept by each person', () => {
    const problem = { ...even(6, 4, 2), limits: [1, 2, 6, 6] };
    expect(assign(problem).loads).toEqual([1, 2, 5, 4]);
  });
});

const OBJECTIVES = { total: TOTAL_SCORE, fair: FAIR, even: FAIR_AND_EVEN };

describe('against an independent solver', () => {
  it.each([
    ['even', 12, 6, 3, 1],
    ['even', 30, 8, 3, 2],
    ['even', 25, 10, 2, 3],
    ['fair', 60, 15, 3, 4],
    ['fair', 40, 40, 3, 5],
    ['total', 60, 15, 3, 6],
    ['total', 80, 9, 2, 7],
  ] as const)('%s: %i proposals, %i experts, k = %i, seed %i: the same cost', async (objective, n, m, k, seed) => {
    const problem = instance(n, m, k, seed, OBJECTIVES[objective]);
    const { pairs } = assign(problem);
    checkHard(problem, pairs);
    const highs = await (highsLoader as unknown as () => Promise<{ solve(problem: string): HighsSolution }>)();
    const solution = highs.solve(linearProgramme(problem));
    expect(solution.Status).toBe('Optimal');
    expect(costOf(problem, pairs)).toBe(Math.round(solution.ObjectiveValue));
  });
});

describe('the prices as a certificate', () => {
  const problem = instance(60, 15, 3, 8, FAIR);
  const { pairs, prices } = assign(problem);

  it('prove that nothing costs less', () => {
    expect(violations(problem, pairs, prices)).toBe(0);
  });

  it('prove it for whatever problem, with loads there are', () => {
    const problems = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 3, max: 8 }), fc.nat());
    const objectives = fc.constantFrom(...Object.values(OBJECTIVES));
    fc.assert(
      fc.property(problems, objectives, ([n, m, seed], objective) => {
        const loads = Array.from({ length: m }, (_, one) => (seed + one) % 3);
        const one = { ...instance(n, m, 2, seed, objective), loads, limits: loads.map((load) => load + n) };
        try {
          const found = assign(one);
          expect(violations(one, found.pairs, found.prices)).toBe(0);
        } catch (error) {
          if (!(error instanceof ExpertsShort)) throw error;
        }
      }),
    );
  });

  it('reject an expert quietly put in the place of another', () => {
    const swapped = pairs.map((pair, at) => {
      if (at !== 0) return pair;
      const taken = pairs.filter(({ proposal }) => proposal === pair.proposal).map(({ expert }) => expert);
      const other = [...Array(15).keys()].find(
        (expert) => !taken.includes(expert) && problem.scores[pair.proposal * 15 + expert] === 0,
      )!;
      return { proposal: pair.proposal, expert: other };
    });
    expect(violations(problem, swapped, prices)).toBeGreaterThan(0);
  });

  it('reject a conflict, a missing expert, and one given twice', () => {
    const conflict = Array.from(problem.scores).indexOf(-1);
    const forbidden = { proposal: Math.floor(conflict / 15), expert: conflict % 15 };
    const others = pairs.filter(({ proposal }) => proposal !== forbidden.proposal);
    const own = pairs.filter(({ proposal }) => proposal === forbidden.proposal);
    expect(violations(problem, [...others, ...own.slice(1), forbidden], prices)).toBeGreaterThan(0);
    expect(violations(problem, pairs.slice(1), prices)).toBeGreaterThan(0);
    expect(violations(problem, [...others, own[0]!, own[0]!, own[1]!], prices)).toBeGreaterThan(0);
  });
});
