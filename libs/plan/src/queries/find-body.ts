import type { Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { BodyRow } from '../model/body.js';

export const BODY_COLUMNS = `b.id, b.organiser_id as "organiserId", b.class_key as "classKey", b.name,
  b.territory_code as "territoryCode", b.email, b.contact_name as "contactName", b.phone,
  b.valid_from::text as "validFrom", b.valid_until::text as "validUntil", b.successor_id as "successorId",
  b.is_own as "isOwn", b.hindered, b.hindered_from::text as "hinderedFrom", b.hindered_until::text as "hinderedUntil",
  b.hindered_basis as "hinderedBasis", b.version`;

/** Every body of an authority. */
export function bodiesOf(reader: Reader, organiserId: string): Promise<BodyRow[]> {
  return reader.rows<BodyRow>(
    `select ${BODY_COLUMNS} from plan.body b where b.organiser_id = $1 order by b.class_key, b.name collate "uk-x-icu", b.id`,
    [organiserId],
  );
}

/** @throws NotFound also for a body of another authority */
export async function bodyOf(reader: Reader, organiserId: string, id: string): Promise<BodyRow> {
  const body = await reader.one<BodyRow>(
    `select ${BODY_COLUMNS} from plan.body b where b.id = $1 and b.organiser_id = $2`,
    [id, organiserId],
  );
  if (!body) throw new NotFound();
  return body;
}
