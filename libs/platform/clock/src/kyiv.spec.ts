import { addMonths, isInTime, kyivDay, kyivInstant, kyivTime, parseDay } from './kyiv.js';

describe('Kyiv civil time', () => {
  it('knows winter and summer time', () => {
    expect(kyivInstant('2020-11-05', '18:00:00').toISOString()).toBe('2020-11-05T16:00:00.000Z');
    expect(kyivInstant('2020-07-05', '18:00').toISOString()).toBe('2020-07-05T15:00:00.000Z');
    expect(kyivDay(new Date('2020-12-31T22:30:00Z'))).toBe('2021-01-01');
    expect(kyivTime(new Date('2020-12-31T22:30:05Z'))).toBe('00:30:05');
  });

  it('takes the earlier instant of the hour that autumn repeats', () => {
    expect(kyivInstant('2020-10-25', '03:30').toISOString()).toBe('2020-10-25T00:30:00.000Z');
  });

  it('reads days as people write them and refuses days that do not exist', () => {
    const typed = ['5.10.2020', '05.10.2020', '2020-10-05', '5.10.20', ' 05/10/2020 р.', '05.10.2020\u00a0року'];
    expect(typed.map(parseDay)).toEqual(typed.map(() => '2020-10-05'));
    expect(['5.10.202', '20-10-05', '5.13.20', '44109', ''].map(parseDay)).toEqual([null, null, null, null, null]);
    expect(parseDay('2020-02-30')).toBeNull();
    expect(parseDay('30.02.2020')).toBeNull();
  });

  it('adds months without inventing days', () => {
    expect(addMonths('2020-08-31', 6)).toBe('2021-02-28');
    expect(addMonths('2020-10-01', -6)).toBe('2020-04-01');
  });

  it('closes the door at the second (rule 16)', () => {
    const closesAt = kyivInstant('2020-11-05', '23:00:00');
    expect(isInTime(new Date(closesAt.getTime() + 999), closesAt)).toBe(true);
    expect(isInTime(new Date(closesAt.getTime() + 1000), closesAt)).toBe(false);
  });
});
