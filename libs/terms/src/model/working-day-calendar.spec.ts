import { holidayTable, ukrainianCalendar, WorkingDayCalendar } from './working-day-calendar.js';

describe('the working days of Ukraine', () => {
  const calendar = ukrainianCalendar();

  it('lists the days off of 2020 that fall on weekdays', () => {
    const days = Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10));
    const free = days.filter((day) => ![undefined, null, 'weekend'].includes(calendar.dayOff(day)?.kind));
    expect(free).toEqual([
      '2020-01-01',
      '2020-01-06',
      '2020-01-07',
      '2020-03-09',
      '2020-04-20',
      '2020-05-01',
      '2020-05-11',
      '2020-06-08',
      '2020-06-29',
      '2020-08-24',
      '2020-10-14',
      '2020-12-25',
    ]);
  });

  it('knows Saturdays worked instead of a weekday', () => {
    expect(calendar.isWorking('2020-01-11')).toBe(true);
    expect(calendar.dayOff('2020-01-06')).toEqual({ kind: 'exchange', worked: '2020-01-11' });
    expect(calendar.isWorking('2020-01-18')).toBe(false);
  });

  it('says where a moved day off came from', () => {
    expect(calendar.dayOff('2021-05-04')).toEqual({ kind: 'holiday', holiday: 'easter', movedFrom: '2021-05-02' });
  });

  it('works on holidays under martial law, and rests again after it', () => {
    expect(calendar.isWorking('2022-03-08')).toBe(false);
    expect(['2022-04-25', '2022-05-09', '2022-06-27'].map((day) => calendar.isWorking(day))).toEqual([
      true,
      true,
      true,
    ]);
    expect(calendar.dayOff('2022-07-02')).toEqual({ kind: 'weekend', weekday: 'saturday' });
    const table = holidayTable();
    table.suspensions[0]!.until = '2022-05-08';
    expect(new WorkingDayCalendar(table).isWorking('2022-05-09')).toBe(false);
  });

  it('says which years it has holidays for', () => {
    expect(['2018-12-31', '2019-01-01', '2026-12-31', '2027-01-01'].map((day) => calendar.knows(day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('finds the nearest working day on either side', () => {
    expect(calendar.nextWorking('2020-12-25')).toBe('2020-12-28');
    expect(calendar.previousWorking('2020-06-08')).toBe('2020-06-05');
    expect(calendar.nextWorking('2020-12-24')).toBe('2020-12-24');
  });

  it('moves a day off only from a weekend', () => {
    const moved = holidayTable().years.flatMap((year) => year.daysOff.filter((day) => day.movedFrom));
    const weekdays = moved.map((day) => new Date(`${day.movedFrom}T00:00:00Z`).getUTCDay());
    expect(weekdays.filter((weekday) => weekday !== 0 && weekday !== 6)).toEqual([]);
    expect(moved).not.toEqual([]);
  });
});
