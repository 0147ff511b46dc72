import type { Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { toSafeInteger } from '#libs/platform/money';
import { shortDate } from '#libs/platform/clock';
import type { StoredDocument } from '../model/document.entity.js';
import { BeingScanned, Infected, Withdrawn } from '../model/documents.errors.js';

const COLUMNS = `id, owner_kind as "ownerKind", owner_id as "ownerId", name, media_type as "mediaType", size, sha256,
  storage_key as "storageKey", created_at as "createdAt", created_by as "createdBy", scan, scan_found as "scanFound"`;

type Row = Omit<StoredDocument, 'size'> & { size: string };

type WithWithdrawal = Row & { reason: string | null; withdrawnAt: Date | null; replacementId: string | null };

/** A copy that stands in for a copy that stands in …: nobody redacts more often. */
const REPLACEMENTS_MAX = 20;

/**
 * One document, for anyone: the caller's policy decides by its owner. In the place of a withdrawn one stands its
 * redacted copy.
 * @throws NotFound, Withdrawn when it was withdrawn and nothing stands in its place, BeingScanned, Infected
 */
export async function findDocument(reader: Reader, id: string): Promise<StoredDocument> {
  let wanted = id;
  for (let step = 0; step < REPLACEMENTS_MAX; step += 1) {
    const row = await reader.one<WithWithdrawal>(
      `select ${COLUMNS}, w.reason, w.withdrawn_at as "withdrawnAt", w.replacement_id as "replacementId"
         from documents.document left join documents.withdrawal w on w.document_id = id where id = $1`,
      [wanted],
    );
    if (!row) throw new NotFound();
    const { reason, withdrawnAt, replacementId, ...document } = row;
    if (reason === null) return opened(fromRow(document));
    if (replacementId === null) throw new Withdrawn(reason, shortDate(withdrawnAt!));
    wanted = replacementId;
  }
  throw new NotFound();
}

/**
 * The documents with these ids that exist and may still be sent, in the order in which they were stored: a withdrawn
 * one is left out, its redacted copy stands in; so is one that the virus scanner has not let pass.
 */
export async function findDocuments(reader: Reader, ids: readonly string[]): Promise<StoredDocument[]> {
  const rows = await reader.rows<Row>(
    `with recursive wanted (id) as (
       select unnest($1::uuid[])
       union select w.replacement_id from documents.withdrawal w join wanted on wanted.id = w.document_id
              where w.replacement_id is not null)
     select ${COLUMNS} from documents.document
      where id in (select id from wanted) and scan in ('none', 'clean') and not exists (select from documents.withdrawal w where w.document_id = document.id)
      order by id`,
    [ids],
  );
  return rows.map(fromRow);
}

function opened(document: StoredDocument): StoredDocument {
  if (document.scan === 'waiting') throw new BeingScanned();
  if (document.scan === 'infected') throw new Infected(document.name, document.scanFound);
  return document;
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
