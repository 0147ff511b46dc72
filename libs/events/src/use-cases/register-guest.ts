import { Injectable } from '@nestjs/common';
import { Attempts } from '#libs/identity';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import type { EventRow } from '../model/event.js';
import { registeringRefusal } from '../model/registering.js';
import type { Guest, RegistrationRow } from '../model/registration.js';
import { lockEvent } from '../queries/find-event.js';
import { REGISTRATION_COLUMNS, registrationById } from '../queries/find-registration.js';
import { Places } from './places.js';
import { RegistrationLetters } from './registration-letters.js';
import { keepSlots, slotsForGuest, type WishedSlots } from './slot-places.js';
import { takeGuest } from './take-guest.js';

/**
 * Anybody registers, without an account. A place is taken only after the owner of the address said yes by the link of a
 * letter; somebody with an account and their own address is placed at once.
 */
@Injectable()
export class RegisterGuest {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: Attempts,
    private readonly places: Places,
    private readonly letters: RegistrationLetters,
  ) {}

  /**
   * Returns the id of a registration that was placed at once; null when a letter is out.
   * @throws TooMany from one network address or about one mailbox, Conflict when nobody can register
   */
  async execute(
    ctx: Context,
    eventId: string,
    guest: Guest & { email: string } & Partial<WishedSlots>,
    address: string,
  ): Promise<string | null> {
    const email = guest.email.toLowerCase();
    await this.attempts.count(ctx, 'registration', { email, address });
    return this.uow.run(ctx, async (tx) => {
      const event = await lockEvent(tx, eventId, 'see');
      const refusal = registeringRefusal(event, tx.now);
      if (refusal) throw new Conflict(refusal);
      const isOwn = email === tx.actor.email.toLowerCase();
      const before = await liveOne(tx, eventId, email);
      if (before) return this.again(tx, event, before, isOwn);
      // Full without a queue is said now, not after a letter.
      if (!guest.asMedia && event.registration === 'open')
        await this.places.placing(tx, event, { seats: guest.seats, isReserved: false });
      const personId = isOwn ? tx.actor.personId : null;
      const { slotIds = [], maySplit = false, seats } = guest;
      const slots = await slotsForGuest(tx, event, { slotIds, maySplit, seats });
      const id = await takeGuest(tx, eventId, { ...guest, email, channel: 'web', personId, isReserved: false });
      await keepSlots(tx, id, slots);
      if (isOwn) {
        await this.places.settleNewcomer(tx, event, await registrationById(tx, id));
        return id;
      }
      await this.ask(tx, event, id);
      return null;
    });
  }

  /** Who is registered already gets their link anew; the page says the same as to a newcomer. */
  private async again(tx: Tx, event: EventRow, one: RegistrationRow, isOwn: boolean): Promise<string | null> {
    if (isOwn) return one.id;
    await this.letters.queue(tx, 'already', event, one, { kind: 'account', once: tx.now.toISOString() });
    return null;
  }

  private async ask(tx: Tx, event: EventRow, id: string): Promise<void> {
    const one = await registrationById(tx, id);
    await this.letters.queue(tx, 'confirm-address', event, one, { kind: 'account', once: 'asked' });
  }
}

const liveOne = (tx: Tx, eventId: string, email: string): Promise<RegistrationRow | undefined> =>
  tx.one<RegistrationRow>(
    `select ${REGISTRATION_COLUMNS} from events.registration r where r.event_id = $1 and lower(r.email) = $2
        and r.state in ('pending', 'confirmed', 'waitlisted', 'offered') and r.channel <> 'paper'`,
    [eventId, email],
  );
