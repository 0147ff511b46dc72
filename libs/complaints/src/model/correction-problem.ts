import type { FieldError } from '#libs/platform/errors';
import type { Correction, RatedCase } from './effect.js';

/** What is wrong with a correction; null when the rating can be run with it. */
export function correctionProblem(
  correction: Correction,
  complaint: { applicationId: string; againstId: string | null },
  { proposals, criteria }: RatedCase,
): FieldError | null {
  if (correction.kind === 'exclude')
    return correction.applicationId === complaint.againstId
      ? null
      : { field: 'effect', code: 'complaints.nobody-named' };
  const own = proposals.find(({ applicationId }) => applicationId === complaint.applicationId);
  if (!own?.sheets[correction.sheet]) return { field: 'sheet', code: 'complaints.choose-sheet' };
  const wrong = criteria.find(({ key, maxPoints }) => !isWithin(correction.points[key], maxPoints));
  return wrong
    ? { field: `points[${wrong.key}]`, code: 'complaints.points-outside', data: { max: wrong.maxPoints } }
    : null;
}

const isWithin = (points: number | undefined, max: number): boolean =>
  Number.isInteger(points) && points! >= 0 && points! <= max;
