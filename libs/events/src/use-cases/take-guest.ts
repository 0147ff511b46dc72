import { newId, type Tx } from '#libs/platform/database';
import { newCheckInCode } from '../model/check-in-code.js';
import type { Channel, Guest } from '../model/registration.js';

export interface NewRegistration extends Guest {
  channel: Channel;
  personId: string | null;
  isReserved: boolean;
}

/** So many times a code that is taken is made anew; there are tens of millions of them. */
const TRIES_MAX = 5;

/** Keeps who wishes to come; the place is another step. Returns the id. */
export async function takeGuest(tx: Tx, eventId: string, guest: NewRegistration): Promise<string> {
  const id = newId();
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const added = await tx.change(
      `insert into events.registration (id, event_id, state, channel, entered_by, person_id, language, full_name, email, phone,
              organisation, position, seats, names, question, access_needs, is_reserved, as_media, may_publish_name,
              may_photograph, consented_at, code, asked_at)
       values ($1, $2, 'asked', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $20)
       on conflict on constraint uq_registration_code do nothing`,
      [
        ...[
          id,
          eventId,
          guest.channel,
          guest.channel === 'web' ? null : tx.actor.personId,
          guest.personId,
          tx.ctx.lang,
        ],
        ...[guest.fullName, guest.email, guest.phone, guest.organisation, guest.position, guest.seats, guest.names],
        ...[guest.question, guest.accessNeeds, guest.isReserved, guest.asMedia, guest.mayPublishName],
        ...[guest.mayPhotograph, tx.now, newCheckInCode()],
      ],
    );
    if (added === 1) return id;
  }
  throw new Error('no free code for a registration');
}
