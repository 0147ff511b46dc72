import { newId, type Tx } from '#libs/platform/database';
import type { EventRow } from '../model/event.js';
import { toldOf, type ToldField } from '../model/changes.js';
import type { ChangeRow } from '../queries/changes-of-event.js';

/** Keeps what everybody had read before. */
export async function noteChange(
  tx: Tx,
  kind: ChangeRow['kind'],
  { before, after, fields }: { before: EventRow; after: EventRow; fields: readonly ToldField[] },
  reason: string | null,
): Promise<{ id: string; number: number }> {
  const told = (event: EventRow) =>
    JSON.stringify({ ...toldOf(event, fields), locationVisibility: event.locationVisibility });
  const row = await tx.one<{ id: string; number: number }>(
    `insert into events.change (id, event_id, number, kind, changed_at, changed_by, reason, before, after)
     select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8 from events.change where event_id = $2
     returning id, number`,
    [...[newId(), after.id, kind, tx.now, tx.actor.personId, reason], ...[told(before), told(after)]],
  );
  return row!;
}
