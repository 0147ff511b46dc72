import type { Tx } from '#libs/platform/database';

/** Erases the roles that were given for one competition, with their substitutions. Only for a rehearsal. */
export async function eraseScopedRoles(tx: Tx, scopeId: string): Promise<void> {
  await tx.change(`delete from identity.role_grant where scope_kind = 'competition' and scope_id = $1`, [scopeId]);
}
