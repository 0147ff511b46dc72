import { demand } from '#libs/platform/access';
import type { Tx } from '#libs/platform/database';
import { importPolicy } from '../access/import.policy.js';
import { importById, type ImportRow } from '../queries/read-import.js';

/**
 * One import after another into one register. @throws NotFound, Forbidden
 */
export async function lockImport(tx: Tx, id: string, action: 'import' | 'undo'): Promise<ImportRow> {
  const found = await importById(tx, tx.actor, id);
  demand(importPolicy, action, tx.actor, found);
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `register ${found.organiserId} ${found.kind}`,
  ]);
  // Read again: who held the lock may have changed it.
  return importById(tx, tx.actor, id);
}
