import type { Reader } from '#libs/platform/database';
import { connected } from './connect.js';

/** Transactions that were open when the snapshot was taken began at most this long before. */
const OVERLAP_MS = 3_600_000;

/** What the old database knows and the restored one does not, a line each: facts (receipts among them), documents. */
export async function newerIn(oldUrl: string, restored: Reader, domainAt: string): Promise<string[]> {
  const since = new Date(Date.parse(domainAt) - OVERLAP_MS);
  const [facts, documents] = await connected(oldUrl, ({ reader }) => recentOf(reader, since));
  const knownFacts = await known(restored, 'facts.fact', facts);
  const knownDocuments = await known(restored, 'documents.document', documents);
  return [
    ...facts
      .filter(({ id }) => !knownFacts.has(id))
      .map(({ id, at, what, of }) => `${at.toISOString()} fact ${what} of ${of} (${id})`),
    ...documents
      .filter(({ id }) => !knownDocuments.has(id))
      .map(({ id, at, what, of }) => `${at.toISOString()} document ${id} of ${what} ${of}`),
  ];
}

interface Recent {
  id: string;
  at: Date;
  what: string;
  of: string;
}

async function recentOf(reader: Reader, since: Date): Promise<[Recent[], Recent[]]> {
  const facts = await reader.rows<Recent>(
    'select id, at, name as what, subject_id as of from facts.fact where at >= $1 order by at, id',
    [since],
  );
  const documents = await reader.rows<Recent>(
    `select id, created_at as at, owner_kind as what, owner_id as of
       from documents.document where created_at >= $1 order by created_at, id`,
    [since],
  );
  return [facts, documents];
}

async function known(reader: Reader, table: string, rows: readonly Recent[]): Promise<Set<string>> {
  const found = await reader.rows<{ id: string }>(`select id from ${table} where id = any($1)`, [
    rows.map(({ id }) => id),
  ]);
  return new Set(found.map(({ id }) => id));
}
