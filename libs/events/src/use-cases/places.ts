import { Injectable } from '@nestjs/common';
import { longDateTime } from '#libs/platform/clock';
import { constraintMeans, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import type { EventRow } from '../model/event.js';
import type { RegistrationRow, RegistrationState } from '../model/registration.js';
import { registrationLifecycle } from '../model/registration.lifecycle.js';
import { freeSeats, offerUntil, placingOf, promotionAt } from '../model/seats.js';
import { positionInQueue, REGISTRATION_COLUMNS, registrationById, takenSeats } from '../queries/find-registration.js';
import { RegistrationLetters, type Letter } from './registration-letters.js';
import { demandSlots, FreeSlots } from './slot-places.js';

// One address comes once, whoever wrote it down.
constraintMeans('uq_registration_email', 'email', 'events.already-registered');

export type Placing = 'pending' | 'confirmed' | 'waitlisted';

/**
 * Gives places, one after another: the caller has locked the event, so nobody is given a place twice and nobody
 * overtakes.
 */
@Injectable()
export class Places {
  constructor(private readonly letters: RegistrationLetters) {}

  /** Where a newcomer stands. @throws Conflict when there is neither a place nor a queue */
  async placing(tx: Tx, event: EventRow, guest: Pick<RegistrationRow, 'seats' | 'isReserved'>): Promise<Placing> {
    const taken = await takenSeats(tx, event.id);
    if (guest.isReserved) {
      if (guest.seats > event.reservedSeats - taken.reserved) throw new Conflict('events.reserve-used');
      return 'confirmed';
    }
    const placing = placingOf(event, taken, guest.seats);
    if (placing === null) throw new Conflict('events.full');
    return placing;
  }

  /** Whose address is proved: to the organiser where they approve, else into a place or the queue. */
  async settleNewcomer(tx: Tx, event: EventRow, one: RegistrationRow): Promise<RegistrationRow> {
    await demandSlots(tx, event.id, one.id);
    const isDecided = one.asMedia || (event.registration === 'approval' && one.channel === 'web');
    const placing = isDecided ? 'pending' : await this.placing(tx, event, one);
    return this.settle(tx, event, one.id, registrationLifecycle.next('asked', 'prove', { placing }) as Placing);
  }

  /** Puts a proved registration into its place or into the queue, and tells so. */
  async settle(tx: Tx, event: EventRow, id: string, state: Placing): Promise<RegistrationRow> {
    await tx.change(
      `update events.registration set state = $2, placed_at = $3,
              seq = coalesce(seq, (select coalesce(max(seq), 0) + 1 from events.registration where event_id = $4))
        where id = $1`,
      [id, state, tx.now, event.id],
    );
    const registration = await registrationById(tx, id);
    const position = await positionInQueue(tx, registration);
    await this.letters.queue(tx, state, event, registration, {
      data: { number: position },
      once: tx.now.toISOString(),
    });
    return registration;
  }

  /** Gives what came free to those who wait, in their order; stops at the first whose group does not fit. */
  async promote(tx: Tx, event: EventRow): Promise<void> {
    const action = event.state === 'published' ? promotionAt(event, tx.now) : null;
    if (action === null) return;
    let free = freeSeats(event, await takenSeats(tx, event.id));
    const queue = free > 0 ? await queueOf(tx, event.id) : [];
    const slots = await FreeSlots.read(
      tx,
      event.id,
      queue.map(({ id }) => id),
    );
    for (const waiting of queue) {
      // Whoever waits for a time that is full keeps their turn for it.
      if (!slots.fit(waiting.id)) continue;
      if (waiting.seats > free) return;
      free -= waiting.seats;
      slots.take(waiting.id);
      if (action === 'promote') await this.step(tx, event, waiting, 'promote', 'promoted');
      else await this.offer(tx, event, waiting);
    }
  }

  async accept(tx: Tx, event: EventRow, registration: RegistrationRow): Promise<void> {
    await this.step(tx, event, registration, 'accept', 'confirmed');
  }

  async lapse(tx: Tx, event: EventRow, registration: RegistrationRow): Promise<void> {
    await this.step(tx, event, registration, 'lapse', 'offer-lapsed');
  }

  private async offer(tx: Tx, event: EventRow, waiting: RegistrationRow): Promise<void> {
    const until = offerUntil(event.startsAt!, tx.now);
    await this.step(tx, event, waiting, 'offer', 'offered', until);
  }

  private async step(
    tx: Tx,
    event: EventRow,
    one: RegistrationRow,
    action: 'promote' | 'offer' | 'accept' | 'lapse',
    letter: Letter,
    until: Date | null = null,
  ): Promise<void> {
    const state: RegistrationState = registrationLifecycle.next(one.state, action, {});
    await tx.change('update events.registration set state = $2, offered_until = $3 where id = $1', [
      one.id,
      state,
      until,
    ]);
    const data = until ? { until: longDateTime(until, one.language) } : {};
    await this.letters.queue(tx, letter, event, { ...one, state }, { data, once: tx.now.toISOString() });
  }
}

const QUEUE_MAX = 200;

const queueOf = (tx: Tx, eventId: string): Promise<RegistrationRow[]> =>
  tx.rows<RegistrationRow>(
    `select ${REGISTRATION_COLUMNS} from events.registration r
      where r.event_id = $1 and r.state = 'waitlisted' order by r.seq limit ${QUEUE_MAX} for update`,
    [eventId],
  );
