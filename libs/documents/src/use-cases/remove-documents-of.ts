import type { Tx } from '#libs/platform/database';

/**
 * Removes every file of these owners with its signatures, registrations and withdrawals, in the owner's transaction;
 * the bytes are erased after the commit. Only for what was never meant to last.
 */
export async function removeDocumentsOf(tx: Tx, ownerIds: readonly string[]): Promise<void> {
  await tx.change('delete from documents.paper_signature where owner_id = any($1)', [ownerIds]);
  await tx.change('delete from documents.paper_registration where owner_id = any($1)', [ownerIds]);
  await tx.change(
    `delete from documents.withdrawal w using documents.document d where d.id = w.document_id and d.owner_id = any($1)`,
    [ownerIds],
  );
  const removed = await tx.rows<{ id: string }>(
    'delete from documents.document where owner_id = any($1) returning id',
    [ownerIds],
  );
  for (const { id } of removed) tx.deliver('documents.erase-file', id);
}
