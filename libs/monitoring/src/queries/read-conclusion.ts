import type { Reader } from '#libs/platform/database';
import type { ConclusionState, MoneyUse, ProjectResult } from '../model/conclusion.lifecycle.js';
import { refundOf, type Refund } from '../model/refund.js';

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

type Sums = 'paidKop' | 'acceptedKop' | 'untargetedKop' | 'unspentKop';

export async function conclusionOf(reader: Reader, projectId: string): Promise<ConclusionRow | undefined> {
  const row = await reader.one<Omit<ConclusionRow, Sums> & Record<Sums, string>>(
    `select c.project_id as "projectId", c.state, c.version, c.result, c.money_use as "moneyUse", c.grounds, c.recommendation,
            c.paid_kop as "paidKop", c.accepted_kop as "acceptedKop", c.untargeted_kop as "untargetedKop",
            c.unspent_kop as "unspentKop", c.drafted_by as "draftedBy", a.signing_name as author, c.shown_at as "shownAt",
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
  };
}

/** What the checked expenses come to: an expense that nobody has looked at is not accepted. */
export async function settlementOf(reader: Reader, projectId: string, paidKop: number): Promise<Refund> {
  const rows = await reader.rows<{ fundedKop: string; isRefused: boolean }>(
    `select x.funded_kop as "fundedKop", x.is_refused as "isRefused"
       from monitoring.expense x join monitoring.report r on r.id = x.report_id
      where r.project_id = $1 and x.is_refused is not null`,
    [projectId],
  );
  return refundOf(
    paidKop,
    rows.map(({ fundedKop, isRefused }) => ({ fundedKop: Number(fundedKop), isRefused })),
  );
}

export async function openFindings(reader: Reader, projectId: string): Promise<number> {
  const row = await reader.one<{ count: number }>(
    `select count(*)::int as count from monitoring.finding where project_id = $1 and state in ('warned', 'answered')`,
    [projectId],
  );
  return row!.count;
}

/** The recipient has said something, or its term is over. */
export const isHeard = ({ agreedAt, objection, objectionsUntil }: ConclusionRow, today: string): boolean =>
  agreedAt !== null || objection !== null || (objectionsUntil !== null && objectionsUntil < today);
