import type { Reader, Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { EventRow } from '../model/event.js';
import { EVENT_COLUMNS } from '../model/event-columns.js';
import type { RegistrationRow } from '../model/registration.js';
import type { Taken } from '../model/seats.js';

const NAMES = [
  ...['id', 'eventId', 'state', 'seq', 'channel', 'personId', 'language', 'fullName', 'email', 'phone', 'organisation'],
  ...[
    'position',
    'seats',
    'names',
    'question',
    'accessNeeds',
    'isReserved',
    'asMedia',
    'mayPublishName',
    'mayPhotograph',
  ],
  ...['code', 'askedAt', 'placedAt', 'offeredUntil', 'reason', 'checkedInAt'],
];
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const REGISTRATION_COLUMNS = NAMES.map((name) => `r.${snake(name)} as "${name}"`).join(', ');

/** Sum of the seats that are held, without media and without the reserve: a column over `e` of an event. */
export const TAKEN = `(select coalesce(sum(r.seats), 0)::int from events.registration r
  where r.event_id = e.id and r.state in ('confirmed', 'offered', 'attended') and not r.is_reserved and not r.as_media)`;

/** @throws NotFound. Who may see it is the caller's policy or token. */
export async function registrationById(reader: Reader, id: string): Promise<RegistrationRow> {
  const row = await reader.one<RegistrationRow>(
    `select ${REGISTRATION_COLUMNS} from events.registration r where r.id = $1`,
    [id],
  );
  if (!row) throw new NotFound();
  return row;
}

/** The event and then the registration, locked in this order. @throws NotFound */
export async function lockRegistration(
  tx: Tx,
  id: string,
): Promise<{ event: EventRow; registration: RegistrationRow }> {
  const event = await tx.one<EventRow>(
    `select ${EVENT_COLUMNS} from events.event e
      where e.id = (select event_id from events.registration where id = $1) for no key update`,
    [id],
  );
  const registration = await tx.one<RegistrationRow>(
    `select ${REGISTRATION_COLUMNS} from events.registration r where r.id = $1 for update`,
    [id],
  );
  if (!event || !registration) throw new NotFound();
  return { event, registration };
}

/** Of a locked event. */
export async function takenSeats(reader: Reader, eventId: string): Promise<Taken> {
  const row = await reader.one<Taken>(
    `select coalesce(sum(seats) filter (where state <> 'waitlisted' and not is_reserved), 0)::int as open,
            coalesce(sum(seats) filter (where state <> 'waitlisted' and is_reserved), 0)::int as reserved,
            count(*) filter (where state = 'waitlisted')::int as waiting
       from events.registration
      where event_id = $1 and state in ('confirmed', 'offered', 'attended', 'waitlisted') and not as_media`,
    [eventId],
  );
  return row!;
}

/** Which one in the queue: 1 = the next. Null for whoever does not wait. */
export async function positionInQueue(
  reader: Reader,
  { eventId, seq, state }: RegistrationRow,
): Promise<number | null> {
  if (state !== 'waitlisted') return null;
  const row = await reader.one<{ position: number }>(
    `select count(*)::int as position from events.registration
      where event_id = $1 and state = 'waitlisted' and seq <= $2`,
    [eventId, seq],
  );
  return row!.position;
}
