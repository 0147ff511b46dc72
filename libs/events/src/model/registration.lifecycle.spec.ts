import { readFileSync } from 'node:fs';
import { registrationLifecycle } from './registration.lifecycle.js';

describe('the life of a registration', () => {
  it('gets a place or a number in the queue only after the address is proved', () => {
    expect(registrationLifecycle.next('asked', 'prove', { placing: 'waitlisted' })).toBe('waitlisted');
    expect(() => registrationLifecycle.next('asked', 'check-in', {})).toThrow('events.not-now');
  });

  it('is drawn in the README as the table says', () => {
    expect(readFileSync('libs/events/README.md', 'utf8')).toContain(registrationLifecycle.diagram());
  });
});
