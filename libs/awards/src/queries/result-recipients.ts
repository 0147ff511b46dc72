import type { Reader } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';
import type { Fraction, RatingCriterion } from '#libs/evaluation';
import type { Recipient } from '#libs/notifications';
import type { Outcome } from '../model/allocate.js';
import type { Refusal } from '../model/allocation.js';

/** The result of one proposal for one person who may act for its organisation. */
export interface ResultToTell {
  applicationId: string;
  organisationId: string;
  to: Recipient;
  title: string;
  outcome: Outcome | 'partial' | 'refused';
  requestedKop: number;
  consentDays: number | null;
  amountKop: number;
  reason: Refusal | null;
  note: string;
  /** Why it was not admitted; empty for an admitted one. */
  admissionReason: string;
  place: number | null;
  score: Fraction;
  criteria: RatingCriterion[];
}

interface StoredRow extends Recipient {
  applicationId: string;
  organisationId: string;
  title: string;
  decisionReason: string | null;
  outcome: Outcome | null;
  requestedKop: string;
  consentDays: number | null;
  amountKop: string | null;
  reason: Refusal | null;
  note: string | null;
  place: number | null;
  pointsSum: string | null;
  sheetsCount: number | null;
  criteria: RatingCriterion[];
}

/** Whom the result of each submitted proposal is told to: see `applications.v_addressee`. */
export async function resultRecipients(
  reader: Reader,
  competitionId: string,
  alone: readonly string[] | null,
): Promise<ResultToTell[]> {
  const rows = await reader.rows<StoredRow>(
    `select a.id as "applicationId", a.organisation_id as "organisationId", a.title, a.decision_reason as "decisionReason",
            p.person_id as "personId", p.email, p.language,
            case when w.id is not null then 'funded' else l.outcome end as outcome,
            coalesce(w.amount_kop, l.amount_kop) as "amountKop", l.reason, l.note, r.place,
            a.requested_kop as "requestedKop", w.consent_days as "consentDays", r.points_sum as "pointsSum",
            r.sheets_count as "sheetsCount", coalesce(r.criteria, '[]') as criteria
       from applications.v_application a
       join applications.v_addressee p on p.application_id = a.id
       left join awards.allocation_line l on l.application_id = a.id
       left join awards.award w on w.application_id = a.id
       left join evaluation.v_rating r on r.application_id = a.id
      where a.competition_id = $1 and a.state in ('admitted', 'refused') and ($2::uuid[] is null or a.id = any($2))
      order by a.register_code, p.person_id`,
    [competitionId, alone],
  );
  return rows.map(resultToTell);
}

function resultToTell(row: StoredRow): ResultToTell {
  const { applicationId, organisationId, title, personId, email, language, place, criteria } = row;
  return {
    applicationId,
    organisationId,
    to: { personId, email, language },
    title,
    outcome: row.consentDays === null ? (row.outcome ?? 'refused') : 'partial',
    requestedKop: toSafeInteger(row.requestedKop),
    consentDays: row.consentDays,
    amountKop: toSafeInteger(row.amountKop ?? 0),
    reason: row.reason,
    note: row.note ?? '',
    admissionReason: row.decisionReason ?? '',
    place,
    score: { numerator: toSafeInteger(row.pointsSum ?? 0), denominator: row.sheetsCount ?? 0 },
    criteria,
  };
}
