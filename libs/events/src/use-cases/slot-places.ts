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

interface WishedSeats extends SlotSeats {
  registrationId: string;
}

/** Slots of a locked event while places are given one after another: what is given is not free for the next. */
export class FreeSlots {
  private constructor(
    private readonly free: Map<string, number | null>,
    private readonly wished: readonly WishedSeats[],
  ) {}

  static async read(tx: Tx, eventId: string, registrationIds: readonly string[]): Promise<FreeSlots> {
    const rows = await tx.rows<WishedSeats>(
      `select registration_id as "registrationId", slot_id as "slotId", seats from events.registration_slot
        where registration_id = any($1)`,
      [registrationIds],
    );
    const slots = rows.length > 0 ? await slotsOf(tx, eventId) : [];
    return new FreeSlots(new Map(slots.map(({ id, free }) => [id, free])), rows);
  }

  /** Whether everything that somebody wished is still free; true for whoever chose nothing. */
  fit(registrationId: string): boolean {
    return this.of(registrationId).every(({ slotId, seats }) => (this.free.get(slotId) ?? seats) >= seats);
  }

  take(registrationId: string): void {
    for (const { slotId, seats } of this.of(registrationId)) {
      const free = this.free.get(slotId);
      if (typeof free === 'number') this.free.set(slotId, free - seats);
    }
  }

  private of(registrationId: string): WishedSeats[] {
    return this.wished.filter((one) => one.registrationId === registrationId);
  }
}

/** Since somebody chose, the places may be gone. @throws Conflict */
export async function demandSlots(tx: Tx, eventId: string, registrationId: string): Promise<void> {
  const slots = await FreeSlots.read(tx, eventId, [registrationId]);
  if (!slots.fit(registrationId)) throw new Conflict('events.slot-full');
}
