import { presetRuleSet } from '#libs/terms';
import { answerDue, complainUntil, extendedDue, sourceOf } from './complaint-terms.js';

const rules = { ruleSet: presetRuleSet('1049-2020') };

describe('the clock of a complaint', () => {
  it('rule 57: thirty calendar days from the day it came, moved off a day off', () => {
    expect(answerDue(rules, '2020-12-01').dueOn).toBe('2020-12-31');
    expect(answerDue(rules, '2020-12-02').dueOn).toBe('2021-01-04');
  });

  it('rule 57: one extension of fifteen days from the first term', () => {
    expect(extendedDue(rules, '2020-12-31').dueOn).toBe('2021-01-15');
  });

  it('stands by the law where the rules do not know it, and says what nobody has confirmed', () => {
    expect(complainUntil({ ruleSet: null }, '2020-12-01').dueOn).toBe('2020-12-31');
    expect(sourceOf(rules, 'complaintAnswerDays')).toMatchObject({ isConfirmed: false });
    expect(sourceOf(rules, 'complaintAnswerDays').source).toContain('393/96-ВР');
  });
});
