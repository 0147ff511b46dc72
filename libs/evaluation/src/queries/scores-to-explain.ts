import type { Reader } from '#libs/platform/database';
import { isUnexplained } from '../model/sheet.js';

export interface ScoreToExplain {
  assignmentId: string;
  criterion: string;
  points: number;
  maxPoints: number;
  comment: string;
}

/** Low scores with hardly a word in a person's sheets that are ready to be signed. */
export async function scoresToExplain(
  reader: Reader,
  competitionId: string,
  personId: string | null,
): Promise<ScoreToExplain[]> {
  const scores = await reader.rows<ScoreToExplain>(
    `select s.assignment_id as "assignmentId", k.title as criterion, p.points, k.max_points as "maxPoints", p.comment
       from evaluation.score_sheet s
       join evaluation.score p on p.sheet_id = s.id
       join competitions.v_criterion k on k.id = p.criterion_id
      where s.competition_id = $1 and s.person_id = $2 and s.state = 'ready' and p.points is not null
      order by s.assignment_id, k.position`,
    [competitionId, personId],
  );
  return scores.filter(isUnexplained);
}
