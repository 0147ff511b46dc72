import type { Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { toSafeInteger } from '#libs/platform/money';
import type { UploadRow } from '../model/upload.js';

type Row = Omit<UploadRow, 'target' | 'size'> & { kind: string; targetId: string; field: string; size: string };

const COLUMNS = `id, person_id as "personId", target_kind as kind, target_id as "targetId", field, name, size, modified,
  began_at as "beganAt", expires_at as "expiresAt", document_id as "documentId"`;

/** @throws NotFound for everybody but the person who began it, and when it has expired */
export async function findUpload(reader: Reader, ctx: Context, id: string): Promise<UploadRow> {
  const row = await reader.one<Row>(
    `select ${COLUMNS} from documents.upload where id = $1 and person_id = $2 and expires_at > $3`,
    [id, ctx.actor.personId, new Date()],
  );
  if (!row) throw new NotFound('documents.upload-gone');
  return fromRow(row);
}

/** What a person has not finished; with a target, only what goes there. */
export async function openUploads(
  reader: Reader,
  personId: string,
  target: { kind: string; id: string } | null = null,
): Promise<UploadRow[]> {
  const rows = await reader.rows<Row>(
    `select ${COLUMNS} from documents.upload
      where person_id = $1 and document_id is null and expires_at > $2
        and ($3::uuid is null or (target_id = $3 and target_kind = $4))
      order by id`,
    [personId, new Date(), target?.id ?? null, target?.kind ?? null],
  );
  return rows.map(fromRow);
}

function fromRow({ kind, targetId, field, size, ...row }: Row): UploadRow {
  return { ...row, target: { kind, id: targetId, field }, size: toSafeInteger(size) };
}
