import type { Reader } from '#libs/platform/database';
import type { Lang } from '#libs/platform/access';
import type { Role } from '#libs/identity';
import { SCORERS } from '../access/evaluation.policy.js';

/** How far one person is: counts only, never points (rule 42). */
export interface ScorerProgress {
  personId: string;
  email: string;
  language: Lang;
  fullName: string;
  role: Role;
  undeclared: number;
  conflicts: number;
  total: number;
  draft: number;
  ready: number;
  signed: number;
  /** The last second of the own days of an extra sheet that is not signed. */
  ownUntil: Date | null;
  /** Still has something to declare, write or sign. */
  isLate: boolean;
}

/** Everybody who scores in the competition, those who are not done first, then by name. */
export function scoringProgress(
  reader: Reader,
  competitionId: string,
  roles: readonly Role[] = SCORERS,
): Promise<ScorerProgress[]> {
  return reader.rows<ScorerProgress>(
    `with work as (
       select a.person_id, count(*)::int as total, count(*) filter (where s.state = 'draft')::int as draft,
              count(*) filter (where s.state = 'ready')::int as ready, count(*) filter (where s.state = 'signed')::int as signed,
              max(a.write_until) filter (where s.state is distinct from 'signed') as own_until
         from evaluation.assignment a
         left join evaluation.score_sheet s on s.assignment_id = a.id and s.competition_id = $1
        where a.competition_id = $1 and a.ended_at is null group by a.person_id),
     declared as (
       select r.person_id, count(*) filter (where d.kind is null)::int as undeclared,
              count(*) filter (where d.kind <> 'none')::int as conflicts
         from identity.v_role r
         join applications.v_application v on v.competition_id = r.scope_id and v.state = 'admitted'
         left join evaluation.conflict_declaration d on d.application_id = v.id and d.person_id = r.person_id
        where r.scope_id = $1 and r.role = any($2) group by r.person_id),
     person as (
       select r.person_id as "personId", r.email, r.language, r.full_name as "fullName", r.role,
              coalesce(d.undeclared, 0) as undeclared, coalesce(d.conflicts, 0) as conflicts, coalesce(w.total, 0) as total,
              coalesce(w.draft, 0) as draft, coalesce(w.ready, 0) as ready, coalesce(w.signed, 0) as signed, w.own_until as "ownUntil",
              coalesce(d.undeclared, 0) > 0 or coalesce(w.signed, 0) < coalesce(w.total, 0) as "isLate"
         from identity.v_role r
         left join work w on w.person_id = r.person_id left join declared d on d.person_id = r.person_id
        where r.scope_id = $1 and r.role = any($2))
     select * from person order by "isLate" desc, "fullName" collate "uk-x-icu", "personId"`,
    [competitionId, roles],
  );
}

/** How many sheets the competition asks for, and how many of them are signed. */
export async function sheetCounts(reader: Reader, competitionId: string): Promise<{ total: number; signed: number }> {
  const counts = await reader.one<{ total: number; signed: number }>(
    `select count(*)::int as total, count(*) filter (where s.state = 'signed')::int as signed
       from evaluation.assignment a
       left join evaluation.score_sheet s on s.assignment_id = a.id and s.competition_id = $1
      where a.competition_id = $1 and a.ended_at is null`,
    [competitionId],
  );
  return counts!;
}
