import { slotOf, type CompetitionRow } from '#libs/competitions';
import { dueAfter, ukrainianCalendar, type DueDate, type SlotKey } from '#libs/terms';

type Rules = Pick<CompetitionRow, 'ruleSet'>;

/** Law 393/96-ВР, art. 20: one month, at most 45 days; where the rules were frozen before the slot was, the law stands. */
const LAW_DAYS = { complaintDays: 30, complaintAnswerDays: 30, complaintExtensionDays: 15 } as const;

const due = (rules: Rules, key: keyof typeof LAW_DAYS, from: string): DueDate =>
  dueAfter({ count: slotOf(rules, key) ?? LAW_DAYS[key], unit: 'calendar-days' }, from, ukrainianCalendar());

/** The last day to complain of what was decided that day. */
export const complainUntil = (rules: Rules, decidedOn: string): DueDate => due(rules, 'complaintDays', decidedOn);

/** rule 57: by when a complaint is answered. */
export const answerDue = (rules: Rules, receivedOn: string): DueDate => due(rules, 'complaintAnswerDays', receivedOn);

/** rule 57: the one extension counts from the day the answer was due. */
export const extendedDue = (rules: Rules, dueOn: string): DueDate => due(rules, 'complaintExtensionDays', dueOn);

/** Whether a person has confirmed the term, and by what it stands. */
export function sourceOf({ ruleSet }: Rules, key: SlotKey): { source: string; isConfirmed: boolean } {
  const slot = ruleSet?.slots[key];
  return { source: slot?.source ?? '', isConfirmed: slot?.verified === true };
}
