import { readFileSync } from 'node:fs';
import { conclusionLifecycle } from './conclusion.lifecycle.js';
import { findingLifecycle } from './finding.lifecycle.js';

describe('a conclusion', () => {
  const heard = { isHeard: true };

  it('rule 64: is approved by a second person, after the recipient was heard', () => {
    expect(conclusionLifecycle.next('shown', 'approve', heard)).toBe('approved');
    expect(() => conclusionLifecycle.next('shown', 'approve', {})).toThrow('monitoring.recipient-not-heard');
    expect(() => conclusionLifecycle.next('shown', 'approve', { ...heard, isAuthor: true })).toThrow(
      'monitoring.second-person',
    );
  });

  it('rule 65: an objection is answered before the approval, and has its term', () => {
    expect(() => conclusionLifecycle.next('objected', 'approve', heard)).toThrow('monitoring.not-now');
    expect(conclusionLifecycle.next('objected', 'answer', {})).toBe('shown');
    expect(() => conclusionLifecycle.next('shown', 'object', { isTermOver: true })).toThrow(
      'monitoring.objections-over',
    );
  });

  it('rule 65: waits for findings; a finding is left unresolved only after its term', () => {
    expect(() => conclusionLifecycle.next('draft', 'show', { openFindings: 1 })).toThrow('monitoring.finding-open');
    expect(() => findingLifecycle.next('warned', 'leave', {})).toThrow('monitoring.term-runs');
    expect(findingLifecycle.next('warned', 'leave', { isOver: true })).toBe('unresolved');
  });

  it('rule 65: is shown and approved with the money of that day; when it changes, the words are written anew', () => {
    for (const action of ['show', 'approve'] as const)
      expect(() =>
        conclusionLifecycle.next(action === 'show' ? 'draft' : 'shown', action, { ...heard, isStale: true }),
      ).toThrow('monitoring.settlement-changed');
    expect(conclusionLifecycle.next('shown', 'rewrite', { isStale: true })).toBe('draft');
    expect(() => conclusionLifecycle.next('shown', 'rewrite', {})).toThrow('monitoring.already-shown');
  });

  it('is drawn in the README as the tables say', () => {
    const readme = readFileSync('libs/monitoring/README.md', 'utf8');
    expect(readme).toContain(conclusionLifecycle.diagram());
    expect(readme).toContain(findingLifecycle.diagram());
  });
});
