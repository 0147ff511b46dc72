import type { Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { DIGEST, OPTIONAL_KINDS, SUBSCRIPTION } from '../model/notice-kinds.js';
import { messageOfToken } from '../model/unsubscribe-token.js';

export interface LetterToEnd {
  id: string;
  /** Null for an address without an account: only a subscription writes to one. */
  personId: string | null;
  kind: string;
}

/** The letter whose link was followed. @throws NotFound for a link that is none of ours */
export async function letterToEnd(reader: Reader, token: string, secret: string): Promise<LetterToEnd> {
  const id = messageOfToken(token, secret);
  const letter =
    id &&
    (await reader.one<LetterToEnd>(
      `select id, to_person_id as "personId", kind from notifications.message
        where id = $1 and (to_person_id is not null and kind = any($2) or kind = $3)`,
      [id, [...OPTIONAL_KINDS, DIGEST], SUBSCRIPTION],
    ));
  if (!letter) throw new NotFound();
  return letter;
}
