import type { Reader, Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import {
  ITEM_COLUMNS,
  SESSION_COLUMNS,
  type Attendee,
  type Ballot,
  type ItemRow,
  type SessionRow,
} from '../model/session.js';

/** The session, locked until the end of the transaction. */
export async function lockSession(tx: Tx, id: string): Promise<SessionRow> {
  const session = await tx.one<SessionRow>(`select ${SESSION_COLUMNS} from sessions.session where id = $1 for update`, [
    id,
  ]);
  if (!session) throw new NotFound();
  return session;
}

export function itemsOf(reader: Reader, sessionId: string): Promise<ItemRow[]> {
  return reader.rows(`select ${ITEM_COLUMNS} from sessions.item where session_id = $1 order by position`, [sessionId]);
}

export function attendanceOf(reader: Reader, sessionId: string): Promise<Attendee[]> {
  return reader.rows(
    `select person_id as "personId", role, full_name as "fullName", signing_name as "signingName", is_present as "isPresent"
       from sessions.attendance where session_id = $1 order by role = 'commission-member', role, full_name`,
    [sessionId],
  );
}

export function ballotsOf(reader: Reader, sessionId: string): Promise<Ballot[]> {
  return reader.rows(
    `select b.item_id as "itemId", b.person_id as "personId", b.vote, b.reason
       from sessions.ballot b join sessions.item i on i.id = b.item_id where i.session_id = $1`,
    [sessionId],
  );
}
