import { newId, type Tx } from '#libs/platform/database';
import type { EventRow } from '../model/event.js';
import { toldOf, type ToldField } from '../model/changes.js';
import type { ChangeRow } from '../queries/changes-of-event.js';

/** Keeps what everybody had read before. Returns the number of the change. */
export async function noteChange(
  tx: Tx,
  kind: ChangeRow['kind'],
  { before, after, fields }: { before: EventRow; after: EventRow; fields: readonly ToldField[] },
  reason: string | null,
): Promise<number> {
  const row = await tx.one<{ number: number }>(
    `insert into events.change (id, event_id, number, kind, changed_at, changed_by, reason, before, after)
     select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8 from events.change where event_id = $2
     returning number`,
    [
      ...[newId(), after.id, kind, tx.now, tx.actor.personId, reason],
      ...[JSON.stringify(toldOf(before, fields)), JSON.stringify(toldOf(after, fields))],
    ],
  );
  return row!.number;
}
