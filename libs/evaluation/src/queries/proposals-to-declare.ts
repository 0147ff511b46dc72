import type { Reader } from '#libs/platform/database';
import type { ConflictKind } from '../model/conflict.js';

/** A proposal as a member sees it before the file opens: who asks, for what; no content (rule 31). */
export interface ProposalToDeclare {
  applicationId: string;
  registerCode: string;
  title: string;
  organisationId: string;
  organisationName: string;
  edrpou: string;
  settlement: string;
  headName: string;
  /** What this person declared; null = nothing yet. */
  kind: ConflictKind | null;
  reason: string;
  hasSignedSheet: boolean;
  isUpheld: boolean;
  /** Open questions about this person: what was found in data (rule 35). */
  signs: { sign: string; detail: string }[];
}

/** Every proposal that takes part, in the order of register codes, with what the person declared about it. */
export function proposalsToDeclare(
  reader: Reader,
  competitionId: string,
  personId: string,
): Promise<ProposalToDeclare[]> {
  return reader.rows<ProposalToDeclare>(
    `select v.id as "applicationId", v.register_code as "registerCode", v.title, v.organisation_id as "organisationId",
            v.organisation_name as "organisationName", v.edrpou, v.settlement, h.head_name as "headName",
            d.kind, coalesce(d.reason, '') as reason, coalesce(d.upheld_at is not null, false) as "isUpheld",
            coalesce((select json_agg(json_build_object('sign', q.sign, 'detail', q.detail) order by q.sign, q.detail)
                        from evaluation.conflict_question q
                       where q.application_id = v.id and q.person_id = $2 and q.source = 'data' and q.state = 'open'), '[]') as signs,
            exists (select from evaluation.score_sheet s
                     where s.application_id = v.id and s.person_id = $2 and s.state = 'signed') as "hasSignedSheet"
       from applications.v_application v
       join competitions.v_competition c on c.id = v.competition_id
       join evaluation.v_applicant_head h on h.organisation_id = v.organisation_id
       left join evaluation.conflict_declaration d on d.application_id = v.id and d.person_id = $2
      where v.competition_id = $1
        and (v.state in ('submitted', 'admitted') or v.state = 'refused' and (c.stage = 'admission' or d.kind is not null))
      order by v.register_code, v.id`,
    [competitionId, personId],
  );
}
