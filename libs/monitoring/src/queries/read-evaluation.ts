import { withoutPersonalData } from '#libs/identity';
import type { Reader } from '#libs/platform/database';
import type { Figures } from '../model/figures.js';

export interface EvaluationRow {
  state: 'draft' | 'approved';
  version: number;
  summary: string;
  lessons: string;
  draftedBy: string;
  author: string;
  figures: Figures | null;
  sha256: string | null;
  approver: string | null;
  approvedAt: Date | null;
  presentedOn: string | null;
  presentedAt: string | null;
}

export const evaluationOf = (reader: Reader, competitionId: string): Promise<EvaluationRow | undefined> =>
  reader.one(
    `select e.state, e.version, e.summary, e.lessons, e.drafted_by as "draftedBy", a.signing_name as author, e.figures, e.sha256,
            p.signing_name as approver, e.approved_at as "approvedAt", e.presented_on::text as "presentedOn",
            e.presented_at as "presentedAt"
       from monitoring.evaluation e
       join identity.v_person a on a.id = e.drafted_by
       left join identity.v_person p on p.id = e.approved_by
      where e.competition_id = $1`,
    [competitionId],
  );

export interface EarlierYear {
  code: string;
  budgetYear: number;
  figures: Figures;
}

const YEARS_MAX = 10;

/** Approved evaluations of the same measure of the authority, other years than this one, the latest first. */
export const otherYears = (reader: Reader, competitionId: string): Promise<EarlierYear[]> =>
  reader.rows(
    `select k.code, k.budget_year as "budgetYear", e.figures
       from competitions.v_competition mine
       join competitions.v_competition k on k.organiser_id = mine.organiser_id and k.measure_id = mine.measure_id
        and k.id <> mine.id and not k.is_rehearsal
       join monitoring.evaluation e on e.competition_id = k.id and e.state = 'approved'
      where mine.id = $1 order by k.budget_year desc, k.code limit ${YEARS_MAX}`,
    [competitionId],
  );

/** rule 55: what people typed in it, fit for everybody. */
export const publishedEvaluation = (row: EvaluationRow): EvaluationRow => ({
  ...row,
  summary: withoutPersonalData(row.summary),
  lessons: withoutPersonalData(row.lessons),
  presentedAt: row.presentedAt === null ? null : withoutPersonalData(row.presentedAt),
});
