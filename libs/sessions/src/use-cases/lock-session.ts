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

/** The session, locked until the end of the transaction. @throws NotFound */
export function lockSession(tx: Tx, id: string): Promise<SessionRow> {
  return found(tx, id, 'for update');
}

/** @throws NotFound. Who may see it is the caller's policy. */
export function sessionById(reader: Reader, id: string): Promise<SessionRow> {
  return found(reader, id, '');
}

async function found(reader: Reader, id: string, lock: string): Promise<SessionRow> {
  const session = await reader.one<SessionRow>(
    `select ${SESSION_COLUMNS} from sessions.session where id = $1 ${lock}`,
    [id],
  );
  if (!session) throw new NotFound();
  return session;
}

/** Everything that happened at a session, as far as it went. */
export interface Proceedings {
  items: ItemRow[];
  attendance: Attendee[];
  ballots: Ballot[];
}

export async function proceedingsOf(reader: Reader, sessionId: string): Promise<Proceedings> {
  // One after another: inside a transaction there is one connection.
  return {
    items: await itemsOf(reader, sessionId),
    attendance: await attendanceOf(reader, sessionId),
    ballots: await ballotsOf(reader, sessionId),
  };
}

export function itemsOf(reader: Reader, sessionId: string): Promise<ItemRow[]> {
  return reader.rows(`select ${ITEM_COLUMNS} from sessions.item where session_id = $1 order by position`, [sessionId]);
}

/** The chair, the secretary, then the members by name. */
export function attendanceOf(reader: Reader, sessionId: string): Promise<Attendee[]> {
  return reader.rows(
    `select person_id as "personId", role, full_name as "fullName", signing_name as "signingName",
            is_present as "isPresent", came_at as "cameAt", left_at as "leftAt"
       from sessions.attendance where session_id = $1
      order by array_position(array['commission-chair', 'commission-secretary'], role), full_name collate "uk-x-icu"`,
    [sessionId],
  );
}

function ballotsOf(reader: Reader, sessionId: string): Promise<Ballot[]> {
  return reader.rows(
    `select b.item_id as "itemId", b.person_id as "personId", b.vote, b.reason
       from sessions.ballot b join sessions.item i on i.id = b.item_id where i.session_id = $1
      order by b.cast_at, b.person_id`,
    [sessionId],
  );
}
