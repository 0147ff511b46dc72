import { presetRuleSet } from '#libs/terms';
import { finalReportDue, reportsOf } from './report-terms.js';

const rules = { ruleSet: presetRuleSet('1049-2020') as never };

describe('terms of reports', () => {
  it('rule 63: the final report is due by the slot, counted from the end of the project', () => {
    // Ten days after 30.11.2020 is Thursday, 10.12.2020.
    expect(finalReportDue(rules, '2020-11-30')).toBe('2020-12-10');
    expect(finalReportDue({ ruleSet: null as never }, '2020-11-30')).toBeNull();
  });

  it('asks for an interim report before each instalment that waits for one', () => {
    const reports = reportsOf(rules, '2020-11-30', [{ id: 'second', dueOn: '2020-07-01' }]);
    expect(reports.map(({ kind, position, dueOn }) => [kind, position, dueOn])).toEqual([
      ['interim', 1, '2020-07-01'],
      ['final', 2, '2020-12-10'],
    ]);
  });
});
