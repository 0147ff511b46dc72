import type { Tx } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import type { EventRow } from '../model/event.js';
import { splitGroup, type SlotSeats } from '../model/split-group.js';
import { slotsOf } from '../queries/slots-of-event.js';

/** At an open day one chooses one slot; of a programme as many sessions as one likes. */
export const isOneSlot = ({ kind }: Pick<EventRow, 'kind'>): boolean => kind === 'open-day' || kind === 'donor-meeting';

export interface WishedSlots {
  slotIds: readonly string[];
  seats: number;
  /** A group that does not fit one slot takes its neighbours too. */
  maySplit: boolean;
}

/**
 * Which slots a guest gets, of a locked event; nothing where there are none.
 * @throws InvalidInput at `slots` when none is chosen, or the group does not fit: then with how it would fit
 */
export async function slotsForGuest(
  tx: Tx,
  event: EventRow,
  { slotIds, seats, maySplit }: WishedSlots,
): Promise<SlotSeats[]> {
  const slots = await slotsOf(tx, event.id);
  if (slots.length === 0) return [];
  const wished = slots.filter(({ id }) => slotIds.includes(id));
  if (wished.length === 0) throw invalidField('slots', 'events.slot-missing');
  if (!isOneSlot(event)) {
    const full = wished.find(({ free }) => free !== null && free < seats);
    if (full) throw invalidField('slots', 'events.session-full', { title: full.title ?? full.host });
    return wished.map(({ id }) => ({ slotId: id, seats }));
  }
  const found = splitGroup(slots, wished[0]!.id, seats);
  if (found === null) throw invalidField('slots', 'events.slot-full');
  if (found.length > 1 && !maySplit)
    throw invalidField('slots', 'events.slot-split', { parts: found.map((one) => one.seats).join(' + ') });
  return found;
}

export async function keepSlots(tx: Tx, registrationId: string, slots: readonly SlotSeats[]): Promise<void> {
  for (const { slotId, seats } of slots)
    await tx.change('insert into events.registration_slot (registration_id, slot_id, seats) values ($1, $2, $3)', [
      ...[registrationId, slotId, seats],
    ]);
}

/** When the address is proved the places may be gone. @throws Conflict */
export async function demandSlots(tx: Tx, eventId: string, registrationId: string): Promise<void> {
  const wished = await tx.rows<SlotSeats>(
    'select slot_id as "slotId", seats from events.registration_slot where registration_id = $1',
    [registrationId],
  );
  if (wished.length === 0) return;
  const slots = await slotsOf(tx, eventId);
  const isGone = ({ slotId, seats }: SlotSeats) => (slots.find(({ id }) => id === slotId)?.free ?? seats) < seats;
  if (wished.some(isGone)) throw new Conflict('events.slot-full');
}
