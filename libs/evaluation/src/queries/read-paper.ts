import { worksFor, type RunBy } from '#libs/competitions';
import type { Actor } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Conflict, Forbidden, NotFound } from '#libs/platform/errors';
import { STAFF } from '../access/evaluation.policy.js';
import { whyNotHandling, type Handler } from '../model/paper-sheet.js';
import type { PaperState } from '../model/paper-sheet.lifecycle.js';

export interface PaperSheet {
  id: string;
  competitionId: string;
  assignmentId: string;
  applicationId: string;
  registerCode: string;
  title: string;
  scorerId: string;
  scorerName: string;
  state: PaperState;
  version: number;
  documentId: string;
  comment: string;
  enteredBy: string;
  enteredByName: string;
  enteredAt: Date;
  checkedByName: string | null;
  reason: string;
}

export interface PaperScore {
  key: string;
  title: string;
  maxPoints: number;
  points: number;
  comment: string;
}

const PAPERS = `
  select p.id, p.competition_id as "competitionId", p.assignment_id as "assignmentId", p.application_id as "applicationId",
         v.register_code as "registerCode", v.title, p.person_id as "scorerId", s.full_name as "scorerName", p.state, p.version,
         p.document_id as "documentId", p.comment, p.entered_by as "enteredBy", e.full_name as "enteredByName",
         p.entered_at as "enteredAt", c.full_name as "checkedByName", p.reason
    from evaluation.paper_sheet p
    join applications.v_application v on v.id = p.application_id
    join identity.v_person s on s.id = p.person_id
    join identity.v_person e on e.id = p.entered_by
    left join identity.v_person c on c.id = p.checked_by`;

export const PAPERS_SHOWN = 200;

/** Those that wait for somebody first, the newest of each first. */
export const papersOf = (reader: Reader, competitionId: string): Promise<PaperSheet[]> =>
  reader.rows<PaperSheet>(
    `${PAPERS} where p.competition_id = $1 order by p.state = 'confirmed', p.entered_at desc, p.id limit ${PAPERS_SHOWN}`,
    [competitionId],
  );

/** @throws NotFound when there is none in this competition */
export async function paperById(reader: Reader, competitionId: string, id: string): Promise<PaperSheet> {
  const found = await reader.one<PaperSheet>(`${PAPERS} where p.id = $1 and p.competition_id = $2`, [
    id,
    competitionId,
  ]);
  if (!found) throw new NotFound();
  return found;
}

/** Of the scorer alone. @throws NotFound for anybody else */
export async function ownPaper(reader: Reader, id: string, personId: string | null): Promise<PaperSheet> {
  const found = await reader.one<PaperSheet>(`${PAPERS} where p.id = $1 and p.person_id = $2`, [id, personId]);
  if (!found) throw new NotFound();
  return found;
}

/** In the order of the criteria. */
export const paperScores = (reader: Reader, paperId: string): Promise<PaperScore[]> =>
  reader.rows<PaperScore>(
    `select k.key, k.title, k.max_points as "maxPoints", s.points, s.comment
       from evaluation.paper_score s join competitions.v_criterion k on k.id = s.criterion_id
      where s.paper_id = $1 order by k.position`,
    [paperId],
  );

/** @throws Forbidden when this person may not see the points of this scorer */
export async function demandHandling(
  reader: Reader,
  actor: Actor,
  competition: RunBy,
  { applicationId, scorerId }: Pick<PaperSheet, 'applicationId' | 'scorerId'>,
): Promise<void> {
  const { personId } = actor;
  const found = await reader.one<Pick<Handler, 'hasDeclaredNone' | 'hasConflict' | 'owesSheet'>>(
    `select coalesce(bool_or(d.kind = 'none'), false) as "hasDeclaredNone",
            coalesce(bool_or(d.kind <> 'none'), false) as "hasConflict",
            exists (select from evaluation.assignment a left join evaluation.score_sheet s on s.assignment_id = a.id
                     where a.application_id = $1 and a.person_id = $2 and a.ended_at is null
                       and s.state is distinct from 'signed') as "owesSheet"
       from evaluation.conflict_declaration d where d.application_id = $1 and d.person_id = $2`,
    [applicationId, personId],
  );
  const why = whyNotHandling({ ...found!, personId, isStaff: worksFor(actor, STAFF, competition) }, scorerId);
  // What can be mended by signing comes back to the form, with everything typed.
  if (why === 'evaluation.paper-sign-own-first') throw new Conflict(why);
  if (why) throw new Forbidden(why);
}
