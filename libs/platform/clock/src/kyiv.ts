/** Kyiv civil time: «…On» values are 'YYYY-MM-DD' strings, «…At» values are instants (Date). */
export const KYIV = 'Europe/Kyiv';

const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: KYIV,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function parts(at: Date): Record<string, string> {
  return Object.fromEntries(PARTS.formatToParts(at).map((part) => [part.type, part.value]));
}

/** The Kyiv calendar day of an instant, 'YYYY-MM-DD'. */
export function kyivDay(at: Date): string {
  const p = parts(at);
  return `${p.year}-${p.month}-${p.day}`;
}

/** The Kyiv wall-clock time of an instant, 'HH:MM:SS'. */
export function kyivTime(at: Date): string {
  const p = parts(at);
  return `${p.hour}:${p.minute}:${p.second}`;
}

/**
 * The instant of a Kyiv wall-clock time. In the hour that autumn repeats, the earlier instant is meant;
 * in the hour that spring skips, the time is read with the offset from before the change.
 */
export function kyivInstant(day: string, time = '00:00:00'): Date {
  const wall = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`);
  if (Number.isNaN(wall)) throw new RangeError(`not a day and time: ${day} ${time}`);
  const offsets = [offsetMs(wall - 86_400_000), offsetMs(wall + 86_400_000)];
  const matches = offsets.map((offset) => wall - offset).filter((at) => at + offsetMs(at) === wall);
  return new Date(matches.length > 0 ? Math.min(...matches) : wall - offsets[0]!);
}

function offsetMs(at: number): number {
  const instant = new Date(at);
  return Date.parse(`${kyivDay(instant)}T${kyivTime(instant)}Z`) - Math.floor(at / 1000) * 1000;
}

/** True when 'YYYY-MM-DD' names a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

const DOTTED = /^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?:р\.?|року)?$/u;

/** «05.10.2020», «5.10.20», «05/10/2020 р.» or «2020-10-05» -> '2020-10-05'; null when no such day exists. */
export function parseDay(text: string): string | null {
  const bare = text.replace(/[\s\u200b-\u200d\u2060]/gu, '');
  const [, date, month, year] = DOTTED.exec(bare) ?? [];
  const day = year ? `${year.padStart(4, '20')}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}` : bare;
  return isDay(day) ? day : null;
}

/** Adds calendar days to 'YYYY-MM-DD'. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Adds calendar months; a day that the month lacks becomes its last day (31.08 + 6 -> 28.02).
 */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/**
 * A door closes at one instant: «до 18:00:00 включно». An arrival counts when, cut to the second,
 * it is not later than the closing instant (rule 16).
 */
export function isInTime(arrivedAt: Date, closesAt: Date): boolean {
  return Math.floor(arrivedAt.getTime() / 1000) <= Math.floor(closesAt.getTime() / 1000);
}
