import type { Recipient } from '#libs/notifications';
import type { Reader } from '#libs/platform/database';
import type { InquiryRow } from '../model/inquiry.js';

/** Where the answer goes: to the account that asked, to the address that was left, or nowhere. */
export async function askerOf(reader: Reader, { askerId, email, language }: InquiryRow): Promise<Recipient | null> {
  if (email) return { personId: null, email, language };
  if (!askerId) return null;
  const found = await reader.one<Recipient>(
    'select id as "personId", email, language from identity.v_person where id = $1',
    [askerId],
  );
  return found ?? null;
}
