import type { Outcome } from '../model/complaint.js';
import type { Stage } from '../queries/list-complaints.js';

export const STAGE_TONES = {
  open: 'progress',
  overdue: 'danger',
  proposed: 'warning',
  answered: 'success',
  withdrawn: 'closed',
} as const satisfies Record<Stage, string>;

export const OUTCOME_TONES = {
  open: 'progress',
  satisfied: 'success',
  partly: 'info',
  refused: 'closed',
  'not-considered': 'closed',
} as const satisfies Record<Outcome | 'open', string>;
