import { dueAfter, dueBefore, type TermUnit } from './due-date.js';
import { explainDueDate } from './due-date-wording.js';
import { ukrainianCalendar } from './working-day-calendar.js';

const calendar = ukrainianCalendar();
const after = (count: number, unit: TermUnit, baseOn: string) => dueAfter({ count, unit }, baseOn, calendar);
const before = (count: number, unit: TermUnit, eventOn: string) => dueBefore({ count, unit }, eventOn, calendar);

describe('the last day of a term (rule 4)', () => {
  it.each<[number, TermUnit, string, string]>([
    [15, 'calendar-days', '2020-10-01', '2020-10-16'],
    [15, 'calendar-days', '2020-10-02', '2020-10-19'],
    [15, 'calendar-days', '2020-09-29', '2020-10-15'],
    [5, 'working-days', '2020-05-08', '2020-05-18'],
    [5, 'working-days', '2020-06-05', '2020-06-15'],
    [7, 'calendar-days', '2020-06-01', '2020-06-09'],
    [10, 'calendar-days', '2020-06-19', '2020-06-30'],
    [14, 'calendar-days', '2020-12-11', '2020-12-28'],
    // rule 67: 35 days after the second quarter
    [35, 'calendar-days', '2020-06-30', '2020-08-04'],
    [1, 'months', '2020-08-31', '2020-09-30'],
    [0, 'calendar-days', '2020-10-01', '2020-10-01'],
    // the Saturday of 11 January was worked instead of Monday the 6th
    [3, 'working-days', '2020-01-08', '2020-01-11'],
  ])('%i %s from %s end on %s', (count, unit, baseOn, dueOn) => {
    expect(after(count, unit, baseOn).dueOn).toBe(dueOn);
  });

  it('counts full days between when something is due before an event', () => {
    expect(before(10, 'working-days', '2020-12-24').dueOn).toBe('2020-12-09');
    expect(before(20, 'working-days', '2020-12-24').dueOn).toBe('2020-11-25');
    expect(before(15, 'calendar-days', '2020-12-24').dueOn).toBe('2020-12-08');
    // 14.06 would be a Sunday: it moves away from the event, never nearer
    expect(before(5, 'working-days', '2020-06-20').dueOn).toBe('2020-06-12');
  });

  it('refuses terms that cannot be', () => {
    expect(() => after(-1, 'calendar-days', '2020-10-01')).toThrow(RangeError);
    expect(() => after(1.5, 'working-days', '2020-10-01')).toThrow(RangeError);
  });
});

describe('the explanation of a due date', () => {
  it('says the plain case plainly', () => {
    const due = after(15, 'calendar-days', '2020-10-01');
    expect(explainDueDate(due, 'uk')).toBe('15 календарних днів від 01.10.2020 → 16.10.2020.');
    expect(explainDueDate(due, 'en')).toBe('15 calendar days from 01.10.2020 → 16.10.2020.');
  });

  it('says why the last day moved', () => {
    expect(explainDueDate(after(15, 'calendar-days', '2020-10-02'), 'uk')).toBe(
      '15 календарних днів від 02.10.2020 → 17.10.2020, субота → 19.10.2020.',
    );
    expect(explainDueDate(after(7, 'calendar-days', '2020-06-01'), 'uk')).toBe(
      '7 календарних днів від 01.06.2020 → 08.06.2020, вихідний: Трійця, перенесено з 07.06.2020 → 09.06.2020.',
    );
  });

  it('names the holidays that were not counted', () => {
    expect(explainDueDate(after(5, 'working-days', '2020-05-08'), 'uk')).toBe(
      '5 робочих днів від 08.05.2020 → 18.05.2020. Не рахуються: 11.05.2020 (вихідний: День перемоги над нацизмом, перенесено з 09.05.2020).',
    );
  });

  it('says so when the holidays of a year are not entered yet', () => {
    expect(explainDueDate(after(5, 'working-days', '2026-12-30'), 'uk')).toBe(
      '5 робочих днів від 30.12.2026 → 06.01.2027. Святкові дні за 2027 рік ще не внесено: враховано лише суботи й неділі.',
    );
  });

  it('speaks of the day before an event', () => {
    expect(explainDueDate(before(10, 'working-days', '2020-12-24'), 'uk')).toBe(
      'не пізніше ніж за 10 робочих днів до 24.12.2020 → 09.12.2020.',
    );
  });
});
