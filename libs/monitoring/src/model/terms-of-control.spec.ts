import { presetRuleSet } from '#libs/terms';
import { latestFixDay, objectionsUntil } from './terms-of-control.js';

const rules = { ruleSet: presetRuleSet('1049-2020') as never };

describe('terms of control', () => {
  it('rule 65: a warning gives at most 30 calendar days to fix', () => {
    expect(latestFixDay(rules, '2020-12-01')).toBe('2020-12-31');
    expect(latestFixDay({ ruleSet: null as never }, '2020-12-01')).toBe('2020-12-31');
  });

  it('rule 65: objections have their slot', () => {
    // Five working days after Tuesday, 01.12.2020.
    expect(objectionsUntil(rules, '2020-12-01')).toBe('2020-12-08');
  });
});
