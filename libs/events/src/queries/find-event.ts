import { demand, type Actor } from '#libs/platform/access';
import type { Reader, Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { eventPolicy, type EventDeed } from '../access/event.policy.js';
import type { EventRow } from '../model/event.js';
import { EVENT_COLUMNS } from '../model/event-columns.js';

/** @throws NotFound. Who may see it is the caller's policy. */
export async function eventById(reader: Reader, id: string): Promise<EventRow> {
  const event = await reader.one<EventRow>(`select ${EVENT_COLUMNS} from events.event e where e.id = $1`, [id]);
  if (!event) throw new NotFound();
  return event;
}

/** @throws NotFound for whoever may not see it */
export async function eventFor(
  reader: Reader,
  actor: Actor,
  id: string,
  deed: 'see' | EventDeed = 'see',
): Promise<EventRow> {
  const event = await eventById(reader, id);
  demand(eventPolicy, deed, actor, event);
  return event;
}

/** Locks the event: places, order and acts follow one after another. @throws NotFound, Forbidden */
export async function lockEvent(tx: Tx, id: string, deed: 'see' | EventDeed): Promise<EventRow> {
  const event = await tx.one<EventRow>(
    `select ${EVENT_COLUMNS} from events.event e where e.id = $1 for no key update`,
    [id],
  );
  if (!event) throw new NotFound();
  demand(eventPolicy, deed, tx.actor, event);
  return event;
}
