import { readFileSync } from 'node:fs';
import { sessionLifecycle } from './session.lifecycle.js';

describe('the life of a session', () => {
  it('rule 30: opens with a quorum only', () => {
    const reason = (presentCount: number) =>
      sessionLifecycle
        .available('planned', 'commission-chair', { presentCount, quorumNeeded: 5 })
        .find(({ action }) => action === 'open')!.reason;
    expect([reason(4), reason(5)]).toEqual(['sessions.no-quorum', null]);
  });

  it('closes when nobody in the room owes a vote', () => {
    expect(() => sessionLifecycle.next('open', 'close', { ballotsMissing: 1 })).toThrow('sessions.ballots-missing');
    expect(sessionLifecycle.next('open', 'close', { ballotsMissing: 0 })).toBe('closed');
  });

  it('is called off before it opens, and never after', () => {
    expect(sessionLifecycle.next('planned', 'cancel', {})).toBe('cancelled');
    for (const state of ['open', 'closed', 'signed'] as const)
      expect(() => sessionLifecycle.next(state, 'cancel', {})).toThrow('sessions.not-now');
  });

  it('is drawn in the README as the table says', () => {
    expect(readFileSync('libs/sessions/README.md', 'utf8')).toContain(sessionLifecycle.diagram());
  });
});
