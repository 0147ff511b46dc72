import { nextReminderAt, reminderDue } from './reminder.js';

const until = new Date('2020-11-27T16:00:00Z');
const at = (iso: string) => new Date(iso);

describe('reminders of scoring', () => {
  it.each([
    ['2020-11-24T15:59:59Z', null, '2020-11-24T16:00:00Z'],
    ['2020-11-24T16:00:00Z', 'three-days', '2020-11-26T16:00:00Z'],
    ['2020-11-26T16:00:00Z', 'one-day', '2020-11-27T16:00:01Z'],
    ['2020-11-27T16:00:00.999Z', 'one-day', '2020-11-27T16:00:01Z'],
    ['2020-11-27T16:00:01Z', 'overdue', null],
  ])('at %s: %s, the next at %s', (now, kind, next) => {
    expect(reminderDue(at(now), until)).toBe(kind);
    expect(nextReminderAt(at(now), until)).toEqual(next && at(next));
  });
});
