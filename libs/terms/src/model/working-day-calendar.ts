import { readFileSync } from 'node:fs';
import { addDays } from '#libs/platform/clock';
import { deepFreeze } from './deep-freeze.js';

/** A public holiday, or the day off that it moved to because it fell on a weekend. */
export interface DayOff {
  on: string;
  holiday: string;
  movedFrom?: string;
}

/** A weekday made free by the Cabinet and the Saturday worked instead of it. */
export interface Exchange {
  off: string;
  worked: string;
}

export interface HolidayYear {
  year: number;
  source: string;
  verified: boolean;
  daysOff: DayOff[];
  exchanges: Exchange[];
}

/** A period in which holidays are ordinary days (martial law); `until` is inclusive, null = still lasting. */
export interface Suspension {
  from: string;
  until: string | null;
  act: string;
  note: string;
  source: string;
  verified: boolean;
}

export interface HolidayTable {
  suspensions: Suspension[];
  years: HolidayYear[];
}

export type DayOffReason =
  | { kind: 'weekend'; weekday: 'saturday' | 'sunday' }
  | { kind: 'holiday'; holiday: string; movedFrom?: string }
  | { kind: 'exchange'; worked: string };

/** Which Kyiv days an office works (rule 4). Years without a table know weekends only: see `knows`. */
export class WorkingDayCalendar {
  private readonly holidays = new Map<string, DayOff>();
  private readonly freed = new Map<string, Exchange>();
  private readonly workedSaturdays = new Set<string>();
  private readonly years = new Set<number>();

  constructor(private readonly table: HolidayTable) {
    for (const year of table.years) {
      this.years.add(year.year);
      for (const day of year.daysOff) this.holidays.set(day.on, day);
      for (const exchange of year.exchanges) this.addExchange(exchange);
    }
  }

  /** Why nobody works on this day; null for a working day. */
  dayOff(on: string): DayOffReason | null {
    if (this.workedSaturdays.has(on)) return null;
    const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
    if (weekday === 6 || weekday === 0) return { kind: 'weekend', weekday: weekday === 6 ? 'saturday' : 'sunday' };
    if (this.isSuspended(on)) return null;
    const holiday = this.holidays.get(on);
    if (holiday) return { kind: 'holiday', holiday: holiday.holiday, movedFrom: holiday.movedFrom };
    const exchange = this.freed.get(on);
    return exchange ? { kind: 'exchange', worked: exchange.worked } : null;
  }

  isWorking(on: string): boolean {
    return this.dayOff(on) === null;
  }

  /** The day itself when it is a working one, else the next working day. */
  nextWorking(on: string): string {
    let day = on;
    while (!this.isWorking(day)) day = addDays(day, 1);
    return day;
  }

  /** The day itself when it is a working one, else the working day before it. */
  previousWorking(on: string): string {
    let day = on;
    while (!this.isWorking(day)) day = addDays(day, -1);
    return day;
  }

  /** True when the holidays of the year of this day have been entered. */
  knows(on: string): boolean {
    return this.years.has(Number(on.slice(0, 4)));
  }

  private addExchange(exchange: Exchange): void {
    if (this.isSuspended(exchange.off)) return;
    this.freed.set(exchange.off, exchange);
    this.workedSaturdays.add(exchange.worked);
  }

  private isSuspended(on: string): boolean {
    return this.table.suspensions.some(({ from, until }) => from <= on && (until === null || on <= until));
  }
}

let ukraine: WorkingDayCalendar | undefined;

/** The calendar of Ukraine by data/holidays.json (2019-2026); read once. */
export function ukrainianCalendar(): WorkingDayCalendar {
  ukraine ??= new WorkingDayCalendar(deepFreeze(holidayTable()));
  return ukraine;
}

/** The table as data: sources and «verified» marks included. */
export function holidayTable(): HolidayTable {
  return JSON.parse(readFileSync(new URL('../data/holidays.json', import.meta.url), 'utf8'));
}
