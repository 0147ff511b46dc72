import { addDays } from '#libs/platform/clock';

/** Kyiv days about which a source says everything, both ends in. */
export interface Period {
  from: string;
  until: string;
}

/**
 * The last day up to which the periods cover everything from the given day on, without a gap; null when they do not
 * cover that very day. What nobody looked at is never clean (rules 8, 10, 12).
 */
export function coveredUntil(periods: readonly Period[], from: string): string | null {
  let until: string | null = null;
  for (const period of [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const next: string = until === null ? from : addDays(until, 1);
    if (period.from > next) break;
    if (period.until >= next) until = period.until;
  }
  return until;
}
