import { createHash } from 'node:crypto';
import type { Reader } from '#libs/platform/database';
import { CHAIN_START, chainHash } from './chain.js';
import { factKind } from './fact.js';

/** Someone walked every chain; particulars: how many chains and facts, how many are broken. */
export const chainsVerified = factKind('platform.chains-verified', { chained: false });

/**
 * The first broken place of a chain. `hash`: body, order or hash is not what was written; `columns`: the columns beside
 * the body say something else; `personal`: personal particulars were changed (erased ones are fine); `end`: the last
 * facts are missing, or the chain has no head.
 */
export interface BrokenLink {
  scopeId: string;
  seq: number;
  why: 'hash' | 'columns' | 'personal' | 'end';
}

export interface Verification {
  chains: number;
  facts: number;
  broken: BrokenLink[];
}

interface Link {
  id: string;
  name: string;
  at: Date;
  actorId: string | null;
  subjectId: string;
  scopeId: string;
  body: string;
  seq: string;
  hash: string;
  salt: Buffer | null;
  personal: string | null;
}

/** Walks every chain from its first fact to its head. */
export async function verifyChains(reader: Reader): Promise<Verification> {
  const scopes = await reader.rows<{ id: string }>(
    `select scope_id as id from facts.chain_head
      union select scope_id from facts.fact where seq is not null order by id`,
  );
  const found: Verification = { chains: scopes.length, facts: 0, broken: [] };
  for (const { id } of scopes) {
    const links = await linksOf(reader, id);
    found.facts += links.length;
    const broken = firstBroken(links) ?? (await missingEnd(reader, id, links));
    if (broken) found.broken.push({ scopeId: id, ...broken });
  }
  return found;
}

/** When chains were walked last, and what was found; null when never. */
export async function lastVerification(reader: Reader): Promise<{ at: Date; broken: number } | null> {
  const row = await reader.one<{ at: Date; body: string }>(
    'select at, body from facts.fact where name = $1 order by id desc limit 1',
    [chainsVerified.name],
  );
  if (!row) return null;
  const { particulars } = JSON.parse(row.body) as { particulars: { broken: number } };
  return { at: row.at, broken: particulars.broken };
}

function linksOf(reader: Reader, scopeId: string): Promise<Link[]> {
  return reader.rows<Link>(
    `select f.id, f.name, f.at, f.actor_id as "actorId", f.subject_id as "subjectId", f.scope_id as "scopeId",
            f.body, f.seq, f.hash, p.salt, p.body as personal
       from facts.fact f left join facts.personal_particulars p on p.fact_id = f.id
      where f.scope_id = $1 and f.seq is not null order by f.seq`,
    [scopeId],
  );
}

function firstBroken(links: readonly Link[]): Omit<BrokenLink, 'scopeId'> | null {
  let previous = CHAIN_START;
  for (const [index, link] of links.entries()) {
    const seq = index + 1;
    if (Number(link.seq) !== seq || link.hash !== chainHash(previous, seq, link.body)) return { seq, why: 'hash' };
    const body = JSON.parse(link.body) as Record<string, unknown>;
    if (columnsOf(link) !== columnsOf({ ...body, at: new Date(String(body.at)) } as Link))
      return { seq, why: 'columns' };
    if (link.personal !== null && personalHash(link) !== body.personalHash) return { seq, why: 'personal' };
    previous = link.hash;
  }
  return null;
}

const columnsOf = ({ id, name, at, actorId, subjectId, scopeId }: Link): string =>
  JSON.stringify([id, name, at, actorId, subjectId, scopeId]);

const personalHash = ({ salt, personal }: Link): string =>
  createHash('sha256').update(salt!).update(personal!).digest('hex');

/** A chain whose last facts were cut off is whole as far as it goes: only its head tells. */
async function missingEnd(
  reader: Reader,
  scopeId: string,
  links: readonly Link[],
): Promise<Omit<BrokenLink, 'scopeId'> | null> {
  const head = await reader.one<{ seq: string; hash: string }>(
    'select seq, hash from facts.chain_head where scope_id = $1',
    [scopeId],
  );
  const isWhole = Number(head?.seq) === links.length && head?.hash === (links.at(-1)?.hash ?? CHAIN_START);
  return isWhole ? null : { seq: links.length + 1, why: 'end' };
}
