import type { CompetitionRow } from '#libs/competitions';
import type { SessionListRow } from '#libs/sessions';
import type { Allocation } from './allocation.js';

/** Before the rating there is nothing to allocate. */
export const HAS_RATING: readonly string[] = ['rated', 'decided'];

const ENDED: readonly string[] = ['signed', 'cancelled'];

export const isUnfinished = ({ state }: Pick<SessionListRow, 'state'>): boolean => !ENDED.includes(state);

/** Why no award session can be planned now: a code, or null when nothing is in the way. */
export function whyNoSession(
  competition: Pick<CompetitionRow, 'state'>,
  allocation: Pick<Allocation, 'undecidedCount'>,
  sessions: readonly Pick<SessionListRow, 'state'>[],
): string | null {
  if (competition.state !== 'rated') return 'awards.not-rated';
  // Two agendas must not hold the same proposal.
  if (sessions.some(isUnfinished)) return 'awards.session-unfinished';
  return allocation.undecidedCount === 0 ? 'awards.all-decided' : null;
}
