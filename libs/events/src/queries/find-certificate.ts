import type { Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { EventKind } from '../model/event.js';

export interface Certificate {
  code: string;
  issuedAt: Date;
  fullName: string;
  organisation: string | null;
  eventId: string;
  title: string;
  titleEn: string | null;
  kind: EventKind;
  startsAt: Date;
  endsAt: Date;
  organiserName: string;
  city: string;
}

const SELECT = `
  select c.code, c.issued_at as "issuedAt", r.full_name as "fullName", r.organisation, e.id as "eventId", e.title,
         e.title_en as "titleEn", e.kind, e.starts_at as "startsAt", e.ends_at as "endsAt", o.name as "organiserName", o.city
    from events.certificate c join events.registration r on r.id = c.registration_id
    join events.event e on e.id = r.event_id join identity.v_organiser o on o.id = e.organiser_id`;

/** Whoever has the code may check it. @throws NotFound */
export async function certificateByCode(reader: Reader, code: string): Promise<Certificate> {
  const found = await reader.one<Certificate>(`${SELECT} where c.code = $1`, [code]);
  if (!found) throw new NotFound('events.no-certificate');
  return found;
}

export const certificateOf = (reader: Reader, registrationId: string): Promise<Certificate | undefined> =>
  reader.one<Certificate>(`${SELECT} where r.id = $1`, [registrationId]);
