import type { Reader } from '#libs/platform/database';
import type { EventRow } from '../model/event.js';
import { toldOutside, type Turn } from '../model/changes.js';

export const CHANGE_KINDS = ['changed', 'postponed', 'rescheduled', 'cancelled'] as const;

export interface ChangeRow extends Turn {
  number: number;
  kind: (typeof CHANGE_KINDS)[number];
  changedAt: Date;
  reason: string | null;
}

const CHANGES_MAX = 50;

/** What was said before, the newest first; `withSecrets` for those who are told where it is. */
export async function changesOf(reader: Reader, event: EventRow, withSecrets = false): Promise<ChangeRow[]> {
  const rows = await reader.rows<ChangeRow>(
    `select number, kind, changed_at as "changedAt", reason, before, after from events.change
      where event_id = $1 order by number desc limit ${CHANGES_MAX}`,
    [event.id],
  );
  return withSecrets ? rows : rows.map((row) => ({ ...row, ...toldOutside(row, event.locationVisibility) }));
}
