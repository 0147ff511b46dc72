import { isInTime } from '#libs/platform/clock';

export const CALIBRATION_LIMITS = { samples: 2, title: 300, body: 20_000, why: 500, note: 2_000, notes: 50 };

/** From the announcement to the start of the scoring. */
export const CALIBRATING_STATES = ['announced', 'admission'] as const;

export interface CalibrationRound {
  untilAt: Date;
  openedAt: Date;
  closedAt: Date | null;
}

interface Moment {
  now: Date;
  competitionState: string;
}

/** Before the scoring: samples are scored, and the words beside the points may be made clearer. */
export const isBeforeScoring = (state: string): boolean => CALIBRATING_STATES.some((one) => one === state);

/** Null = points may be given, else the code of the reason. */
export function whyCalibrationIsClosed(
  round: CalibrationRound | null,
  { now, competitionState }: Moment,
): string | null {
  if (!round) return 'evaluation.calibration-none';
  if (!isBeforeScoring(competitionState)) return 'evaluation.calibration-over';
  return round.closedAt !== null || !isInTime(now, round.untilAt) ? 'evaluation.calibration-over' : null;
}

export interface PointSpread {
  min: number;
  /** Of an even number of people it may be a half. */
  median: number;
  max: number;
  /** How many people gave each number of points. */
  dots: { points: number; count: number }[];
}

/** How far apart people are on one criterion; null while nobody gave points. */
export function pointSpread(points: readonly number[]): PointSpread | null {
  const sorted = points.toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
  const dots = [...new Set(sorted)].map((one) => ({ points: one, count: sorted.filter((all) => all === one).length }));
  return { min: sorted[0]!, median, max: sorted.at(-1)!, dots };
}
