import { competitionById, type CompetitionRow } from '#libs/competitions';
import { kyivDay } from '#libs/platform/clock';
import type { Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { Decision } from '../model/complaint.js';
import { complainUntil } from '../model/complaint-terms.js';

export interface ContestedProposal {
  id: string;
  competitionId: string;
  organisationId: string;
  organisationName: string;
  registerCode: string;
  title: string;
  state: string;
}

/** A decision on a proposal, the day it was made, and the last day to complain of it. */
export interface Contestable {
  decision: Decision;
  decidedOn: string;
  untilOn: string;
}

/** What has been decided about a proposal and may be contested; nothing before it is public. */
export async function contestable(
  reader: Reader,
  applicationId: string,
): Promise<{ proposal: ContestedProposal; competition: CompetitionRow; decisions: Contestable[] }> {
  const row = await reader.one<ContestedProposal & { decidedAt: Date | null; signedOn: string | null }>(
    `select a.id, a.competition_id as "competitionId", a.organisation_id as "organisationId",
            a.organisation_name as "organisationName", a.register_code as "registerCode", a.title, a.state,
            a.decided_at as "decidedAt", r.signed_on::text as "signedOn"
       from applications.v_application a left join awards.v_result r on r.application_id = a.id
      where a.id = $1`,
    [applicationId],
  );
  if (!row) throw new NotFound();
  const { decidedAt, signedOn, ...proposal } = row;
  const competition = await competitionById(reader, proposal.competitionId);
  const of = (decision: Decision, decidedOn: string): Contestable => ({
    ...{ decision, decidedOn, untilOn: complainUntil(competition, decidedOn).dueOn },
  });
  const onAdmission = proposal.state === 'refused' && decidedAt ? [of('admission', kyivDay(decidedAt))] : [];
  const onResult = signedOn ? [of('points', signedOn), of('result', signedOn)] : [];
  return { proposal, competition, decisions: [...onAdmission, ...onResult] };
}

/** Who got money in the same competition: an award may be contested by somebody else. */
export const otherWinners = (
  reader: Reader,
  { id, competitionId }: ContestedProposal,
): Promise<{ id: string; title: string; organisationName: string }[]> =>
  reader.rows(
    `select a.id, a.title, a.organisation_short_name as "organisationName"
       from awards.v_result r join applications.v_application a on a.id = r.application_id
      where r.competition_id = $1 and r.outcome = 'funded' and a.id <> $2
      order by a.organisation_short_name collate "uk-x-icu", a.id limit 500`,
    [competitionId, id],
  );
