import fc from 'fast-check';
import { budgetProblems, isNotice, isWithinLimit, type AskedPart } from './change.js';

const codes = (before: number[], after: number[]) => budgetProblems(before, after).map(({ code }) => code);
const budget = (fundedKop: number[]): AskedPart => ({
  ...{ kind: 'budget', reason: 'ціни', before: { fundedKop: [100, 100] } },
  after: { fundedKop },
});

describe('a change of the budget', () => {
  it('rule 61: moves money, and the total never grows', () => {
    expect(codes([100, 100], [90, 110])).toEqual([]);
    expect(codes([100, 100], [100, 101])).toEqual(['contracts.total-moves']);
    expect(codes([100, 100], [100, 100])).toEqual(['contracts.nothing-moved']);
    expect(codes([100, 100], [200])).toEqual(['contracts.budget-lines']);
    expect(codes([100, 100], [-1, 201])).toEqual(['contracts.budget-lines']);
  });

  it('rule 61: inside the limit needs only a notice, above it an amendment', () => {
    expect(isNotice([budget([90, 110])], [100, 100], 10)).toBe(true);
    expect(isNotice([budget([89, 111])], [100, 100], 10)).toBe(false);
    expect(isNotice([budget([90, 110])], [100, 100], null)).toBe(false);
    const time: AskedPart = { kind: 'time', reason: 'погода', before: { text: '' }, after: { text: '' } };
    expect(isNotice([budget([90, 110]), time], [100, 100], 10)).toBe(false);
  });

  it('rule 61: many small moves never become a large one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10_000_00 }), { minLength: 2, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.nat(100_00)), { maxLength: 20 }),
        fc.integer({ min: 0, max: 30 }),
        (first, moves, percent) => {
          let now = first;
          for (const [from, to, kop] of moves) {
            const after = [...now];
            after[from % first.length]! -= kop;
            after[to % first.length]! += kop;
            if (budgetProblems(now, after).length === 0 && isWithinLimit(first, after, percent)) now = after;
          }
          expect(now.reduce((a, b) => a + b, 0)).toBe(first.reduce((a, b) => a + b, 0));
          now.forEach((kop, index) => expect(kop).toBeLessThanOrEqual(first[index]! * (1 + percent / 100)));
        },
      ),
    );
  });
});
