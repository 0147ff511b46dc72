import { addDays, addMonths, kyivDay, kyivInstant, kyivTime } from '#libs/platform/clock';
import type { DayOffReason, WorkingDayCalendar } from '#libs/terms';
import type { CompetitionRow } from './competition.js';

/** The dates of a competition that a copy takes along. */
export const COPIED_DATES = [
  'opensAt',
  'closesAt',
  'inquiriesUntil',
  'admissionUntil',
  'scoringFrom',
  'scoringUntil',
  'defenceOn',
  'decisionUntil',
  'projectsFrom',
  'projectsUntil',
] as const;
export type CopiedDate = (typeof COPIED_DATES)[number];
type Dates = Pick<CompetitionRow, CopiedDate>;

export interface MovedDate {
  key: CopiedDate;
  /** Kyiv days. */
  was: string;
  becomes: string;
  /** Why it is not simply the same day later; null when it is. */
  off: DayOffReason | null;
}

/** From the earlier competition to the new one. Projects move with the budget year (rule 25), the rest with the announcement. */
export interface Move {
  announcedOn: string;
  budgetYear: number;
}

type Last = Dates & Pick<CompetitionRow, 'announcedOn' | 'budgetYear'>;

/** The calendar of the earlier competition for the new one; a day off moves to the next working day (rule 4). */
export function nextCalendar(last: Last, move: Move, calendar: WorkingDayCalendar): MovedDate[] {
  return COPIED_DATES.flatMap((key): MovedDate[] => {
    const value = last[key];
    if (value === null) return [];
    const was = dayOf(value);
    // The budget year, not the working week, borders projects.
    if (key === 'projectsFrom' || key === 'projectsUntil')
      return [
        { key, was, becomes: addMonths(was, 12 * (move.budgetYear - (last.budgetYear ?? move.budgetYear))), off: null },
      ];
    const counted = later(was, last.announcedOn ?? was, move.announcedOn);
    return [{ key, was, becomes: calendar.nextWorking(counted), off: calendar.dayOff(counted) }];
  });
}

/** As settings: an instant keeps its time of day. */
export const asSettings = (last: Dates, moved: readonly MovedDate[]): Partial<Dates> =>
  Object.fromEntries(
    moved.map(({ key, becomes }) => {
      const value = last[key];
      return [key, value instanceof Date ? kyivInstant(becomes, kyivTime(value)) : becomes];
    }),
  );

/** «… на 2021 рік» becomes «… на 2022 рік». */
export const nextYearIn = (text: string, last: number | null, next: number): string =>
  last === null ? text : text.replaceAll(String(last), String(next));

/** As far after the new announcement as it was after the earlier one, by the calendar of years first, then by days. */
function later(day: string, announcedThen: string, announcedNow: string): string {
  const months = 12 * (Number(announcedNow.slice(0, 4)) - Number(announcedThen.slice(0, 4)));
  const days = Math.round((Date.parse(announcedNow) - Date.parse(addMonths(announcedThen, months))) / 86_400_000);
  return addDays(addMonths(day, months), days);
}

const dayOf = (value: Date | string): string => (value instanceof Date ? kyivDay(value) : value);
