import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { AskedList, Found } from '#libs/platform/http';
import type { EventRow } from '../model/event.js';
import type { Channel, RegistrationRow, RegistrationState } from '../model/registration.js';
import { chosenSlots, type ChosenSlot } from './chosen-slots.js';
import { eventFor } from './find-event.js';
import { registrationById, takenSeats } from './find-registration.js';

/** What a list and a file hold: no needs of access, no answers. */
export interface GuestLine {
  id: string;
  eventId: string;
  seq: number | null;
  fullName: string;
  organisation: string | null;
  position: string | null;
  email: string | null;
  phone: string | null;
  seats: number;
  state: RegistrationState;
  channel: Channel;
  code: string;
  asMedia: boolean;
  /** What they chose of an open day or a programme. */
  slots: string | null;
}

/** Who comes to an event, for the authority that holds it. */
@Injectable()
export class Guests {
  constructor(private readonly db: Database) {}

  async event(ctx: Context, id: string): Promise<{ event: EventRow; taken: number; waiting: number }> {
    const event = await eventFor(this.db, ctx.actor, id, 'work');
    const { open, reserved, waiting } = await takenSeats(this.db, id);
    return { event, taken: open + reserved, waiting };
  }

  list(event: EventRow, asked: AskedList<GuestLine>): Promise<Found<GuestLine>> {
    return asked.find(
      this.db,
      `select id, event_id as "eventId", seq, full_name as "fullName", organisation, position, email, phone, seats, state,
              channel, code, as_media as "asMedia",
              (select string_agg(to_char(s.starts_at at time zone 'Europe/Kyiv', 'DD.MM HH24:MI') || ' ' || coalesce(s.title, s.host)
                        || case when rs.seats < r.seats then ' (' || rs.seats || ')' else '' end, '; ' order by s.starts_at, s.id)
                 from events.registration_slot rs join events.slot s on s.id = rs.slot_id
                where rs.registration_id = r.id) as slots
         from events.registration r where event_id = $1`,
      [event.id],
    );
  }

  /** @throws NotFound also for a guest of another event */
  async one(
    ctx: Context,
    id: string,
    registrationId: string,
  ): Promise<{ event: EventRow; guest: RegistrationRow; slots: ChosenSlot[] }> {
    const event = await eventFor(this.db, ctx.actor, id, 'work');
    const guest = await registrationById(this.db, registrationId);
    if (guest.eventId !== id) throw new NotFound();
    return { event, guest, slots: await chosenSlots(this.db, [registrationId]) };
  }
}
