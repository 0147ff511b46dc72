import type { Reader } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';
import type { AdoptedLine, AwardNow, RatedProposal, Refusal } from '../model/allocation.js';
import type { Outcome } from '../model/allocate.js';

interface StoredProposal extends Omit<RatedProposal, 'score' | 'adopted' | 'award'> {
  award: AwardNow | null;
  pointsSum: string | null;
  sheetsCount: number | null;
  outcome: Outcome | null;
  amountKop: string | null;
  reason: Refusal | null;
  note: string | null;
}

/** Every admitted proposal in the order of the rating: places first, then by score; with what was decided on it. */
export async function ratedProposals(reader: Reader, competitionId: string): Promise<RatedProposal[]> {
  const rows = await reader.rows<StoredProposal>(
    `select a.id as "applicationId", a.organisation_id as "organisationId", a.organisation_name as "organisationName",
            a.organisation_short_name as "organisationShortName",
            a.edrpou, a.settlement, a.register_code as "registerCode", a.title, a.requested_kop as "requestedKop",
            r.place, r.points_sum as "pointsSum", r.sheets_count as "sheetsCount", r.tie_step as "tieStep",
            coalesce(r.criteria, '[]') as criteria, l.outcome, l.amount_kop as "amountKop", l.reason, l.note,
            case when w.id is not null then json_build_object('id', w.id, 'state', w.state, 'amountKop', w.amount_kop,
                                                              'isPartial', w.asked_kop is not null) end as award,
            coalesce(n.outcome = 'not-funded', false) as "isPassedOver"
       from applications.v_application a
       left join evaluation.v_rating r on r.application_id = a.id
       left join awards.allocation_line l on l.application_id = a.id
       left join awards.award w on w.application_id = a.id
       left join awards.next_line n on n.application_id = a.id
      where a.competition_id = $1 and a.state = 'admitted'
      order by r.place nulls last, r.points_sum::numeric / nullif(r.sheets_count, 0) desc nulls last, a.register_code`,
    [competitionId],
  );
  return rows.map(ratedProposal);
}

function ratedProposal({
  pointsSum,
  sheetsCount,
  outcome,
  amountKop,
  reason,
  note,
  ...row
}: StoredProposal): RatedProposal {
  const adopted: AdoptedLine | null = outcome && { outcome, amountKop: toSafeInteger(amountKop!), reason, note: note! };
  return {
    ...row,
    requestedKop: toSafeInteger(row.requestedKop),
    score: { numerator: toSafeInteger(pointsSum ?? 0), denominator: sheetsCount ?? 0 },
    adopted,
  };
}
