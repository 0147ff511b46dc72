import { applicantsOf } from '#libs/identity';
import type { Recipient } from '#libs/notifications';
import type { Tx } from '#libs/platform/database';
import type { ApplicationRow } from '../model/application.js';

/** Who acts for the organisation; of a paper whose organisation has nobody here, the address on the envelope. */
export async function addresseesOf(
  tx: Tx,
  { id, organisationId }: Pick<ApplicationRow, 'id' | 'organisationId'>,
): Promise<Recipient[]> {
  const people = await applicantsOf(tx, organisationId);
  if (people.length > 0) return people;
  return tx.rows<Recipient>(
    `select null as "personId", email, 'uk' as language from applications.envelope
      where application_id = $1 and email is not null`,
    [id],
  );
}
