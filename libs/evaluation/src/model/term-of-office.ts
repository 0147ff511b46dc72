import type { CompetitionRow } from '#libs/competitions';
import { addDays, addMonths } from '#libs/platform/clock';

const MONTHS_OF_YEAR = 12;

/**
 * The last Kyiv day of a member whom an order of that day appoints (rule 30); null where the rule set names no term, and
 * for experts, who sit in no commission. After it the power is gone: no vote, no sheet, no declaration.
 */
export function lastDayOf(
  { ruleSet }: Pick<CompetitionRow, 'ruleSet'>,
  { role, actOn }: { role: string; actOn: string },
): string | null {
  const years = ruleSet?.slots?.termYears?.value ?? null;
  if (years === null || role === 'expert') return null;
  return addDays(addMonths(actOn, years * MONTHS_OF_YEAR), -1);
}
