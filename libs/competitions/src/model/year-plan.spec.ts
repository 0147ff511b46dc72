import { kyivInstant } from '#libs/platform/clock';
import { presetRuleSet, ukrainianCalendar } from '#libs/terms';
import { yearPlan } from './year-plan.js';

const dates = {
  announcedOn: '2020-10-05',
  opensAt: kyivInstant('2020-10-06', '09:00'),
  closesAt: kyivInstant('2020-11-05', '18:00'),
  admissionUntil: '2020-11-13',
  scoringFrom: kyivInstant('2020-11-16', '09:00'),
  scoringUntil: kyivInstant('2020-11-27', '18:00'),
  defenceOn: '2020-12-01' as string | null,
  decisionUntil: '2020-12-11',
  projectsFrom: '2021-01-15',
  projectsUntil: '2021-12-10',
  budgetYear: 2021,
  ruleSet: presetRuleSet('1049-2020'),
};
const plan = (change: Partial<typeof dates> = {}) => yearPlan({ ...dates, ...change }, ukrainianCalendar());
const codes = (change: Partial<typeof dates>) => plan(change).warnings.map(({ code }) => code);

describe('the year of a competition', () => {
  it('rule 4: adds up all terms, from the announcement to the conclusion about the report', () => {
    expect(plan().steps.map(({ key, from, until }) => [key, from, until])).toEqual([
      ['announcement', '2020-10-05', '2020-10-05'],
      ['reception', '2020-10-06', '2020-11-05'],
      ['admission', '2020-11-05', '2020-11-13'],
      ['scoring', '2020-11-16', '2020-11-27'],
      ['defence', '2020-12-01', '2020-12-01'],
      ['decision', '2020-11-27', '2020-12-11'],
      ['publication', '2020-12-11', '2020-12-18'],
      ['contract', '2020-12-11', '2021-01-11'],
      ['work', '2021-01-15', '2021-12-10'],
      ['report', '2021-12-10', '2021-12-20'],
      ['conclusion', '2021-12-20', '2021-12-30'],
    ]);
    expect(plan().warnings).toEqual([]);
  });

  it('rule 25: warns when contract, work and report cannot fit before 31 December', () => {
    expect(codes({ projectsUntil: '2021-12-24' })).toEqual(['report-late', 'conclusion-late']);
    expect(codes({ projectsUntil: '2021-12-15' })).toEqual(['conclusion-late']);
    expect(codes({ projectsFrom: '2021-01-04' })).toEqual(['work-before-contract']);
    expect(codes({ decisionUntil: '2021-12-10' })).toEqual(['contract-late', 'work-none']);
    expect(plan({ projectsFrom: '2021-01-04' }).warnings[0]!.data).toEqual({
      untilOn: '2021-01-11',
      lastOn: '2021-12-31',
      fromOn: '2021-01-04',
      endOn: '2021-12-10',
    });
  });

  it('rule 43: shows the defence where it comes, before the scoring or after it', () => {
    const keys = plan({ defenceOn: '2020-11-13' }).steps.map(({ key }) => key);
    expect(keys.slice(2, 5)).toEqual(['admission', 'defence', 'scoring']);
    expect(plan({ defenceOn: null }).steps.map(({ key }) => key)).not.toContain('defence');
  });

  it('shows as much as is filled in', () => {
    const none = {
      opensAt: null,
      closesAt: null,
      admissionUntil: null,
      scoringFrom: null,
      scoringUntil: null,
      defenceOn: null,
    };
    const half = { ...dates, ...none, decisionUntil: null, projectsFrom: null, budgetYear: null };
    const { steps, warnings } = yearPlan(half, ukrainianCalendar());
    expect([steps.map(({ key }) => key), warnings]).toEqual([['announcement', 'report', 'conclusion'], []]);
  });
});
