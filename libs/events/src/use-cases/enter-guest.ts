import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import type { Guest, RegistrationRow } from '../model/registration.js';
import { lockEvent } from '../queries/find-event.js';
import { registrationById } from '../queries/find-registration.js';
import { Places } from './places.js';
import { keepSlots, slotsForGuest, type WishedSlots } from './slot-places.js';
import { takeGuest } from './take-guest.js';

/** An operator writes down somebody who called: placed at once, the consent was read aloud. */
@Injectable()
export class EnterGuest {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly places: Places,
  ) {}

  execute(
    ctx: Context,
    eventId: string,
    guest: Guest & { isReserved: boolean } & Partial<WishedSlots>,
  ): Promise<RegistrationRow> {
    return this.uow.run(ctx, async (tx) => {
      const event = await lockEvent(tx, eventId, 'act');
      if (event.state !== 'published' || event.endsAt! <= tx.now) throw new Conflict('events.not-registering');
      if (!guest.email && !guest.phone) throw invalidField('phone', 'events.no-contact');
      const email = guest.email?.toLowerCase() ?? null;
      const { slotIds = [], maySplit = false, seats } = guest;
      const slots = await slotsForGuest(tx, event, { slotIds, maySplit, seats });
      const id = await takeGuest(tx, eventId, { ...guest, email, channel: 'phone', personId: null });
      await keepSlots(tx, id, slots);
      return this.places.settleNewcomer(tx, event, await registrationById(tx, id));
    });
  }
}
