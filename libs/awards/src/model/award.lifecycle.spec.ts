import { readFileSync } from 'node:fs';
import { awardLifecycle } from './award.lifecycle.js';

const endsAt = new Date('2020-03-27T22:00:00Z');
const before = { endsAt, now: new Date('2020-03-27T21:59:59Z') };
const after = { endsAt, now: endsAt };

describe('the life of an award', () => {
  it('rule 49: less than the request stands with consent in its term, and not after it', () => {
    expect(awardLifecycle.next('offered', 'consent', before)).toBe('stands');
    expect(() => awardLifecycle.next('offered', 'consent', after)).toThrow('awards.offer-over');
  });

  it('rule 49: whoever is silent until the term is over has refused, and never before', () => {
    expect(awardLifecycle.next('offered', 'lapse', after)).toBe('refused');
    expect(() => awardLifecycle.next('offered', 'lapse', before)).toThrow('awards.offer-runs');
    expect(() => awardLifecycle.next('offered', 'lapse', { endsAt: null, now: after.now })).toThrow('offer-runs');
  });

  it('rule 50: a winner refuses while nothing holds the money, and once', () => {
    expect(awardLifecycle.next('stands', 'refuse', { heldBy: null })).toBe('refused');
    expect(() => awardLifecycle.next('stands', 'refuse', { heldBy: 'awards.held' })).toThrow('awards.held');
    expect(() => awardLifecycle.next('refused', 'refuse', {})).toThrow('awards.not-now');
  });

  it('is drawn in the README as the table says', () => {
    expect(readFileSync('libs/awards/README.md', 'utf8')).toContain(awardLifecycle.diagram());
  });
});
