import fc from 'fast-check';
import { allocate, type RatedRequest } from './allocate.js';

const UAH = 100;
const request = (applicationId: string, place: number | null, uah: number): RatedRequest => ({
  applicationId,
  place,
  requestedKop: uah * UAH,
});
const short = (lines: ReturnType<typeof allocate>) =>
  lines.map((line) => [line.applicationId, line.outcome, line.amountKop / UAH, line.restKop / UAH]);

describe('allocation of the pot', () => {
  it('goes down the rating until the pot is spent to the last kopeck', () => {
    const lines = allocate({ potKop: 100 * UAH, capKop: 60 * UAH }, [
      request('b', 2, 40),
      request('a', 1, 60),
      request('c', 3, 10),
      request('low', null, 10),
    ]);
    expect(short(lines)).toEqual([
      ['a', 'funded', 60, 40],
      ['b', 'funded', 40, 0],
      ['c', 'next', 0, 0],
      ['low', 'not-funded', 0, 0],
    ]);
  });

  it('lets nobody overtake: after the first that does not fit come only next ones', () => {
    const lines = allocate({ potKop: 100 * UAH, capKop: 60 * UAH }, [
      request('a', 1, 60),
      request('b', 2, 50),
      request('c', 3, 40),
    ]);
    expect(short(lines)).toEqual([
      ['a', 'funded', 60, 40],
      ['b', 'next', 0, 40],
      ['c', 'next', 0, 40],
    ]);
  });

  it('gives nothing below the passing score, however much is left', () => {
    expect(short(allocate({ potKop: 100 * UAH, capKop: 60 * UAH }, [request('low', null, 10)]))).toEqual([
      ['low', 'not-funded', 0, 100],
    ]);
  });

  const money = fc
    .record({
      potKop: fc.integer({ min: 1, max: 100_000_000 }),
      capShare: fc.double({ min: 0.001, max: 1, noNaN: true }),
    })
    .map(({ potKop, capShare }) => ({ potKop, capKop: Math.max(1, Math.floor(potKop * capShare)) }));
  const rating = fc
    .array(fc.record({ requestedKop: fc.integer({ min: 1, max: 40_000_000 }), isPassed: fc.boolean() }), {
      maxLength: 60,
    })
    .map((rows) => rows.map((row, index) => ({ ...row, applicationId: `p${index}` })))
    .map((rows) => {
      const passed = rows.filter((row) => row.isPassed);
      return rows.map(({ applicationId, requestedKop, isPassed }) => ({
        applicationId,
        requestedKop,
        place: isPassed ? passed.findIndex((row) => row.applicationId === applicationId) + 1 : null,
      }));
    });

  it('never gives more than the pot, the request or the cap (rule 48)', () => {
    fc.assert(
      fc.property(money, rating, (pot, rows) => {
        const lines = allocate(pot, rows);
        const asked = new Map(rows.map((row) => [row.applicationId, row.requestedKop]));
        const sum = lines.reduce((total, line) => total + line.amountKop, 0);
        expect(sum).toBeLessThanOrEqual(pot.potKop);
        expect(lines.at(-1)?.restKop ?? pot.potKop).toBe(pot.potKop - sum);
        for (const line of lines)
          expect(line.amountKop).toBeLessThanOrEqual(Math.min(asked.get(line.applicationId)!, pot.capKop));
      }),
    );
  });

  it('funds no proposal below an unfunded one that passed, and only those that passed', () => {
    fc.assert(
      fc.property(money, rating, (pot, rows) => {
        const lines = allocate(pot, rows);
        const passed = lines.filter((line) => line.place !== null);
        const fundedCount = passed.filter((line) => line.outcome === 'funded').length;
        expect(passed.map((line) => line.outcome)).toEqual(
          passed.map((_, index) => (index < fundedCount ? 'funded' : 'next')),
        );
        expect(lines.filter((line) => line.place === null).every((line) => line.outcome === 'not-funded')).toBe(true);
        expect(lines.every((line) => (line.outcome === 'funded') === line.amountKop > 0)).toBe(true);
      }),
    );
  });

  it('depends on the rating alone, not on the order in which it is given', () => {
    const shuffled = rating.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(money, shuffled, (pot, [rows, mixed]) => {
        const byId = (given: RatedRequest[]) =>
          Object.fromEntries(allocate(pot, given).map((line) => [line.applicationId, line]));
        expect(byId(mixed)).toEqual(byId(rows));
      }),
    );
  });

  it('rule 49: the first that does not fit is offered what is left, where the conditions allow it', () => {
    const rows = [request('a', 1, 60), request('b', 2, 50), request('c', 3, 40)];
    const lines = allocate({ potKop: 100 * UAH, capKop: 60 * UAH, isPartialAllowed: true }, rows);
    expect(short(lines)).toEqual([
      ['a', 'funded', 60, 40],
      ['b', 'funded', 40, 0],
      ['c', 'next', 0, 0],
    ]);
    expect(lines.map(({ isPartial }) => isPartial)).toEqual([false, true, false]);
    expect(allocate({ potKop: 60 * UAH, capKop: 60 * UAH, isPartialAllowed: true }, rows)[1]).toMatchObject({
      ...{ outcome: 'next', amountKop: 0, isPartial: false },
    });
  });

  it('rule 48, rule 49: never above pot, cap or request; at most one gets less, and nobody is overtaken', () => {
    fc.assert(
      fc.property(money, rating, (pot, rows) => {
        const lines = allocate({ ...pot, isPartialAllowed: true }, rows);
        const given = lines.reduce((sum, { amountKop }) => sum + amountKop, 0);
        expect(given).toBeLessThanOrEqual(pot.potKop);
        for (const { applicationId, amountKop, isPartial } of lines) {
          const asked = Math.min(rows.find((row) => row.applicationId === applicationId)!.requestedKop, pot.capKop);
          expect(amountKop).toBeLessThanOrEqual(asked);
          if (amountKop > 0) expect(amountKop < asked).toBe(isPartial);
        }
        expect(lines.filter(({ isPartial }) => isPartial).length).toBeLessThanOrEqual(1);
        const placed = lines.filter(({ place }) => place !== null);
        const firstEmpty = placed.findIndex(({ amountKop }) => amountKop === 0);
        if (firstEmpty >= 0) expect(placed.slice(firstEmpty).every(({ amountKop }) => amountKop === 0)).toBe(true);
      }),
    );
  });
});
