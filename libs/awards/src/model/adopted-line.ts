import type { ProposedLine } from './agenda.js';
import type { AdoptedLine } from './allocation.js';

/**
 * What a vote makes of a proposed line; null when there was no quorum: then the proposal goes to another session.
 * A vote against support frees the money; it goes to nobody and is shown as undistributed.
 */
export function adoptedLine(proposed: ProposedLine, result: 'adopted' | 'rejected' | 'no-quorum'): AdoptedLine | null {
  if (result === 'no-quorum') return null;
  // Below the passing score there is nothing to give, however the vote went (rule 45).
  if (proposed.outcome === 'not-funded')
    return { outcome: 'not-funded', amountKop: 0, reason: 'below-passing', note: '' };
  // Against less money is not against the project: it stays next in the rating (rule 49).
  if (result === 'rejected' && proposed.isPartial) return { outcome: 'next', amountKop: 0, reason: null, note: '' };
  if (result === 'rejected') return { outcome: 'not-funded', amountKop: 0, reason: 'not-supported', note: '' };
  return { outcome: proposed.outcome, amountKop: proposed.amountKop, reason: null, note: '' };
}
