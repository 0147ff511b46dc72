import type { Reader } from '#libs/platform/database';
import type { Known } from '../model/event.js';

export interface SlotRow {
  id: string;
  startsAt: Date;
  endsAt: Date;
  /** Of a session of a programme. */
  title: string | null;
  host: string;
  place: string | null;
  guide: string | null;
  note: string | null;
  capacity: number | null;
  stepFree: Known;
  shelter: Known;
  taken: number;
  /** Null: nobody counts. */
  free: number | null;
}

/** By host and time, with what is free. `access` leaves those where it is known to be so. */
export const slotsOf = (
  reader: Reader,
  eventId: string,
  access: 'step-free' | 'shelter' | null = null,
): Promise<SlotRow[]> =>
  reader.rows<SlotRow>(
    `select s.id, s.starts_at as "startsAt", s.ends_at as "endsAt", s.title, s.host, s.place, s.guide, s.note, s.capacity,
            s.step_free as "stepFree", s.shelter, t.taken, s.capacity - t.taken as free
       from events.slot s
      cross join lateral (
            select coalesce(sum(rs.seats), 0)::int as taken from events.registration_slot rs
              join events.registration r on r.id = rs.registration_id
             where rs.slot_id = s.id and r.state in ('confirmed', 'offered', 'attended')) t
      where s.event_id = $1 and ($2::text is null or ($2 = 'step-free' and s.step_free = 'yes')
        or ($2 = 'shelter' and s.shelter = 'yes'))
      order by s.host collate "uk-x-icu", s.starts_at, s.id limit 200`,
    [eventId, access],
  );

export interface HostVisitors {
  host: string;
  visitors: number;
}

/** How many were there, by host: of those who chose a slot. */
export const visitorsByHost = (reader: Reader, eventId: string): Promise<HostVisitors[]> =>
  reader.rows<HostVisitors>(
    `select s.host, coalesce(sum(rs.seats) filter (where r.state = 'attended'), 0)::int as visitors
       from events.slot s left join events.registration_slot rs on rs.slot_id = s.id
       left join events.registration r on r.id = rs.registration_id
      where s.event_id = $1 group by s.host order by s.host collate "uk-x-icu" limit 100`,
    [eventId],
  );
