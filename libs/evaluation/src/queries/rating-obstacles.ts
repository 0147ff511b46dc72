import type { Reader } from '#libs/platform/database';
import { COMMISSION } from '../access/evaluation.policy.js';

const CODES = [
  ...(['undeclared', 'questions-open', 'places-open', 'sheets-unsigned', 'unscored', 'draw-open'] as const),
  ...(['defence-open', 'annulment-open', 'second-score-open'] as const),
];

/**
 * What stands between the score sheets and the rating, as reason codes:
 * a member who has not declared, questions about conflicts that nobody answered, places that nobody has, sheets that are not signed, proposals that nobody scored, a draw of lots that is under way, proposals that wait
 * for their published time of defence, a signed sheet whose annulment is put to the vote, the days of the second score.
 */
export async function ratingObstacles(reader: Reader, competitionId: string): Promise<string[]> {
  const found = await reader.one<Record<(typeof CODES)[number], boolean>>(OBSTACLES, [competitionId, COMMISSION]);
  return CODES.filter((code) => found?.[code]).map((code) => `evaluation.${code}`);
}

const OBSTACLES = `
  with competition as (select id, scoring_mode from competitions.v_competition where id = $1),
  admitted as (select id from applications.v_application where competition_id = $1 and state = 'admitted'),
  member as (select r.person_id from identity.v_role r, competition c
              where r.scope_id = c.id and r.role = any($2) and c.scoring_mode = 'every-member'),
  active as (select id, application_id, person_id from evaluation.assignment where competition_id = $1 and ended_at is null),
  signed as (select assignment_id, application_id from evaluation.score_sheet where competition_id = $1 and state = 'signed')
  select
    exists (select from admitted a, member m
             where not exists (select from evaluation.conflict_declaration d
                                where d.application_id = a.id and d.person_id = m.person_id)) as undeclared,
    exists (select from admitted a join evaluation.conflict_question q on q.application_id = a.id and q.state = 'open'
             where exists (select from identity.v_role r where r.scope_id = $1 and r.person_id = q.person_id)) as "questions-open",
    exists (select from admitted a, member m
             where exists (select from evaluation.conflict_declaration d
                            where d.application_id = a.id and d.person_id = m.person_id and d.kind = 'none')
               and not exists (select from active where application_id = a.id and person_id = m.person_id))
    or exists (select from evaluation.v_place p
                where p.competition_id = $1
                  and (select count(*) from active where application_id = p.application_id) < p.places) as "places-open",
    exists (select from active a where not exists (select from signed s where s.assignment_id = a.id)) as "sheets-unsigned",
    exists (select from admitted a where not exists (select from signed s where s.application_id = a.id)) as unscored,
    exists (select from evaluation.draw where competition_id = $1 and state in ('commitments', 'secrets')) as "draw-open",
    exists (select from evaluation.defence d join evaluation.defence_slot s on s.competition_id = d.competition_id
             where d.competition_id = $1 and d.state = 'published' and s.state = 'planned'
               and s.application_id in (select id from admitted)) as "defence-open",
    exists (select from evaluation.sheet_annulment where competition_id = $1 and decided_at is null) as "annulment-open",
    exists (select from evaluation.v_second_score where competition_id = $1 and closed_at is null) as "second-score-open"`;
