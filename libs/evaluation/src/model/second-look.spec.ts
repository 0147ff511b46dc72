import { kyivInstant } from '#libs/platform/clock';
import { presetRuleSet } from '#libs/terms';
import { causeOf, extraUntil } from './second-look.js';

const sheets = (...sums: number[]) => sums.map((sum) => ({ aim: Math.min(5, sum), results: Math.max(0, sum - 5) }));
const both = { widePoints: 3, nearPoints: 1 };

describe('a second look', () => {
  it.each<[string, number[], string | null]>([
    ['exactly the published difference is no cause', [4, 7], null],
    ['one point more is', [4, 8], 'wide'],
    ['the wide difference is named first', [1, 9], 'wide'],
    ['a mean exactly at the end of the band is near', [9, 9], 'near'],
    ['below the line as above it', [10, 12], 'near'],
    ['a hair outside the band is not', [9, 9, 8], null],
    ['one sheet differs from nothing', [4], null],
    ['nobody scored it', [], null],
  ])('rule 44: %s', (_what, sums, cause) => expect(causeOf(both, sheets(...sums), 10_00)).toBe(cause));

  it('what the conditions do not name is no cause', () => {
    expect(causeOf({ widePoints: null, nearPoints: null }, sheets(0, 10), 5_00)).toBeNull();
    expect(causeOf({ widePoints: 3, nearPoints: null }, sheets(5, 5), 5_00)).toBeNull();
  });

  it('rule 40: an extra sheet has days of its own, to the last second of a Kyiv day', () => {
    const { slots, ...rules } = presetRuleSet('1049-2020');
    const own = {
      extraSheet: { ...slots.extraSheet, value: true },
      nearLinePoints: { ...slots.nearLinePoints, value: 1 },
    };
    const competition = {
      scoringUntil: kyivInstant('2020-11-27', '18:00'),
      ruleSet: { ...rules, slots: { ...slots, ...own } },
    };
    const assignedAt = kyivInstant('2020-11-27', '17:00');
    expect(extraUntil(competition, assignedAt)).toEqual(kyivInstant('2020-12-02', '23:59:59'));
    const early = kyivInstant('2020-11-10', '17:00');
    expect(extraUntil(competition, early)).toEqual(competition.scoringUntil);
  });
});
