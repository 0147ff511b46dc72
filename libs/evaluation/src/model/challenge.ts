import type { CompetitionRow } from '#libs/competitions';
import { addDays, kyivDay } from '#libs/platform/clock';

/**
 * Until which day an applicant may challenge a member («відвід»): the slot counts calendar days from the closing. A rule
 * set frozen without it leaves the time until the scoring starts.
 */
export function challengeWindow(
  { state, closesAt, ruleSet }: Pick<CompetitionRow, 'state' | 'closesAt' | 'ruleSet'>,
  now: Date,
): { isOpen: boolean; untilOn: string | null } {
  const days = ruleSet?.slots.challengeDays?.value ?? null;
  const untilOn = days !== null && closesAt ? addDays(kyivDay(closesAt), days) : null;
  const isStage = untilOn === null ? state === 'admission' : ['admission', 'scoring'].includes(state);
  return { isOpen: isStage && (untilOn === null || kyivDay(now) <= untilOn), untilOn };
}
