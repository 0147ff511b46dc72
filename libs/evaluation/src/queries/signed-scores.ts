import type { Reader } from '#libs/platform/database';
import type { ProposalWithSheets } from '../model/integrity/alternatives.js';
import type { ScoredProposal } from '../model/rating.js';

/** Every admitted proposal with its signed sheets, as they were amended after the defence. Also of those who left the commission after they signed. */
export async function signedScores(reader: Reader, competitionId: string): Promise<ScoredProposal[]> {
  const proposals = await proposalsWithSheets(reader, competitionId);
  return proposals.map((proposal) => ({ ...proposal, sheets: proposal.sheets.map(({ points }) => points) }));
}

/** The same with who signed each sheet: only for the check of the result, never for the rating. */
export function proposalsWithSheets(reader: Reader, competitionId: string): Promise<ProposalWithSheets[]> {
  return reader.rows<ProposalWithSheets>(
    `select v.id as "applicationId", v.register_code as "registerCode", v.submitted_at as "submittedAt",
            coalesce((select json_agg(json_build_object('personId', sheet.person_id, 'points', sheet.points) order by sheet.id)
                        from (select s.id, s.person_id, json_object_agg(k.key, p.points) as points
                                from evaluation.score_sheet s
                                join evaluation.v_counted_score p on p.sheet_id = s.id
                                join competitions.v_criterion k on k.id = p.criterion_id
                               where s.application_id = v.id and s.state = 'signed' group by s.id) sheet), '[]') as sheets
       from applications.v_application v
      where v.competition_id = $1 and v.state = 'admitted' order by v.register_code`,
    [competitionId],
  );
}
