import type { Tx } from '#libs/platform/database';

/** The cabinet of one account passes to another account of the same person; addresses of sent letters stay. */
export function handOverNotices(tx: Tx, fromPersonId: string, intoPersonId: string): Promise<number> {
  return tx.change('update notifications.message set to_person_id = $2 where to_person_id = $1', [
    fromPersonId,
    intoPersonId,
  ]);
}
