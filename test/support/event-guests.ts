import type { Guest } from '#libs/events';
import type { World } from './world.js';

export interface GuestRow {
  id: string;
  name: string;
  email: string | null;
  state: string;
  seq: number;
}

/** Who registered for an event, in the order in which they came. */
export const guestRows = (world: World, eventId: string): Promise<GuestRow[]> =>
  world.rows<GuestRow>(
    'select id, full_name as name, email, state, seq from events.registration where event_id = $1 order by seq, id',
    [eventId],
  );

/** Letters to an address, in their order. */
export const lettersTo = (world: World, email: string) =>
  world.rows<{ template: string; subject: string; body: string }>(
    'select template, subject, body from notifications.message where to_address = $1 order by id',
    [email],
  );

/** Somebody who registers; the name is the mailbox too. */
export const guest = (name: string, values: Partial<Guest> = {}): Guest & { email: string } => ({
  ...{ fullName: name, email: `${name.toLowerCase()}@guest.example`, phone: null, organisation: null, position: null },
  ...{ seats: 1, names: null, question: null, accessNeeds: null },
  ...{ asMedia: false, mayPublishName: false, mayPhotograph: false },
  ...(values as { email?: string }),
});
