import { addDays, kyivDay, kyivInstant } from '#libs/platform/clock';
import { clockStart, type ClockStart } from '#libs/notifications';
import { dueAfter, ukrainianCalendar, type DueDate } from '#libs/terms';

/** The template of the notice that starts the clock of a partial award. */
export const PARTIAL_NOTICE = 'awards.partial';

/** Until when an organisation may agree to less than it asked for; nothing runs while it was not told. */
export interface OfferTerm {
  start: ClockStart;
  due: DueDate | null;
  /** The first instant after the last day. */
  endsAt: Date | null;
}

/** Nobody was told yet. */
export const NOT_TOLD: ClockStart = clockStart({ letters: [], toldAt: null });

/** rules 4, 49: working days from the day after the notice. */
export function offerTerm(workingDays: number, start: ClockStart): OfferTerm {
  if (!start.runs) return { start, due: null, endsAt: null };
  const due = dueAfter({ count: workingDays, unit: 'working-days' }, kyivDay(start.from), ukrainianCalendar());
  return { start, due, endsAt: kyivInstant(addDays(due.dueOn, 1)) };
}

/** The day before the last one: then the organisation is reminded. */
export const warningAt = ({ due }: OfferTerm): Date | null => (due ? kyivInstant(addDays(due.dueOn, -1)) : null);
