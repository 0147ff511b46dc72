import type { Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import type { SecondScore } from '../model/second-score.js';

/** The second score of a competition; undefined where there is none. */
export function secondScoreOf(
  reader: Reader,
  competitionId: string,
): Promise<{ until: Date; closedAt: Date | null } | undefined> {
  return reader.one('select until, closed_at as "closedAt" from evaluation.v_second_score where competition_id = $1', [
    competitionId,
  ]);
}

/** How the second score of one sheet stands. */
export async function secondScoreOfSheet(reader: Reader, assignmentId: string): Promise<SecondScore> {
  const row = await reader.one<SecondScore>(
    `select c.until, c.closed_at is not null as "isClosed", coalesce(s.state = 'signed', false) as "isSigned",
            r.sheet_id is not null as "isRevised", d.state as slot
       from evaluation.assignment a
       left join evaluation.score_sheet s on s.assignment_id = a.id
       left join evaluation.revised_sheet r on r.sheet_id = s.id
       left join evaluation.v_second_score c on c.competition_id = a.competition_id
       left join evaluation.defence_slot d on d.application_id = a.application_id
      where a.id = $1`,
    [assignmentId],
  );
  return row!;
}

export interface RevisedScore {
  key: string;
  points: number;
  /** Empty where the score stayed. */
  reason: string;
}

/** The amended points of a sheet, in the order of the criteria. */
export const revisionOfSheet = (reader: Reader, sheetId: string): Promise<RevisedScore[]> =>
  reader.rows<RevisedScore>(
    `select k.key, r.points, r.reason from evaluation.revised_score r
       join competitions.v_criterion k on k.id = r.criterion_id where r.sheet_id = $1 order by k.position`,
    [sheetId],
  );

/** Own signed sheets that may be amended now. */
export interface Revisable {
  competitionId: string;
  title: string;
  count: number;
  until: Date;
}

/** By competition, of those in which the person still scores. */
export const revisableOf = (reader: Reader, { actor, now }: Context): Promise<Revisable[]> =>
  reader.rows<Revisable>(
    `select c.id as "competitionId", c.title, count(*)::int as count, o.until
       from evaluation.v_second_score o
       join competitions.v_competition c on c.id = o.competition_id and c.state = 'scoring'
       join evaluation.assignment a on a.competition_id = c.id and a.person_id = $1 and a.ended_at is null
       join evaluation.score_sheet s on s.assignment_id = a.id and s.state = 'signed'
       join evaluation.defence_slot d on d.application_id = a.application_id and d.state <> 'planned'
      where o.closed_at is null and o.until >= $2
        and not exists (select from evaluation.revised_sheet r where r.sheet_id = s.id)
      group by c.id, c.title, o.until order by o.until`,
    [actor.personId, now],
  );
