import { nextReminderDay, reminderOn } from './reminder.js';

const DUE = '2020-12-10';

describe('reminders of a report', () => {
  it('rule 63: go before the term and after it, one at a time', () => {
    expect(reminderOn('2020-12-02', DUE)).toBeNull();
    expect(reminderOn('2020-12-03', DUE)).toBe(-7);
    expect(reminderOn('2020-12-10', DUE)).toBe(-1);
    expect(reminderOn('2020-12-11', DUE)).toBe(1);
    expect(reminderOn('2021-02-01', DUE)).toBe(22);
  });

  it('rule 63: the next one is known, until there is none', () => {
    expect(nextReminderDay('2020-12-01', DUE)).toBe('2020-12-03');
    expect(nextReminderDay('2020-12-10', DUE)).toBe('2020-12-11');
    expect(nextReminderDay('2021-01-01', DUE)).toBeNull();
  });
});
