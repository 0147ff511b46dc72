import type { Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { toSafeInteger } from '#libs/platform/money';
import type { StoredDocument } from '../model/document.entity.js';

const COLUMNS = `id, owner_kind as "ownerKind", owner_id as "ownerId", name, media_type as "mediaType", size, sha256,
  storage_key as "storageKey", created_at as "createdAt", created_by as "createdBy"`;

type Row = Omit<StoredDocument, 'size'> & { size: string };

/**
 * One document, for anyone: the caller's policy decides by its owner.
 * @throws NotFound
 */
export async function findDocument(reader: Reader, id: string): Promise<StoredDocument> {
  const row = await reader.one<Row>(`select ${COLUMNS} from documents.document where id = $1`, [id]);
  if (!row) throw new NotFound();
  return fromRow(row);
}

/** The documents with these ids that exist, in the order in which they were stored. */
export async function findDocuments(reader: Reader, ids: readonly string[]): Promise<StoredDocument[]> {
  const rows = await reader.rows<Row>(`select ${COLUMNS} from documents.document where id = any($1) order by id`, [
    ids,
  ]);
  return rows.map(fromRow);
}

function fromRow(row: Row): StoredDocument {
  return { ...row, size: toSafeInteger(row.size) };
}

/** How many documents are kept, and their bytes together. */
export async function storedTotals(reader: Reader): Promise<{ count: number; bytes: number }> {
  const row = await reader.one<{ count: string; bytes: string }>(
    'select count(*), coalesce(sum(size), 0) as bytes from documents.document',
  );
  return { count: toSafeInteger(row!.count), bytes: toSafeInteger(row!.bytes) };
}
