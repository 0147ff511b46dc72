import type { CompetitionRow } from './competition.js';
import { receptionAt } from './reception.js';

export const STOPPED = ['suspended', 'cancelled', 'not-held'] as const;

/** Where a competition stands, as people say it: the state, with the reception told apart by the calendar. */
export const PHASES = [
  'draft',
  'soon',
  'open',
  'closed',
  'admission',
  'scoring',
  'rated',
  'decided',
  ...STOPPED,
] as const;
export type Phase = (typeof PHASES)[number];

export function phaseAt(competition: Pick<CompetitionRow, 'state' | 'opensAt' | 'closesAt'>, now: Date): Phase {
  return competition.state === 'announced' ? receptionAt(competition, now) : competition.state;
}

/** The tone of a phase in a status tag. */
export const PHASE_TONES = {
  draft: 'neutral',
  soon: 'info',
  open: 'success',
  closed: 'closed',
  admission: 'progress',
  scoring: 'progress',
  rated: 'progress',
  decided: 'closed',
  suspended: 'warning',
  cancelled: 'danger',
  'not-held': 'danger',
} as const satisfies Record<Phase, string>;
