import type { AnswerState } from './answer.lifecycle.js';
import { isHindered, type BodyRow } from './body.js';
import { isBound, type Consent } from './consent.lifecycle.js';

/** Where a body stands with one measure in one quarter. Refusal, inability and failure are three different things. */
export const STANDINGS = [
  'own',
  'not-bound',
  'hindered',
  'accepted',
  'submitted',
  'returned',
  'awaited',
  'late',
] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Standings {
  consent: Consent;
  isOwn: boolean;
  hindered: BodyRow['hindered'];
  hinderedFrom: string | null;
  hinderedUntil: string | null;
  answerState: AnswerState | null;
}

/** `untilOn`: the last day of the quarter. `answersDueOn`: the last day for answers about it. */
export function standingOf(one: Standings, untilOn: string, answersDueOn: string, today: string): Standing {
  if (one.isOwn) return 'own';
  if (!isBound(one.consent)) return 'not-bound';
  if (one.answerState === 'accepted') return 'accepted';
  if (isHindered(one, untilOn)) return 'hindered';
  if (one.answerState === 'submitted' || one.answerState === 'returned') return one.answerState;
  return today > answersDueOn ? 'late' : 'awaited';
}

/** What is still owed before a due time may be called done. */
export const isOwed = (standing: Standing): boolean =>
  standing === 'submitted' || standing === 'returned' || standing === 'awaited' || standing === 'late';
