import { absenceProblems, actProblems } from './substitution.js';

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

describe('the act of a substitution', () => {
  it.each(['в. о.', 'В.о.', 'т. в. о.', 'тво', 'в о', 'виконувач обов’язків', '—'])(
    '«%s» alone names no position',
    (position) => {
      expect(actProblems({ actOn: '2026-11-01', fromOn: '2026-11-01', position }, '2026-11-01')).toEqual([
        { field: 'position', code: 'identity.position-bare' },
      ]);
    },
  );

  it.each(['в. о. директора', 'т. в. о. начальника відділу', 'Директор', 'Воєвода', 'виконувач обов’язків голови'])(
    '«%s» names one',
    (position) =>
      expect(actProblems({ actOn: '2026-11-01', fromOn: '2026-11-01', position }, '2026-11-01')).toEqual([]),
  );

  it('is not of tomorrow', () => {
    expect(actProblems({ actOn: '2026-11-02', fromOn: '2026-11-02', position: 'Директор' }, '2026-11-01')).toEqual([
      { field: 'actOn', code: 'identity.act-in-future' },
    ]);
  });

  it('a substitution begins on the day of its act at the earliest', () => {
    const act = { actOn: '2026-11-01', fromOn: '2026-10-30', position: 'Директор' };
    expect(actProblems(act, '2026-11-01')).toEqual([{ field: 'fromOn', code: 'identity.absence-before-act' }]);
  });
});
