import type { Reader } from '#libs/platform/database';
import type { FindingState } from '../model/finding.lifecycle.js';
import { conclusionOf, type ConclusionRow } from './read-conclusion.js';

export interface FindingRow {
  id: string;
  number: number;
  what: string;
  isUntargeted: boolean;
  sumKop: number | null;
  state: FindingState;
  version: number;
  warnedAt: Date;
  dueOn: string;
  answer: string | null;
  answeredAt: Date | null;
  documentId: string | null;
  decision: string | null;
  decidedAt: Date | null;
}

export interface RefundRow {
  orderNumber: string;
  orderedOn: string;
  dueOn: string;
  untargetedKop: number;
  unspentKop: number;
  returnedKop: number;
  payments: { amountKop: number; paidOn: string; documentNumber: string }[];
}

/** What the department found, concluded and ordered to return. */
export interface Control {
  findings: FindingRow[];
  conclusion: ConclusionRow | undefined;
  refund: RefundRow | undefined;
}

export async function controlOf(reader: Reader, projectId: string): Promise<Control> {
  const findings = await reader.rows<Omit<FindingRow, 'sumKop'> & { sumKop: string | null }>(
    `select id, number, what, is_untargeted as "isUntargeted", sum_kop as "sumKop", state, version, warned_at as "warnedAt",
            due_on::text as "dueOn", answer, answered_at as "answeredAt", document_id as "documentId", decision,
            decided_at as "decidedAt"
       from monitoring.finding where project_id = $1 order by number`,
    [projectId],
  );
  return {
    findings: findings.map((row) => ({ ...row, sumKop: row.sumKop === null ? null : Number(row.sumKop) })),
    conclusion: await conclusionOf(reader, projectId),
    refund: await refundOf(reader, projectId),
  };
}

type Sums = 'untargetedKop' | 'unspentKop' | 'returnedKop';

async function refundOf(reader: Reader, projectId: string): Promise<RefundRow | undefined> {
  const row = await reader.one<Omit<RefundRow, Sums> & Record<Sums, string>>(
    `select order_number as "orderNumber", ordered_on::text as "orderedOn", due_on::text as "dueOn",
            untargeted_kop as "untargetedKop", unspent_kop as "unspentKop", returned_kop as "returnedKop",
            (select coalesce(json_agg(json_build_object('amountKop', p.amount_kop, 'paidOn', p.paid_on,
                      'documentNumber', p.document_number) order by p.position), '[]')
               from monitoring.refund_payment p where p.project_id = r.project_id) as payments
       from monitoring.refund r where project_id = $1`,
    [projectId],
  );
  if (!row) return undefined;
  const { untargetedKop, unspentKop, returnedKop, ...rest } = row;
  return { ...rest, untargetedKop: +untargetedKop, unspentKop: +unspentKop, returnedKop: +returnedKop };
}
