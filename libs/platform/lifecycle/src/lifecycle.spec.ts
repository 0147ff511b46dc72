import { Lifecycle } from './lifecycle.js';

type Door = { locked: boolean };
const steps = [
  {
    action: 'open',
    from: ['shut'],
    to: 'open',
    who: ['guest'],
    guards: [(d: Door) => (d.locked ? 'door.locked' : null)],
  },
  { action: 'shut', from: ['open'], to: 'shut', who: ['guest', 'system'] },
] as const;

describe('lifecycle', () => {
  const door = new Lifecycle<'shut' | 'open', 'open' | 'shut', Door>('door', ['shut', 'open'], steps);

  it('does the step of the table', () => {
    expect(door.next('shut', 'open', { locked: false })).toBe('open');
  });

  it('says why an action is off, with the same words when it is tried', () => {
    expect(door.available('shut', 'guest', { locked: true })).toEqual([{ action: 'open', reason: 'door.locked' }]);
    expect(() => door.next('shut', 'open', { locked: true })).toThrow('door.locked');
    expect(() => door.next('shut', 'shut', { locked: false })).toThrow('door.not-now');
  });

  it('refuses a table with unknown, unreachable or ambiguous steps', () => {
    expect(() => new Lifecycle('bad', ['a', 'b'], [{ action: 'go', from: ['a'], to: 'a', who: [] }])).toThrow(
      'lifecycle bad: unreachable state b',
    );
    expect(
      () => new Lifecycle('bad', ['a'], [...steps.slice(0, 0), { action: 'go', from: ['a'], to: 'c' as 'a', who: [] }]),
    ).toThrow('lifecycle bad: unknown state c');
    const twice = { action: 'go', from: ['a'], to: 'a', who: [] } as const;
    expect(() => new Lifecycle('bad', ['a'], [twice, twice])).toThrow('lifecycle bad: two steps for a go');
  });
});
