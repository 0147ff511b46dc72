import fc from 'fast-check';
import { ALLOCATION_WAYS } from '#libs/terms';
import { bestSet } from './best-set.js';
import { laid, type Candidate, type Scenario } from './scenario.js';

const UAH = 100;
const one = (name: string, place: number | null, uah: number, points: number, priority = 'a'): Candidate => ({
  ...{ applicationId: name, place, requestedKop: uah * UAH, pointsHundredths: points * 100 },
  ...{ priority, district: priority },
});
const RATING = [one('p', 1, 60, 18), one('q', 2, 50, 17), one('r', 3, 40, 16, 'b'), one('s', 4, 10, 12, 'b')];
const MONEY = { potKop: 110 * UAH, capKop: 60 * UAH };
const given = (scenario: Scenario, money = MONEY) =>
  laid(scenario, money, RATING)
    .filter(({ amountKop }) => amountKop > 0)
    .map(({ applicationId, amountKop, because }) => `${applicationId} ${amountKop / UAH} ${because}`);

const candidates = fc
  .array(
    fc.record({
      requestedKop: fc.integer({ min: 1, max: 5_000_000 }),
      pointsHundredths: fc.integer({ min: 0, max: 2_000 }),
      isPassed: fc.boolean(),
      priority: fc.constantFrom('a', 'b', 'c'),
      district: fc.constantFrom('x', 'y'),
    }),
    { maxLength: 14 },
  )
  .map((rows) => {
    const sorted = [...rows].sort((a, b) => b.pointsHundredths - a.pointsHundredths);
    let place = 0;
    return sorted.map(({ isPassed, ...row }, index): Candidate => ({
      ...{ ...row, applicationId: `p${index}`, place: isPassed ? (place += 1) : null },
    }));
  });
const money = fc
  .record({ potKop: fc.integer({ min: 1, max: 20_000_000 }), capKop: fc.integer({ min: 1, max: 4_000_000 }) })
  .chain((pot) => fc.boolean().map((isPartialAllowed) => ({ ...pot, isPartialAllowed })));
const scenario = fc.record({
  way: fc.constantFrom(...ALLOCATION_WAYS),
  groupKop: fc.integer({ min: 1, max: 10_000_000 }),
});

describe('scenarios of an award', () => {
  it('rule 48: the strict order, a floor for each priority, a ceiling, and the best set', () => {
    expect(given({ way: 'top-down', groupKop: null })).toEqual(['p 60 place', 'q 50 place']);
    expect(given({ way: 'priority-minimum', groupKop: 40 * UAH })).toEqual(['p 60 floor', 'r 40 floor']);
    expect(given({ way: 'priority-maximum', groupKop: 60 * UAH })).toEqual(['p 60 place', 'r 40 place', 's 10 place']);
    expect(given({ way: 'portfolio', groupKop: null })).toEqual(['p 60 best-set', 'r 40 best-set', 's 10 best-set']);
  });

  it('rule 48: no way gives more than pot, cap or request, nor anything below the passing score', () => {
    fc.assert(
      fc.property(scenario, money, candidates, (of, pot, rows) => {
        const lines = laid(of, pot, rows);
        expect(lines.length).toBe(rows.length);
        expect(lines.reduce((sum, { amountKop }) => sum + amountKop, 0)).toBeLessThanOrEqual(pot.potKop);
        for (const { applicationId, place, amountKop, isPartial } of lines) {
          const asked = Math.min(rows.find((row) => row.applicationId === applicationId)!.requestedKop, pot.capKop);
          expect(amountKop).toBeLessThanOrEqual(asked);
          expect(Number.isSafeInteger(amountKop)).toBe(true);
          if (place === null) expect(amountKop).toBe(0);
          if (amountKop > 0) expect(amountKop < asked).toBe(isPartial);
        }
        expect(lines.filter(({ isPartial }) => isPartial).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('rule 48: a ceiling holds for each group, and within a group nobody overtakes without it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), money, candidates, (groupKop, pot, rows) => {
        const lines = laid({ way: 'priority-maximum', groupKop }, pot, rows);
        for (const group of ['a', 'b', 'c']) {
          const own = new Set(rows.filter(({ priority }) => priority === group).map((row) => row.applicationId));
          const sum = lines
            .filter((line) => own.has(line.applicationId))
            .reduce((kop, line) => kop + line.amountKop, 0);
          expect(sum).toBeLessThanOrEqual(groupKop);
        }
        // Among those whom no ceiling stops, the order of the rating is kept.
        const free = lines.filter(({ place, because }) => place !== null && because !== 'ceiling');
        const firstEmpty = free.findIndex(({ amountKop }) => amountKop === 0);
        if (firstEmpty >= 0) expect(free.slice(firstEmpty).every(({ amountKop }) => amountKop === 0)).toBe(true);
      }),
    );
  });

  it('the best set is as good as any other that fits', () => {
    const item = fc.record({ costKop: fc.integer({ min: 1, max: 1_000 }), value: fc.integer({ min: 1, max: 40 }) });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 }), fc.array(item, { maxLength: 9 }), (potKop, rows) => {
        const items = rows.map(({ costKop, value }) => ({ costKop, value: value * 10 }));
        const worth = (indices: number[]) => indices.reduce((sum, index) => sum + items[index]!.value, 0);
        const cost = (indices: number[]) => indices.reduce((sum, index) => sum + items[index]!.costKop, 0);
        let best = 0;
        for (let mask = 0; mask < 1 << items.length; mask += 1) {
          const set = items.map((_, index) => index).filter((index) => mask & (1 << index));
          if (cost(set) <= potKop) best = Math.max(best, worth(set));
        }
        const found = [...bestSet(potKop, items)];
        expect(cost(found)).toBeLessThanOrEqual(potKop);
        expect(worth(found)).toBe(best);
      }),
    );
  });
});
