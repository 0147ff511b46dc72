import type { FieldError } from '#libs/platform/errors';
import { MANUAL_CHECKS, type CheckAnswer, type ManualCheck, type VerdictDraft } from './admission.js';
import { needsReason } from './admission-checks.js';
import type { Check } from './check.js';

type Answers = Record<ManualCheck, CheckAnswer>;

export const isComplete = (answers: Answers): boolean => MANUAL_CHECKS.every((item) => answers[item].passed !== null);

/** Nothing failed or waits for the commission, neither by the system nor by hand; everything was looked at. */
export const isClean = (answers: Answers, checks: readonly Check[]): boolean =>
  MANUAL_CHECKS.every((item) => answers[item].passed === true) && !needsReason(checks);

/** What is missing from the officer's page, each at its field; empty = it may be saved. */
export function verdictProblems(
  { answers, verdict, ground, reason }: VerdictDraft & { answers: Answers },
  checks: readonly Check[],
): FieldError[] {
  // rule 37: each failed item has a reason
  const notes = MANUAL_CHECKS.filter((item) => answers[item].passed === false && answers[item].note === '');
  const problems: FieldError[] = notes.map((item) => ({
    field: `${item}Note`,
    code: 'applications.admission-note',
  }));
  if (verdict === 'refuse' && !ground) problems.push({ field: 'ground', code: 'applications.admission-ground' });
  if (verdict === 'refuse' && !reason) problems.push({ field: 'reason', code: 'applications.admission-reason' });
  if (verdict !== 'admit') return problems;
  if (!isComplete(answers)) problems.push({ field: 'verdict', code: 'applications.admission-check-first' });
  else if (!isClean(answers, checks) && !reason)
    problems.push({ field: 'reason', code: 'applications.admission-explain' });
  return problems;
}
