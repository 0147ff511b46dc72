import { slotOf, type CompetitionRow } from '#libs/competitions';
import { dueAfter, ukrainianCalendar } from '#libs/terms';

type Rules = Pick<CompetitionRow, 'ruleSet'>;

/** Budget Code, art. 117(1)(1): where the rules were frozen before the slot was, the law stands. */
const LAW_WARNING_DAYS = 30;

/** rule 65: the last day that a warning may give; it is not moved, since the law says «at most». */
export function latestFixDay(rules: Rules, warnedOn: string): string {
  const count = Math.min(slotOf(rules, 'warningDays') ?? LAW_WARNING_DAYS, LAW_WARNING_DAYS);
  return dueAfter({ count, unit: 'calendar-days' }, warnedOn, ukrainianCalendar()).countedTo;
}

/** By when the recipient may object; at once where the rules name no term. */
export const objectionsUntil = (rules: Rules, shownOn: string): string =>
  dueAfter({ count: slotOf(rules, 'objectionDays') ?? 0, unit: 'working-days' }, shownOn, ukrainianCalendar()).dueOn;

export const refundDue = (rules: Rules, orderedOn: string): string =>
  dueAfter(
    { count: slotOf(rules, 'refundDays') ?? LAW_WARNING_DAYS, unit: 'calendar-days' },
    orderedOn,
    ukrainianCalendar(),
  ).dueOn;
