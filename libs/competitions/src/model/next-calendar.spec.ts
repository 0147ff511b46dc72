import { kyivInstant } from '#libs/platform/clock';
import { ukrainianCalendar } from '#libs/terms';
import { asSettings, nextCalendar, nextYearIn } from './next-calendar.js';

const last = {
  announcedOn: '2020-10-05',
  budgetYear: 2021,
  opensAt: kyivInstant('2020-10-06', '09:00'),
  closesAt: kyivInstant('2020-11-05', '18:00'),
  inquiriesUntil: null,
  admissionUntil: '2020-11-13',
  scoringFrom: kyivInstant('2020-11-16', '09:00'),
  scoringUntil: kyivInstant('2020-11-27', '18:00'),
  defenceOn: null,
  decisionUntil: '2020-12-11',
  projectsFrom: '2021-01-15',
  projectsUntil: '2021-12-10',
};

describe('the calendar of next year', () => {
  it('goes with the year in the title', () => {
    expect(nextYearIn('Конкурс на 2021 рік', 2021, 2022)).toBe('Конкурс на 2022 рік');
    expect(nextYearIn('Конкурс', null, 2022)).toBe('Конкурс');
  });

  it('rule 4: moves by a year, and a day off to the next working day', () => {
    const moved = nextCalendar(last, { announcedOn: '2021-10-05', budgetYear: 2022 }, ukrainianCalendar());
    expect(moved.map(({ key, becomes }) => [key, becomes])).toEqual([
      ['opensAt', '2021-10-06'],
      ['closesAt', '2021-11-05'],
      ['admissionUntil', '2021-11-15'],
      ['scoringFrom', '2021-11-16'],
      ['scoringUntil', '2021-11-29'],
      ['decisionUntil', '2021-12-13'],
      ['projectsFrom', '2022-01-15'],
      ['projectsUntil', '2022-12-10'],
    ]);
    expect(moved[2]).toEqual({
      key: 'admissionUntil',
      was: '2020-11-13',
      becomes: '2021-11-15',
      off: { kind: 'weekend', weekday: 'saturday' },
    });
    expect(asSettings(last, moved)).toMatchObject({ closesAt: kyivInstant('2021-11-05', '18:00') });
  });

  it('rule 25: follows another day of the announcement, and the projects their budget year', () => {
    const moved = nextCalendar(last, { announcedOn: '2021-09-21', budgetYear: 2022 }, ukrainianCalendar());
    expect(moved[1]).toMatchObject({ key: 'closesAt', becomes: '2021-10-22' });
    expect(moved.at(-1)).toMatchObject({ key: 'projectsUntil', becomes: '2022-12-10' });
  });
});
