import { kyivDay, kyivInstant } from '#libs/platform/clock';
import { dueAfter, ukrainianCalendar } from '#libs/terms';

/** After so many working days without a report the organiser is reminded. */
export const CHASE_DAYS = [3, 7] as const;
/** Letters of the morning. */
const HOUR = '09:00';

/** The morning of the n-th working day after the event. */
export const chaseAt = (endsAt: Date, days: number): Date =>
  kyivInstant(dueAfter({ count: days, unit: 'working-days' }, kyivDay(endsAt), ukrainianCalendar()).dueOn, HOUR);
