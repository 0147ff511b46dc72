import type { Reader } from '#libs/platform/database';
import type { EventRow } from '../model/event.js';
import { PLACE_FIELDS, SECRET_FIELDS, type Told, type ToldField } from '../model/changes.js';

export const CHANGE_KINDS = ['changed', 'postponed', 'rescheduled', 'cancelled'] as const;

export interface ChangeRow {
  number: number;
  kind: (typeof CHANGE_KINDS)[number];
  changedAt: Date;
  reason: string | null;
  before: Told;
  after: Told;
}

const CHANGES_MAX = 50;

/** What was said before, the newest first; `withSecrets` for those who are told where it is. */
export async function changesOf(reader: Reader, event: EventRow, withSecrets = false): Promise<ChangeRow[]> {
  const rows = await reader.rows<ChangeRow>(
    `select number, kind, changed_at as "changedAt", reason, before, after from events.change
      where event_id = $1 order by number desc limit ${CHANGES_MAX}`,
    [event.id],
  );
  if (withSecrets) return rows;
  const hidden = [...SECRET_FIELDS, ...(event.locationVisibility === 'public' ? [] : PLACE_FIELDS)];
  return rows.map((row) => ({ ...row, before: without(row.before, hidden), after: without(row.after, hidden) }));
}

const without = (told: Told, hidden: readonly ToldField[]): Told =>
  Object.fromEntries(Object.entries(told).filter(([field]) => !hidden.includes(field as ToldField)));
