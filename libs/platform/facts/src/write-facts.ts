import { createHash, randomBytes } from 'node:crypto';
import { newId } from '#libs/platform/new-id';
import type { Tx } from '#libs/platform/database';
import { CHAIN_START, chainHash } from './chain.js';
import type { NewDelivery } from './deliveries.js';
import type { NewFact } from './fact.js';
import { tasksOn } from './reactions.js';

/** Writes the facts of one transaction, chains them, and returns the deliveries that react to them. */
export async function writeFacts(tx: Tx, facts: readonly NewFact[]): Promise<NewDelivery[]> {
  const rows = facts.map((fact) => ({ id: newId(), fact, salt: fact.personal ? randomBytes(16) : null }));
  // Chain heads are locked in one order, after every other lock of the use case.
  rows.sort((a, b) => (a.fact.scopeId ?? '').localeCompare(b.fact.scopeId ?? '') || a.id.localeCompare(b.id));
  for (const row of rows) await writeFact(tx, row);
  return rows.flatMap(({ id, fact }) =>
    tasksOn(fact.kind.name).map((task) => ({ task: task.name, subjectId: fact.subjectId, factId: id })),
  );
}

interface FactRow {
  id: string;
  fact: NewFact;
  salt: Buffer | null;
}

async function writeFact(tx: Tx, row: FactRow): Promise<void> {
  const { id, fact, salt } = row;
  const personal = fact.personal ? JSON.stringify(fact.personal) : null;
  const body = JSON.stringify({
    id,
    name: fact.kind.name,
    at: tx.now.toISOString(),
    actorId: tx.actor.personId,
    subjectId: fact.subjectId,
    scopeId: fact.scopeId ?? null,
    particulars: fact.particulars ?? {},
    ...(personal && { personalHash: createHash('sha256').update(salt!).update(personal).digest('hex') }),
  });
  const link = fact.kind.chained && fact.scopeId ? await nextLink(tx, fact.scopeId, body) : { seq: null, hash: null };
  await tx.change(
    `with written as (
       insert into facts.fact (id, name, at, actor_id, subject_id, scope_id, request_id, body, seq, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id
     )
     insert into facts.personal_particulars (fact_id, salt, body)
     select id, $11, $12 from written where $12::text is not null`,
    [
      id,
      fact.kind.name,
      tx.now,
      tx.actor.personId,
      fact.subjectId,
      fact.scopeId ?? null,
      tx.ctx.requestId,
      body,
      link.seq,
      link.hash,
      salt,
      personal,
    ],
  );
}

async function nextLink(tx: Tx, scopeId: string, body: string): Promise<{ seq: number; hash: string }> {
  await tx.change(
    'insert into facts.chain_head (scope_id, seq, hash) values ($1, 0, $2) on conflict (scope_id) do nothing',
    [scopeId, CHAIN_START],
  );
  const head = await tx.one<{ seq: string; hash: string }>(
    'select seq, hash from facts.chain_head where scope_id = $1 for update',
    [scopeId],
  );
  const seq = Number(head!.seq) + 1;
  const hash = chainHash(head!.hash, seq, body);
  await tx.change('update facts.chain_head set seq = $2, hash = $3 where scope_id = $1', [scopeId, seq, hash]);
  return { seq, hash };
}
