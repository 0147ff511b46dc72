import type { CompetitionRow } from '#libs/competitions';
import { isEdrpou } from '#libs/identity';
import type { Reader } from '#libs/platform/database';
import type { Found as ListFound, RowFinder } from '#libs/platform/http';
import { OPENED_STATES } from '../access/application.policy.js';
import { ADMISSION, type CheckAnswer, type ManualCheck, type RefusalGround, type Verdict } from '../model/admission.js';
import { checksOf, type AdmissionRules, type SubmittedProposal } from '../model/admission-checks.js';
import type { Check } from '../model/check.js';
import type { MendingState } from '../model/mending.js';
import type { Problem } from '../model/problem.js';
import { withSafeSums } from '../model/application.js';
import { linesIn, type FrozenBudget, type Indicator } from '../model/frozen-proposal.js';
import { coverageOf, recordsSql, registerRulesOf, type Coverage } from './register-records.js';

/** A proposal in the admission: what was submitted, what was checked, what will be proposed, how the commission voted. */
export interface AdmissionProposal {
  id: string;
  state: 'submitted' | 'admitted' | 'refused';
  registerCode: string;
  title: string;
  organisationName: string;
  edrpou: string;
  /** Counts the saved changes of the officer's page. */
  version: number;
  submittedAt: Date;
  requestedKop: number;
  ownKop: number;
  totalKop: number;
  decisionReason: string | null;
  decidedAt: Date | null;
  checks: Check[];
  manual: Partial<Record<ManualCheck, { passed: boolean; note: string }>>;
  verdict: Verdict | null;
  ground: RefusalGround | null;
  reason: string;
  /** It was given back and is not re-checked yet (rule 38): nothing is proposed about it meanwhile. */
  isBeingMended: boolean;
  mendingState: MendingState | null;
  organisationId: string;
  /** What the form would have refused; only of paper. */
  flaws: Problem[];
  /** The commission decides on it, also where the authority admits the rest (rules 9, 10). */
  needsVote: boolean;
  /** The order of the director that it waits for, or that decided on it. */
  orderId: string | null;
  /** The last session that had it on its agenda. */
  lastVote: { sessionId: string; number: number; state: string; verdict: Verdict; result: string | null } | null;
}

/** More than any competition has had; a session takes no more. */
export const PROPOSALS_MAX = 500;

export const ADMISSION_FILTERS = ['undrafted', 'admit', 'refuse', 'vote', 'admitted', 'refused'] as const;
export type AdmissionFilter = (typeof ADMISSION_FILTERS)[number];

/** Over the state of the proposal and the prepared verdict. */
export const FILTER_CONDITIONS: Record<AdmissionFilter, string> = {
  undrafted: `state = 'submitted' and verdict is null`,
  admit: `state = 'submitted' and verdict = 'admit'`,
  refuse: `state = 'submitted' and verdict = 'refuse'`,
  vote: `state = 'submitted' and "needsVote"`,
  admitted: `state = 'admitted'`,
  refused: `state = 'refused'`,
};

type Found = Omit<AdmissionProposal, 'checks'> &
  Omit<SubmittedProposal, 'hasValidCode' | 'right' | 'lines'> & {
    isRightVerified: boolean;
    verifiedByName: string;
    verifiedInName: string;
    verifiedAt: Date | null;
  } & { budget: FrozenBudget | null; indicators: Indicator[] | null };

/** Every proposal of a competition with every check, in the order of the register codes; or one of them. */
export async function admissionProposals(
  reader: Reader,
  competition: CompetitionRow,
  id?: string,
): Promise<AdmissionProposal[]> {
  const rows = await reader.rows<Found>(
    `${SELECT} and ($2::uuid is null or a.id = $2) order by a.register_code limit ${PROPOSALS_MAX}`,
    [competition.id, id ?? null],
  );
  return withChecks(rows, competition, await coverageOf(reader, competition));
}

/** Those that were asked for. */
export async function listedProposals(
  reader: Reader,
  competition: CompetitionRow,
  asked: RowFinder,
): Promise<ListFound<AdmissionProposal>> {
  const found = await asked.find<Found>(reader, SELECT, [competition.id]);
  return { ...found, rows: withChecks(found.rows, competition, await coverageOf(reader, competition)) };
}

function withChecks(rows: Found[], competition: CompetitionRow, coverage: Coverage): AdmissionProposal[] {
  return rows.map(withSafeSums).map((row) => ({
    ...row,
    checks: checksOf(submittedProposal(row), rulesOf(competition, coverage, row.decidedAt)),
  }));
}

function submittedProposal(row: Found): SubmittedProposal {
  const lines = row.budget && linesIn(row.budget);
  return { ...row, lines, right: rightOf(row), hasValidCode: isEdrpou(row.edrpou) };
}

function rightOf({ isRightVerified: isVerified, verifiedByName, verifiedInName, verifiedAt }: Found) {
  return { isVerified, verifiedByName, verifiedInName, verifiedAt };
}

