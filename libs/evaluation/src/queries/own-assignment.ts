import type { Reader } from '#libs/platform/database';
import { Forbidden, NotFound } from '#libs/platform/errors';
import { toSafeInteger } from '#libs/platform/money';
import type { Advice } from '../model/advice.js';
import type { SheetState } from '../model/sheet.js';

export interface OwnAssignment extends Advice {
  id: string;
  competitionId: string;
  applicationId: string;
  /** Null while nothing was saved. */
  sheetId: string | null;
  state: SheetState | null;
  /** 0 while nothing was saved. */
  version: number;
  comment: string;
  /** Kopecks. */
  requestedKop: number;
  signedAt: Date | null;
  /** A sheet of it that was signed on paper and entered by others. */
  paperId: string | null;
  /** The last second of its own days; null: those of the competition. */
  writeUntil: Date | null;
}

/**
 * An assignment of the person and its sheet.
 * @throws NotFound when it is not theirs; Forbidden when it was taken away: by a conflict, by an order (rule 32)
 */
export async function ownAssignment(reader: Reader, id: string, personId: string | null): Promise<OwnAssignment> {
  const row = await reader.one<OwnAssignment & { isActive: boolean }>(
    `select a.id, a.competition_id as "competitionId", a.application_id as "applicationId", s.id as "sheetId", s.state,
            coalesce(s.version, 0) as version, coalesce(s.comment, '') as comment, s.signed_at as "signedAt",
            a.write_until as "writeUntil", p.id as "paperId",
            v.requested_kop as "requestedKop", s.recommended_kop as "recommendedKop",
            coalesce(s.recommended_reason, '') as "recommendedReason", s.confidence,
            a.ended_at is null and exists (select from evaluation.conflict_declaration d
              where d.application_id = a.application_id and d.person_id = a.person_id and d.kind = 'none') as "isActive"
       from evaluation.assignment a join applications.v_application v on v.id = a.application_id
       left join evaluation.score_sheet s on s.assignment_id = a.id
       left join evaluation.paper_sheet p on p.assignment_id = a.id
      where a.id = $1 and a.person_id = $2`,
    [id, personId],
  );
  if (!row) throw new NotFound();
  if (!row.isActive) throw new Forbidden('evaluation.assignment-ended');
  const { recommendedKop, requestedKop } = row;
  return {
    ...row,
    requestedKop: toSafeInteger(requestedKop),
    recommendedKop: recommendedKop === null ? null : toSafeInteger(recommendedKop),
  };
}
