import type { Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { Recipient } from '#libs/notifications';

export interface KnownById extends Recipient {
  personId: string;
  givenName: string;
  fullName: string;
}

/** A person to write to. @throws NotFound. */
export async function personById(tx: Tx, personId: string): Promise<KnownById> {
  const person = await tx.one<KnownById>(
    `select id as "personId", email, language, given_name as "givenName",
            concat_ws(' ', family_name, given_name, patronymic) as "fullName"
       from identity.person where id = $1`,
    [personId],
  );
  if (!person) throw new NotFound();
  return person;
}
