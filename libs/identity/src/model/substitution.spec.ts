import { absenceProblems } from './substitution.js';

const TODAY = '2026-12-01';
const codes = (fromOn: string, untilOn: string) => absenceProblems({ fromOn, untilOn }, TODAY).map(({ code }) => code);

describe('the days of an absence', () => {
  it.each([
    ['one day, today', '2026-12-01', '2026-12-01', []],
    ['begun last week', '2026-11-24', '2026-12-01', []],
    ['next year', '2027-01-04', '2027-01-15', []],
    ['a whole leap of a year', '2026-12-01', '2027-12-02', []],
    ['from the end', '2026-12-05', '2026-12-04', ['identity.absence-order']],
    ['over since yesterday', '2026-11-20', '2026-11-30', ['identity.absence-over']],
    ['longer than a year', '2026-12-01', '2027-12-03', ['identity.absence-too-long']],
  ])('%s', (_, fromOn, untilOn, problems) => {
    expect(codes(fromOn, untilOn)).toEqual(problems);
  });
});
