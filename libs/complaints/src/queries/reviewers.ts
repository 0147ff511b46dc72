import type { Reader } from '#libs/platform/database';
import type { ComplaintRow } from './read-complaints.js';

export interface Reviewer {
  personId: string;
  fullName: string;
  position: string;
  role: string;
}

type Contested = Pick<
  ComplaintRow,
  'organiserId' | 'competitionId' | 'applicationId' | 'againstId' | 'decision' | 'registeredBy' | 'channel'
>;

/**
 * Who may look at a complaint: officers and members of the commission without a part in what is contested. Who scored
 * the proposal, voted on the result, checked the admission or declared a conflict is out, and so is whoever signs.
 */
export function reviewersFor(reader: Reader, complaint: Contested): Promise<Reviewer[]> {
  const { organiserId, competitionId, applicationId, againstId, decision } = complaint;
  return reader.rows<Reviewer>(
    `select distinct on (r.person_id) r.person_id as "personId", r.full_name as "fullName", r.position, r.role
       from identity.v_role r
      where ((r.scope_id = $1 and r.role = 'officer')
          or (r.scope_id = $2 and r.role in ('commission-chair', 'commission-secretary', 'commission-member')))
        and not exists (select from identity.v_role d where d.scope_id = $1 and d.role = 'director' and d.person_id = r.person_id)
        and not exists (select from identity.v_role a
                          join applications.v_application own on own.organisation_id = a.scope_id
                         where own.id = any($3) and a.role = 'applicant' and a.person_id = r.person_id)
        and not exists (select from evaluation.v_recusal v where v.person_id = r.person_id and v.application_id = any($3))
        and not exists (select from evaluation.v_scoring_pair s
                         where $4 <> 'admission' and s.person_id = r.person_id and s.application_id = any($3))
        and not exists (select from sessions.v_voter b
                         where b.person_id = r.person_id and b.scope_id = $2
                           and b.kind = case $4 when 'admission' then 'admission' else 'award' end)
        and not exists (select from applications.v_checker k
                         where $4 = 'admission' and k.person_id = r.person_id and k.application_id = any($3))
      order by r.person_id, r.role desc`,
    [organiserId, competitionId, [applicationId, ...(againstId ? [againstId] : [])], decision],
  );
}
