import type { Storage } from '#libs/documents';
import type { Reader } from '#libs/platform/database';

interface Kept {
  key: string;
  sha256: string;
}

export interface CopiedFiles {
  count: number;
  bytes: number;
  /** Keys that could not be read. */
  missing: string[];
  /** Keys whose bytes are not the ones that were stored. */
  changed: string[];
}

/** Copies the file of every document that the reader knows, but for those erased on purpose, and compares each with its checksum. */
export async function copyFiles(reader: Reader, from: Storage, to: Storage): Promise<CopiedFiles> {
  const copied: CopiedFiles = { count: 0, bytes: 0, missing: [], changed: [] };
  for (const document of await documentsOf(reader)) {
    const source = await from.open(document.key).catch(() => null);
    if (!source) {
      copied.missing.push(document.key);
      continue;
    }
    const stored = await to.put(document.key, source, Number.MAX_SAFE_INTEGER).catch(nullWhenEmpty);
    if (stored?.sha256 !== document.sha256) copied.changed.push(document.key);
    copied.count += 1;
    copied.bytes += stored?.size ?? 0;
  }
  return copied;
}

/** A file that lost its bytes is a changed one; a full disk is not. */
function nullWhenEmpty(error: unknown): null {
  if ((error as { code?: string }).code === 'documents.empty') return null;
  throw error;
}

function documentsOf(reader: Reader): Promise<Kept[]> {
  return reader.rows<Kept>(
    `select storage_key as key, sha256 from documents.document d
      where not exists (select from documents.withdrawal w where w.document_id = d.id and w.fate = 'erased')
      order by storage_key`,
  );
}

/** Of these keys, the ones that a document still has: the others were removed after the snapshot was taken. */
export async function stillWanted(reader: Reader, keys: readonly string[]): Promise<string[]> {
  const rows = await reader.rows<{ key: string }>(
    'select storage_key as key from documents.document where storage_key = any($1) order by 1',
    [keys],
  );
  return rows.map(({ key }) => key);
}
