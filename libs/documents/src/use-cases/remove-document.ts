import { NotFound } from '#libs/platform/errors';
import type { Tx } from '#libs/platform/database';

/**
 * Removes a document in the owner's transaction (an attachment taken out of a draft); nothing may refer to it any more.
 * Its bytes are erased after the commit, so that a rollback loses nothing.
 */
export async function removeDocument(tx: Tx, id: string): Promise<void> {
  const removed = await tx.change('delete from documents.document where id = $1', [id]);
  if (removed === 0) throw new NotFound();
  tx.deliver('documents.erase-file', id);
}
