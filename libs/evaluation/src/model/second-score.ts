import { isInTime } from '#libs/platform/clock';
import type { FieldError } from '#libs/platform/errors';
import type { DefenceSlot } from './defence.js';
import { sheetProblems, whyNotStarted, type EnteredScore, type ScoringWindow, type SheetCriterion } from './sheet.js';

/** The reason of one changed score, in characters. */
export const REVISION_REASON_MAX = 1_000;

/** What a second score of one sheet depends on. */
export interface SecondScore {
  /** The last second; null where the conditions name no second score. */
  until: Date | null;
  isClosed: boolean;
  isSigned: boolean;
  isRevised: boolean;
  /** Of the time at the defence; null where the proposal has none. */
  slot: DefenceSlot['state'] | null;
}

/** rule 43: once, after the defence of the proposal and inside the days of the conditions. Null = it may be amended. */
export function whyNoRevision(
  { until, isClosed, isSigned, isRevised, slot }: SecondScore,
  window: Pick<ScoringWindow, 'now' | 'competitionState'>,
): string | null {
  if (until === null) return 'evaluation.revision-none';
  if (isRevised) return 'evaluation.revision-once';
  if (!isSigned) return 'evaluation.revision-unsigned';
  const stopped = whyNotStarted({ ...window, scoringFrom: null, scoringUntil: null });
  if (stopped) return stopped;
  if (slot === null || slot === 'planned') return 'evaluation.revision-not-heard';
  return isClosed || !isInTime(window.now, until) ? 'evaluation.revision-over' : null;
}

export interface RevisedCriterion extends SheetCriterion {
  /** As first signed. */
  points: number;
}

/** Problems of an amended sheet: whole, inside the scale, something changed, and each change with its reason (rule 42). */
export function revisionProblems(
  criteria: readonly RevisedCriterion[],
  entered: readonly EnteredScore[],
): FieldError[] {
  const outside = sheetProblems(criteria, entered, true);
  if (outside.length > 0) return outside;
  const changed = criteria.filter(({ key, points }) => of(entered, key)?.points !== points);
  if (changed.length === 0) return [{ field: '', code: 'evaluation.revision-same' }];
  return changed.flatMap(({ key, title }): FieldError[] => {
    const reason = of(entered, key)?.comment ?? '';
    const field = `comments[${key}]`;
    if (reason === '') return [{ field, code: 'evaluation.revision-reason', data: { title } }];
    const data = { max: REVISION_REASON_MAX };
    return reason.length > REVISION_REASON_MAX ? [{ field, code: 'platform.too-long', data }] : [];
  });
}

const of = (entered: readonly EnteredScore[], key: string) => entered.find((one) => one.key === key);
