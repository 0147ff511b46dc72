import type { Recipient } from '#libs/notifications';
import type { Tx } from '#libs/platform/database';
import type { ApplicationRow } from '../model/application.js';

/** Who acts for the organisation; of a paper whose organisation has nobody here, the address on the envelope. */
export function addresseesOf(tx: Tx, { id }: Pick<ApplicationRow, 'id'>): Promise<Recipient[]> {
  return tx.rows<Recipient>(
    `select person_id as "personId", email, language from applications.v_addressee
      where application_id = $1 order by person_id`,
    [id],
  );
}
