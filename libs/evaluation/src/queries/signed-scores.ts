import type { Reader } from '#libs/platform/database';
import type { ScoredProposal } from '../model/rating.js';

/** Every admitted proposal with its signed sheets. Also of those who left the commission after they signed. */
export function signedScores(reader: Reader, competitionId: string): Promise<ScoredProposal[]> {
  return reader.rows<ScoredProposal>(
    `select v.id as "applicationId", v.register_code as "registerCode", v.submitted_at as "submittedAt",
            coalesce((select json_agg(sheet.points order by sheet.id)
                        from (select s.id, json_object_agg(k.key, p.points) as points
                                from evaluation.score_sheet s
                                join evaluation.score p on p.sheet_id = s.id
                                join competitions.v_criterion k on k.id = p.criterion_id
                               where s.application_id = v.id and s.state = 'signed' group by s.id) sheet), '[]') as sheets
       from applications.v_application v
      where v.competition_id = $1 and v.state = 'admitted' order by v.register_code`,
    [competitionId],
  );
}
