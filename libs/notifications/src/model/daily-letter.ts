import { addDays, kyivDay, kyivInstant } from '#libs/platform/clock';

/** The next instant, later than now, at which the Kyiv clock shows this hour. */
export function nextGathering(now: Date, hour: number): Date {
  const time = `${String(hour).padStart(2, '0')}:00:00`;
  const today = kyivInstant(kyivDay(now), time);
  return today > now ? today : kyivInstant(addDays(kyivDay(now), 1), time);
}
