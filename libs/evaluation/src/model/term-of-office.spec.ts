import { presetRuleSet } from '#libs/terms';
import { lastDayOf } from './term-of-office.js';

describe('rule 30: the term of office', () => {
  const competition = { ruleSet: presetRuleSet('1049-2020') };

  it('runs from the day of the order for the years of the rule set', () => {
    expect(lastDayOf(competition, { role: 'commission-member', actOn: '2019-03-01' })).toBe('2021-02-28');
    expect(lastDayOf(competition, { role: 'commission-chair', actOn: '2020-02-29' })).toBe('2022-02-27');
  });

  it('binds no expert, and nobody where the rules name none', () => {
    expect(lastDayOf(competition, { role: 'expert', actOn: '2019-03-01' })).toBeNull();
    expect(lastDayOf({ ruleSet: null }, { role: 'commission-member', actOn: '2019-03-01' })).toBeNull();
  });
});
