import { addDays, kyivDay, kyivInstant } from '#libs/platform/clock';
import { clockStart, type ClockStart } from '#libs/notifications';
import { dueAfter, ukrainianCalendar, type DueDate } from '#libs/terms';
import type { Part } from './parts.js';

export const MENDING_STATES = ['open', 'sent', 'checked', 'expired'] as const;
export type MendingState = (typeof MENDING_STATES)[number];

/** A page of the form that is open for mending, and what is wrong there. */
export interface Flaw {
  part: Part;
  what: string;
}

export interface MendingRow {
  applicationId: string;
  state: MendingState;
  flaws: Flaw[];
  workingDays: number;
  /** The submission that was given back, and the one that was sent instead. */
  baseNumber: number;
  sentNumber: number | null;
  returnedAt: Date;
  returnedByName: string;
  warnedAt: Date | null;
  sentAt: Date | null;
  expiredAt: Date | null;
  isMended: boolean | null;
  checkNote: string;
  checkedAt: Date | null;
  checkedByName: string | null;
}

/** When the term ends, counted from when the organisation was told; null while it was not: nothing runs then. */
export interface MendingTerm {
  start: ClockStart;
  due: DueDate | null;
  /** The first instant after the last day. */
  endsAt: Date | null;
}

export const FLAW_LENGTH_MAX = 1_000;
/** The template of the notice that starts the clock. */
export const MENDING_NOTICE = 'applications.givenBack';

/** rules 4, 38: working days from the day after the notice; an undelivered letter starts nothing. */
export function mendingTerm(workingDays: number, start: ClockStart): MendingTerm {
  if (!start.runs) return { start, due: null, endsAt: null };
  const due = dueAfter({ count: workingDays, unit: 'working-days' }, kyivDay(start.from), ukrainianCalendar());
  return { start, due, endsAt: kyivInstant(addDays(due.dueOn, 1)) };
}

/** The day before the last one: then both sides are warned. */
export const warningAt = ({ due }: MendingTerm): Date | null => (due ? kyivInstant(addDays(due.dueOn, -1)) : null);

/** Nobody was told yet. */
export const NOT_TOLD: ClockStart = clockStart({ letters: [], toldAt: null });

export const MENDING_COLUMNS = `
  m.application_id as "applicationId", m.state, m.flaws, m.working_days as "workingDays", m.base_number as "baseNumber",
  m.sent_number as "sentNumber", m.returned_at as "returnedAt", r.full_name as "returnedByName", m.warned_at as "warnedAt",
  m.sent_at as "sentAt", m.expired_at as "expiredAt", m.is_mended as "isMended", m.check_note as "checkNote",
  m.checked_at as "checkedAt", k.full_name as "checkedByName"`;

export const MENDING_FROM = `
  from applications.mending m
  join identity.v_person r on r.id = m.returned_by
  left join identity.v_person k on k.id = m.checked_by`;
