import type { Reader } from '#libs/platform/database';

/** A time or a session that somebody chose. */
export interface ChosenSlot {
  registrationId: string;
  startsAt: Date;
  title: string | null;
  host: string;
  place: string | null;
  note: string | null;
  seats: number;
}

export const chosenSlots = (reader: Reader, registrationIds: readonly string[]): Promise<ChosenSlot[]> =>
  reader.rows<ChosenSlot>(
    `select rs.registration_id as "registrationId", s.starts_at as "startsAt", s.title, s.host, s.place, s.note, rs.seats
       from events.registration_slot rs join events.slot s on s.id = rs.slot_id
      where rs.registration_id = any($1) order by s.starts_at, s.id`,
    [registrationIds],
  );
