export const OUTCOMES = ['matched', 'unknown', 'sum-differs', 'twice'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A line of a statement of the Treasury. */
export interface StatementLine {
  number: number;
  documentNumber: string;
  paidOn: string;
  amountKop: number;
  iban: string;
  edrpou: string | null;
  purpose: string;
}

/** A payment of ours that a line may be about. */
export interface OpenPayment {
  id: string;
  state: 'approved' | 'paid';
  amountKop: number;
  iban: string;
  documentNumber: string | null;
  orderedOn: string;
  paidOn: string | null;
  /** An earlier statement has it already. */
  isReconciled: boolean;
}

export interface Reconciled {
  line: StatementLine;
  outcome: Outcome;
  payment: OpenPayment | null;
}

const documentKey = (one: { documentNumber: string | null; paidOn: string | null }): string =>
  `${one.documentNumber} ${one.paidOn}`;

/** rule 25: in the year of the order, and not before it. */
const isAfter = (line: StatementLine, { orderedOn }: OpenPayment): boolean =>
  line.paidOn >= orderedOn && line.paidOn.slice(0, 4) === orderedOn.slice(0, 4);

/**
 * rule 60: each line of a statement beside our payments. First by the document and its day, then, for a payment that is
 * approved and not noted, by account and sum; a line whose payment was met before is there twice.
 */
export function reconcile(lines: readonly StatementLine[], payments: readonly OpenPayment[]): Reconciled[] {
  const byDocument = new Map(payments.filter(({ documentNumber }) => documentNumber).map((p) => [documentKey(p), p]));
  const waiting = new Map<string, OpenPayment[]>();
  for (const payment of payments)
    if (payment.state === 'approved') waiting.set(payment.iban, [...(waiting.get(payment.iban) ?? []), payment]);
  const met = new Set(payments.filter(({ isReconciled }) => isReconciled).map(({ id }) => id));
  return lines.map((line) => {
    const known = byDocument.get(documentKey(line));
    if (known) return about(line, known, met);
    const open = (waiting.get(line.iban) ?? []).filter((one) => isAfter(line, one) && !met.has(one.id));
    const same = open.find(({ amountKop }) => amountKop === line.amountKop);
    if (!same) {
      const other = open[0] ?? null;
      return { line, outcome: other ? 'sum-differs' : 'unknown', payment: other };
    }
    byDocument.set(documentKey(line), same);
    return about(line, same, met);
  });
}

function about(line: StatementLine, payment: OpenPayment, met: Set<string>): Reconciled {
  if (met.has(payment.id)) return { line, outcome: 'twice', payment };
  if (payment.amountKop !== line.amountKop) return { line, outcome: 'sum-differs', payment };
  met.add(payment.id);
  return { line, outcome: 'matched', payment };
}
