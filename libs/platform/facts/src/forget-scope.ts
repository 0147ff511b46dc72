import type { Tx } from '#libs/platform/database';

/**
 * What was personal in the facts of a scope is erased (the chain holds only its hash and stays whole), and nothing is
 * owed any more about it or about these subjects.
 */
export async function forgetScope(tx: Tx, scopeId: string, subjectIds: readonly string[]): Promise<void> {
  await tx.change(
    `delete from facts.personal_particulars p using facts.fact f where f.id = p.fact_id and f.scope_id = $1`,
    [scopeId],
  );
  await tx.change(
    `update facts.delivery set done_at = clock_timestamp()
      where done_at is null
        and (subject_id = any($2) or fact_id in (select id from facts.fact where scope_id = $1))`,
    [scopeId, subjectIds],
  );
}
