import type { Reader } from '#libs/platform/database';
import { isSettledAs, refundOf, type Refund } from '../model/refund.js';
import type { ConclusionState, ConclusionSubject, MoneyUse, ProjectResult } from '../model/conclusion.lifecycle.js';

export interface ConclusionRow {
  projectId: string;
  state: ConclusionState;
  version: number;
  result: ProjectResult;
  moneyUse: MoneyUse;
  grounds: string;
  recommendation: string;
  paidKop: number;
  acceptedKop: number;
  untargetedKop: number;
  unspentKop: number;
  unresolvedKop: number;
  byActKop: number;
  draftedBy: string;
  author: string;
  shownAt: Date | null;
  objectionsUntil: string | null;
  objection: string | null;
  objectedAt: Date | null;
  agreedAt: Date | null;
  answer: string | null;
  answeredAt: Date | null;
  number: string | null;
  approver: string | null;
  approvedAt: Date | null;
}

type Sums = 'paidKop' | 'acceptedKop' | 'untargetedKop' | 'unspentKop' | 'unresolvedKop' | 'byActKop';

export async function conclusionOf(reader: Reader, projectId: string): Promise<ConclusionRow | undefined> {
  const row = await reader.one<Omit<ConclusionRow, Sums> & Record<Sums, string>>(
    `select c.project_id as "projectId", c.state, c.version, c.result, c.money_use as "moneyUse", c.grounds, c.recommendation,
            c.paid_kop as "paidKop", c.accepted_kop as "acceptedKop", c.untargeted_kop as "untargetedKop",
            c.unspent_kop as "unspentKop", c.unresolved_kop as "unresolvedKop", c.by_act_kop as "byActKop", c.drafted_by as "draftedBy", a.signing_name as author, c.shown_at as "shownAt",
            c.objections_until::text as "objectionsUntil", c.objection, c.objected_at as "objectedAt",
            c.agreed_at as "agreedAt", c.answer, c.answered_at as "answeredAt", c.number, p.signing_name as approver,
            c.approved_at as "approvedAt"
       from monitoring.conclusion c
       join identity.v_person a on a.id = c.drafted_by
       left join identity.v_person p on p.id = c.approved_by
      where c.project_id = $1`,
    [projectId],
  );
  if (!row) return undefined;
  return {
    ...row,
    paidKop: Number(row.paidKop),
    acceptedKop: Number(row.acceptedKop),
    untargetedKop: Number(row.untargetedKop),
    unspentKop: Number(row.unspentKop),
    unresolvedKop: Number(row.unresolvedKop),
    byActKop: Number(row.byActKop),
  };
}

/** What accepted reports, unresolved findings and an early end come to today. */
export async function settlementOf(reader: Reader, projectId: string, paidKop: number): Promise<Refund> {
  const rows = await reader.rows<{ fundedKop: string; isRefused: boolean }>(
    `select x.funded_kop as "fundedKop", x.is_refused as "isRefused"
       from monitoring.expense x join monitoring.report r on r.id = x.report_id
      where r.project_id = $1 and r.state = 'accepted'`,
    [projectId],
  );
  const grounds = await reader.one<{ unresolvedKop: string; byActKop: string }>(
    `select (select coalesce(sum(sum_kop), 0) from monitoring.finding
              where project_id = $1 and state = 'unresolved') as "unresolvedKop",
            (select coalesce(max(return_kop), 0) from contracts.v_act
              where contract_id = $1 and kind = 'end-early') as "byActKop"`,
    [projectId],
  );
  return refundOf(
    paidKop,
    rows.map(({ fundedKop, isRefused }) => ({ fundedKop: Number(fundedKop), isRefused })),
    { unresolvedKop: Number(grounds!.unresolvedKop), byActKop: Number(grounds!.byActKop) },
  );
}

/** What the guards of a conclusion look at, by what stands today. */
export async function subjectOf(
  reader: Reader,
  conclusion: ConclusionRow,
  { paidKop }: { paidKop: number },
  { personId, today }: { personId: string | null; today: string },
): Promise<ConclusionSubject> {
  return {
    openFindings: await openFindings(reader, conclusion.projectId),
    isAuthor: conclusion.draftedBy === personId,
    isHeard: isHeard(conclusion, today),
    isTermOver: (conclusion.objectionsUntil ?? '') < today,
    isStale: !isSettledAs(conclusion, await settlementOf(reader, conclusion.projectId, paidKop)),
  };
}

async function openFindings(reader: Reader, projectId: string): Promise<number> {
  const row = await reader.one<{ count: number }>(
    `select count(*)::int as count from monitoring.finding where project_id = $1 and state in ('warned', 'answered')`,
    [projectId],
  );
  return row!.count;
}

/** The recipient has said something about what it was shown, or its term is over. */
export const hasSpoken = ({ agreedAt, objectedAt, shownAt }: ConclusionRow): boolean =>
  agreedAt !== null || (objectedAt !== null && shownAt !== null && objectedAt >= shownAt);

const isHeard = (conclusion: ConclusionRow, today: string): boolean =>
  hasSpoken(conclusion) || (conclusion.objectionsUntil !== null && conclusion.objectionsUntil < today);
