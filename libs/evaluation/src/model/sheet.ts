import { STOPPED } from '#libs/competitions';
import { isInTime } from '#libs/platform/clock';

export const SHEET_STATES = ['draft', 'ready', 'signed', 'annulled'] as const;
export type SheetState = (typeof SHEET_STATES)[number];

export const COMMENT_MAX = 2_000;

/** When the commission scores; the calendar decides at the instant of arrival. */
export interface ScoringWindow {
  now: Date;
  competitionState: string;
  scoringFrom: Date | null;
  scoringUntil: Date | null;
}

/** rule 40: only inside the evaluation window. Null = open, else the code of the reason. */
export function whyScoringIsClosed(window: ScoringWindow): string | null {
  return whyNotStarted(window) ?? (isOver(window) ? 'evaluation.scoring-over' : null);
}

/** Before the first hour, or when the competition is not being scored. */
export function whyNotStarted({ now, competitionState, scoringFrom }: ScoringWindow): string | null {
  if (STOPPED.some((state) => state === competitionState)) return 'evaluation.scoring-stopped';
  if (competitionState !== 'scoring') return 'evaluation.not-scoring';
  return scoringFrom !== null && now < scoringFrom ? 'evaluation.scoring-not-yet' : null;
}

const isOver = ({ now, scoringUntil }: ScoringWindow): boolean => scoringUntil !== null && !isInTime(now, scoringUntil);

export interface SheetCriterion {
  id: string;
  key: string;
  title: string;
  maxPoints: number;
}

export interface EnteredScore {
  key: string;
  /** Null while nothing is chosen. */
  points: number | null;
  comment: string;
}

/** Problems of a sheet at their criteria; only one that is to be ready has to be complete (rule 40). */
export function sheetProblems(
  criteria: readonly SheetCriterion[],
  scores: readonly EnteredScore[],
  isToBeReady: boolean,
): { field: string; code: string; data?: Record<string, unknown> }[] {
  return criteria.flatMap(({ key, title, maxPoints }) => {
    const points = scores.find((score) => score.key === key)?.points ?? null;
    const field = `points[${key}]`;
    if (points === null) return isToBeReady ? [{ field, code: 'evaluation.points-missing', data: { title } }] : [];
    const isInside = Number.isInteger(points) && points >= 0 && points <= maxPoints;
    return isInside ? [] : [{ field, code: 'evaluation.points-range', data: { title, max: maxPoints } }];
  });
}

/** Comments that are longer than one may be, at their fields. */
export const commentProblems = (
  scores: readonly EnteredScore[],
  comment: string,
): { field: string; code: string; data: { max: number } }[] =>
  scores
    .map(({ key, comment: text }) => ({ field: `comments[${key}]`, text }))
    .concat({ field: 'comment', text: comment })
    .filter(({ text }) => text.length > COMMENT_MAX)
    .map(({ field }) => ({ field, code: 'platform.too-long', data: { max: COMMENT_MAX } }));

/** Up to this share of the scale a score is low; the applicant will ask why. */
const LOW_SHARE = 0.4;
/** Shorter than this a comment explains little; counted in characters. */
const EXPLAINING_LENGTH = 40;

/** A low score with hardly a word: it may stand, but its author is reminded before signing. */
export const isUnexplained = ({ points, maxPoints, comment }: { points: number; maxPoints: number; comment: string }) =>
  points <= maxPoints * LOW_SHARE && comment.trim().length < EXPLAINING_LENGTH;
