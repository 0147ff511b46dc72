import type { Recipient } from '#libs/notifications';
import type { Reader } from '#libs/platform/database';

/** Whom a letter goes to. */
export async function personToWrite(reader: Reader, personId: string): Promise<Recipient & { personId: string }> {
  const person = await reader.one<Recipient & { personId: string }>(
    'select id as "personId", email, language from identity.v_person where id = $1',
    [personId],
  );
  return person!;
}
