import { readFileSync } from 'node:fs';
import { applicationLifecycle, isReceiving, type Reception } from './application.lifecycle.js';

const opensAt = new Date('2020-10-05T06:00:00Z');
const closesAt = new Date('2020-11-05T16:00:00Z');
const at = (iso: string, competitionState = 'announced'): Reception => ({
  now: new Date(iso),
  competitionState,
  opensAt,
  closesAt,
});

describe('the life of a proposal', () => {
  it('rule 16: the whole second of the closing is in time', () => {
    expect(isReceiving(at('2020-11-05T16:00:00.999Z'))).toBe(null);
    expect(isReceiving(at('2020-11-05T16:00:01.000Z'))).toBe('applications.closed');
  });

  it('nothing is received before the opening, from a draft, or once the proposals are opened', () => {
    expect(isReceiving(at('2020-10-05T05:59:59.999Z'))).toBe('applications.not-open-yet');
    expect(isReceiving(at('2020-10-20T00:00:00Z', 'draft'))).toBe('applications.not-open-yet');
    expect(isReceiving(at('2020-11-05T16:00:00Z', 'admission'))).toBe('applications.closed');
  });

  it('only a submitted one is withdrawn, and it can be submitted again', () => {
    const now = at('2020-10-20T00:00:00Z');
    expect(applicationLifecycle.next('submitted', 'withdraw', now)).toBe('withdrawn');
    expect(applicationLifecycle.next('withdrawn', 'submit', now)).toBe('submitted');
    expect(() => applicationLifecycle.next('draft', 'withdraw', now)).toThrow('applications.not-now');
  });

  it('is admitted or refused only while the competition is in admission, and then stays so', () => {
    const admission = at('2020-11-10T00:00:00Z', 'admission');
    expect(applicationLifecycle.next('submitted', 'admit', admission)).toBe('admitted');
    expect(applicationLifecycle.next('submitted', 'refuse', admission)).toBe('refused');
    expect(() => applicationLifecycle.next('submitted', 'admit', at('2020-11-10T00:00:00Z', 'scoring'))).toThrow(
      'applications.not-in-admission',
    );
    for (const state of ['draft', 'withdrawn', 'admitted', 'refused'] as const)
      expect(() => applicationLifecycle.next(state, 'admit', admission)).toThrow('applications.not-now');
  });

  it('is drawn in the README as it is', () => {
    expect(readFileSync('libs/applications/README.md', 'utf8')).toContain(applicationLifecycle.diagram());
  });
});
