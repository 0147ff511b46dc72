import fc from 'fast-check';
import { allocate } from '#libs/awards';
import { couldLose, type RatedRequest } from './could-lose.js';

const money = { potKop: 100, capKop: 60 };
const rating: RatedRequest[] = [
  { applicationId: 'a', place: 1, requestedKop: 40 },
  { applicationId: 'b', place: 2, requestedKop: 30 },
  { applicationId: 'c', place: 3, requestedKop: 30 },
  { applicationId: 'd', place: 4, requestedKop: 30 },
  { applicationId: 'e', place: null, requestedKop: 30 },
];
const losers = (applicationId: string, requestedKop = 30) => [
  ...couldLose(money, rating, { applicationId, requestedKop }),
];

describe('whose money a complaint can change', () => {
  it('rule 57: only the places near the line wait, those far above it do not', () => {
    expect(losers('d')).toEqual(['c']);
  });

  it('of one below the passing score, or not admitted, too', () => {
    expect(losers('e')).toEqual(['c']);
    expect(losers('not-admitted', 60)).toEqual(['b', 'c']);
  });

  it('is nobody’s when a winner complains who takes nothing from anybody', () => {
    expect(losers('a', 40)).toEqual([]);
  });

  it('never keeps anybody waiting who would be funded whatever the place of the complainant', () => {
    const requests = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(requests, fc.nat(), fc.integer({ min: 1, max: 400 }), (asked, pick, potKop) => {
        const rows = asked.map((requestedKop, index) => ({
          applicationId: `p${index}`,
          place: index + 1,
          requestedKop,
        }));
        const own = rows[pick % rows.length]!;
        const held = couldLose({ potKop, capKop: 60 }, rows, own);
        const now = allocate({ potKop, capKop: 60 }, rows);
        const funded = now.filter(({ amountKop }) => amountKop > 0).map(({ applicationId }) => applicationId);
        expect([...held].every((id) => id !== own.applicationId && funded.includes(id))).toBe(true);
        if (funded.includes(own.applicationId) && own.place === 1) expect(held.size).toBe(0);
      }),
    );
  });
});
