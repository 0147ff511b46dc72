import { readFileSync } from 'node:fs';
import { eventLifecycle, type EventSubject } from './event.lifecycle.js';

const NOW = new Date('2020-05-01T09:00:00Z');
const subject = (values: Partial<EventSubject> = {}): EventSubject => ({
  ...{ lacks: 0, startsAt: new Date('2020-05-14T07:00:00Z'), now: NOW },
  ...values,
});

describe('the life of an event', () => {
  it('is published whole and ahead of its day', () => {
    expect(eventLifecycle.next('draft', 'publish', subject())).toBe('published');
    expect(() => eventLifecycle.next('draft', 'publish', subject({ lacks: 1 }))).toThrow('events.not-whole');
    expect(() => eventLifecycle.next('draft', 'publish', subject({ startsAt: NOW }))).toThrow('events.begun');
  });

  it('is held once it has begun, never before, and not when it was cancelled', () => {
    expect(() => eventLifecycle.next('published', 'hold', subject())).toThrow('events.not-begun');
    expect(eventLifecycle.next('published', 'hold', subject({ startsAt: NOW }))).toBe('held');
    expect(() => eventLifecycle.next('cancelled', 'hold', subject({ startsAt: NOW }))).toThrow('events.not-now');
  });

  it('comes back from a postponement to a day that is ahead', () => {
    expect(eventLifecycle.next('postponed', 'reschedule', subject())).toBe('published');
    expect(() => eventLifecycle.next('postponed', 'reschedule', subject({ startsAt: NOW }))).toThrow('events.begun');
  });

  it('is drawn in the README as the table says', () => {
    expect(readFileSync('libs/events/README.md', 'utf8')).toContain(eventLifecycle.diagram());
  });
});
