import type { Reader, Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { APPLICATION_COLUMNS, APPLICATION_FROM, withSafeSums, type ApplicationRow } from '../model/application.js';

/** The proposal, locked until the end of the transaction; lock its competition before (`shareCompetition`). */
export async function lockApplication(tx: Tx, id: string): Promise<ApplicationRow> {
  return found(tx, id, 'for no key update of a');
}

/** The proposal, not locked. @throws NotFound */
export async function applicationById(reader: Reader, id: string): Promise<ApplicationRow> {
  return found(reader, id, '');
}

async function found(reader: Reader, id: string, lock: string): Promise<ApplicationRow> {
  const row = await reader.one<ApplicationRow>(
    `select ${APPLICATION_COLUMNS} ${APPLICATION_FROM} where a.id = $1 ${lock}`,
    [id],
  );
  if (!row) throw new NotFound();
  return withSafeSums(row);
}