/** From the frozen rule set (rule 1) and the settings of the competition. */
function rulesOf(competition: CompetitionRow, coverage: Coverage, decidedAt: Date | null): AdmissionRules {
  return {
    ...competition,
    ...registerRulesOf(competition, coverage, decidedAt),
    minRegistrationAgeMonths: competition.ruleSet?.slots.minRegistrationAgeMonths?.value ?? null,
  };
}

/** Titles that differ by case, spaces and punctuation are the same (rule 12). */
const bare = (title: string): string => `lower(regexp_replace(${title}, '[[:space:][:punct:]«»“”„’–—]+', '', 'g'))`;

// `offset 0`: the right to act is asked for these organisations, not made for every organisation and then joined.
const FROM = `
  from applications.application a
  join applications.v_application v on v.id = a.id
  join identity.v_organisation o on o.id = a.organisation_id
  cross join lateral (
    select * from identity.v_organisation_right r where r.organisation_id = a.organisation_id offset 0) right_of
  join competitions.v_competition c on c.id = a.competition_id
  left join applications.submission s on s.application_id = a.id and s.number = a.submission_number
  left join applications.admission_draft d on d.application_id = a.id
  left join applications.mending m on m.application_id = a.id
  left join applications.envelope e on e.application_id = a.id and e.state = 'accepted'`;

/** rule 16: of a proposal that is still sealed in another competition nothing is told, not even its title. */
const OPENED = OPENED_STATES.map((state) => `'${state}'`).join(', ');

const RECORDS = recordsSql({
  ...{ organiserId: 'c.organiser_id', edrpou: 'o.edrpou', budgetYear: 'c.budget_year', until: 'a.decided_at' },
});

const SELECT = `
  select a.id, a.state, a.register_code as "registerCode", v.title, v.organisation_name as "organisationName", o.edrpou,
         o.legal_form as "legalForm", o.registered_on::text as "registeredOn", o.non_profit_sign as "nonProfitSign",
         right_of.liquidated_on::text as "liquidatedOn", right_of.is_verified as "isRightVerified",
         right_of.verified_by_name as "verifiedByName", right_of.verified_in_name as "verifiedInName",
         right_of.verified_at as "verifiedAt",
         coalesce((a.part_versions->>'${ADMISSION}')::int, 0) as version, a.submitted_at as "submittedAt",
         v.requested_kop as "requestedKop", v.own_kop as "ownKop", v.total_kop as "totalKop",
         v.start_on::text as "startOn", v.end_on::text as "endOn",
         s.content->'budget' as budget, s.content->'indicators' as indicators,
         a.decision_reason as "decisionReason", a.decided_at as "decidedAt",
         d.verdict, nullif(d.ground, '') as ground, coalesce(d.reason, '') as reason,
         coalesce(m.state in ('open', 'sent'), false) as "isBeingMended", m.state as "mendingState",
         a.organisation_id as "organisationId", coalesce(s.flaws, '[]') as flaws,
         coalesce(e.received_at > c.closes_at, false) as "takenByPostmark",
         coalesce(d.needs_vote, false) as "needsVote", a.admission_order_id as "orderId",
         (select count(*)::int from applications.application other
           where other.competition_id = a.competition_id and other.organisation_id = a.organisation_id
             and other.id <> a.id and other.state in ('submitted', 'admitted', 'refused')) as "proposalCount",
         array(select twin.register_code from applications.v_application twin
                 join competitions.v_competition other on other.id = twin.competition_id
                where twin.organisation_id = a.organisation_id and twin.id <> a.id
                  and twin.state in ('submitted', 'admitted') and other.budget_year = c.budget_year
                  and other.is_rehearsal = c.is_rehearsal and other.stage in (${OPENED})
                  and ${bare('twin.title')} = ${bare('v.title')}
                order by 1) as "sameTitleCodes",
         ${RECORDS} as records,
         coalesce((select jsonb_object_agg(k.item, jsonb_build_object('passed', k.passed, 'note', k.note))
                     from applications.admission_check k where k.application_id = a.id), '{}') as manual,
         (select jsonb_build_object('sessionId', i.session_id, 'number', i.session_number, 'state', i.session_state,
                                    'verdict', i.payload->>'verdict', 'result', i.result)
            from sessions.v_item i
           where i.kind = '${ADMISSION}' and i.subject_id = a.id and i.session_state <> 'cancelled'
           order by i.session_number desc limit 1) as "lastVote"
  ${FROM}
   where a.competition_id = $1 and a.state in ('submitted', 'admitted', 'refused')`;

/** The answers of the officer, complete: what nobody checked is null. */
export function answersOf({ manual }: Pick<AdmissionProposal, 'manual'>): Record<ManualCheck, CheckAnswer> {
  const answer = (item: ManualCheck): CheckAnswer => manual[item] ?? { passed: null, note: '' };
  return { documents: answer('documents'), statements: answer('statements'), filling: answer('filling') };
}
