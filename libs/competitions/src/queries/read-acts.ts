import type { Reader, Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { ACT_COLUMNS, readAct, type ActRow, type StoredAct } from '../model/act.js';

/** More acts than a competition can have in its life. */
const ACTS_MAX = 100;

/** The act, locked until the end of the transaction; lock its competition before. @throws NotFound */
export async function lockAct(tx: Tx, competitionId: string, id: string): Promise<ActRow> {
  return found(
    await tx.one<StoredAct>(
      `select ${ACT_COLUMNS} from competitions.act where id = $2 and competition_id = $1 for update`,
      [competitionId, id],
    ),
  );
}

/** @throws NotFound. Who may see it is the caller's policy. */
export async function actById(reader: Reader, competitionId: string, id: string): Promise<ActRow> {
  return found(
    await reader.one<StoredAct>(`select ${ACT_COLUMNS} from competitions.act where id = $2 and competition_id = $1`, [
      competitionId,
      id,
    ]),
  );
}

/** The acts that were confirmed, newest first: public as the competition is. */
export async function confirmedActs(reader: Reader, competitionId: string): Promise<ActRow[]> {
  const rows = await reader.rows<StoredAct>(
    `select ${ACT_COLUMNS} from competitions.act where competition_id = $1 and state = 'confirmed'
      order by position desc limit ${ACTS_MAX}`,
    [competitionId],
  );
  return rows.map(readAct);
}

/** The act that waits for the director, if there is one. */
export async function preparedAct(reader: Reader, competitionId: string): Promise<ActRow | null> {
  const row = await reader.one<StoredAct>(
    `select ${ACT_COLUMNS} from competitions.act where competition_id = $1 and state = 'prepared'`,
    [competitionId],
  );
  return row ? readAct(row) : null;
}

/** The newest confirmed act of each of these competitions. */
export async function lastActs(reader: Reader, competitionIds: readonly string[]): Promise<Map<string, ActRow>> {
  const rows = await reader.rows<StoredAct>(
    `select distinct on (competition_id) ${ACT_COLUMNS} from competitions.act
      where competition_id = any($1) and state = 'confirmed' order by competition_id, position desc`,
    [competitionIds],
  );
  return new Map(rows.map((row) => [row.competitionId, readAct(row)]));
}

function found(row: StoredAct | undefined): ActRow {
  if (!row) throw new NotFound();
  return readAct(row);
}
