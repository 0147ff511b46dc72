import { demand, type Actor } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { importPolicy } from '../access/import.policy.js';
import type { ImportState } from '../model/import.lifecycle.js';
import type { Columns } from '../model/read-rows.js';
import type { RegisterKind } from '../model/register.js';

/** Where imported words come from, and who stands behind them. Days are Kyiv days. */
export interface Source {
  sourceTitle: string;
  sourceOn: string;
  sourceBy: string;
  sourceLink: string | null;
}

export interface ImportRow extends Source {
  id: string;
  organiserId: string;
  organiserName: string;
  kind: RegisterKind;
  state: ImportState;
  fileName: string;
  fileSha256: string;
  columns: Columns;
  /** The competition whose results they are; null for every other register. */
  competitionId: string | null;
  competitionTitle: string | null;
  competitionCode: string | null;
  coversFrom: string | null;
  coversUntil: string | null;
  uploadedBy: string;
  uploadedAt: Date;
  appliedBy: string | null;
  appliedAt: Date | null;
  added: number | null;
  changed: number | null;
  same: number | null;
  refused: number | null;
  undoneBy: string | null;
  undoneAt: Date | null;
  undoReason: string | null;
  kept: number | null;
}

const NAME_OF = (id: string): string => `(select p.full_name from identity.v_person p where p.id = ${id})`;

export const IMPORT_SELECT = `
  select i.id, i.organiser_id as "organiserId", o.short_name as "organiserName", i.kind, i.state,
         i.competition_id as "competitionId", c.title as "competitionTitle", c.code as "competitionCode",
         i.file_name as "fileName", i.file_sha256 as "fileSha256", i.columns,
         i.source_title as "sourceTitle", i.source_on::text as "sourceOn", i.source_by as "sourceBy",
         i.source_link as "sourceLink", i.covers_from::text as "coversFrom", i.covers_until::text as "coversUntil",
         ${NAME_OF('i.uploaded_by')} as "uploadedBy", i.uploaded_at as "uploadedAt",
         ${NAME_OF('i.applied_by')} as "appliedBy", i.applied_at as "appliedAt", i.added, i.changed, i.same, i.refused,
         ${NAME_OF('i.undone_by')} as "undoneBy", i.undone_at as "undoneAt", i.undo_reason as "undoReason", i.kept
    from registers.import i join identity.v_organiser o on o.id = i.organiser_id
    left join competitions.v_competition c on c.id = i.competition_id`;

/** @throws NotFound when there is none, or it is not of an authority of the actor */
export async function importById(reader: Reader, actor: Actor, id: string): Promise<ImportRow> {
  const found = await reader.one<ImportRow>(`${IMPORT_SELECT} where i.id = $1`, [id]);
  if (!found) throw new NotFound();
  demand(importPolicy, 'see', actor, found);
  return found;
}
