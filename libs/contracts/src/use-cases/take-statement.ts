import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { readTable, type TableFile } from '#libs/registers';
import { demand, type Context } from '#libs/platform/access';
import { constraintMeans, newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { toSafeInteger } from '#libs/platform/money';
import { statementPolicy } from '../access/payment.policy.js';
import { paymentMade, statementTaken } from '../model/payment.facts.js';
import { readStatement } from '../model/read-statement.js';
import { OUTCOMES, reconcile, type OpenPayment, type Reconciled } from '../model/reconcile.js';

constraintMeans('uq_statement_file', 'file', 'contracts.statement-twice');

/**
 * Brings a statement of the Treasury and lays it beside our payments (rule 60): what is matched counts as paid by that
 * document; what differs is shown and changes nothing.
 */
@Injectable()
export class TakeStatement {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns the id of the statement. @throws InvalidInput at `file` */
  async execute(ctx: Context, organiserId: string, file: TableFile): Promise<string> {
    demand(statementPolicy, 'take', ctx.actor, { organiserId });
    const lines = readStatement(await readTable(file));
    if (lines.length === 0) throw invalidField('file', 'contracts.statement-empty');
    const days = lines.map(({ paidOn }) => paidOn).sort();
    return this.uow.run(ctx, async (tx) => {
      demand(statementPolicy, 'take', tx.actor, { organiserId });
      await lockMoney(tx, organiserId);
      const found = reconcile(lines, await openPayments(tx, organiserId, days));
      const id = newId();
      await tx.change(
        `insert into contracts.statement (id, organiser_id, file_name, file_sha256, from_on, until_on, taken_by, taken_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[id, organiserId, file.name, createHash('sha256').update(file.content).digest('hex')],
          ...[days[0], days.at(-1), tx.actor.personId, tx.now],
        ],
      );
      await keepRows(tx, id, found);
      await payMatched(tx, id);
      const counts = OUTCOMES.map((one) => [one, found.filter(({ outcome }) => outcome === one).length]);
      tx.record(statementTaken, { subjectId: id, scopeId: organiserId, particulars: Object.fromEntries(counts) });
      return id;
    });
  }
}

/** Every order and payment of the authority waits: they take the row of their competition first. */
async function lockMoney(tx: Tx, organiserId: string): Promise<void> {
  await tx.rows(
    `select from contracts.allocation where competition_id in
       (select id from competitions.v_competition where organiser_id = $1) order by competition_id for no key update`,
    [organiserId],
  );
}

/** Of the years of the statement; a rehearsal pays nobody. */
async function openPayments(tx: Tx, organiserId: string, days: readonly string[]): Promise<OpenPayment[]> {
  const rows = await tx.rows<Omit<OpenPayment, 'amountKop'> & { amountKop: string }>(
    `select p.id, p.state, p.amount_kop as "amountKop", p.iban, p.document_number as "documentNumber",
            p.ordered_on::text as "orderedOn", p.paid_on::text as "paidOn", p.statement_id is not null as "isReconciled"
       from contracts.payment p
       join competitions.v_competition k on k.id = p.competition_id and not k.is_rehearsal
      where p.organiser_id = $1 and p.state in ('approved', 'paid')
        and extract(year from p.ordered_on) between $2 and $3
      order by p.ordered_at, p.id`,
    [organiserId, Number(days[0]!.slice(0, 4)), Number(days.at(-1)!.slice(0, 4))],
  );
  return rows.map((row) => ({ ...row, amountKop: toSafeInteger(row.amountKop) }));
}

async function keepRows(tx: Tx, statementId: string, found: readonly Reconciled[]): Promise<void> {
  const rows = found.map(({ line, outcome, payment }) => ({ ...line, outcome, paymentId: payment?.id ?? null }));
  await tx.change(
    `insert into contracts.statement_row
       (statement_id, number, document_number, paid_on, amount_kop, iban, edrpou, purpose, outcome, payment_id)
     select $1, r.number, r."documentNumber", r."paidOn", r."amountKop", r.iban, r.edrpou, r.purpose, r.outcome, r."paymentId"
       from jsonb_to_recordset($2) as r (number integer, "documentNumber" text, "paidOn" date, "amountKop" bigint, iban text,
            edrpou text, purpose text, outcome text, "paymentId" uuid)`,
    [statementId, JSON.stringify(rows)],
  );
}

interface Made {
  id: string;
  contractId: string;
  competitionId: string;
  number: number;
  amountKop: string;
  documentNumber: string;
  paidOn: string;
}

/** What is matched was paid: noted where nobody has, counted on its contract, and said in the chain of its competition. */
async function payMatched(tx: Tx, statementId: string): Promise<void> {
  const made = await tx.rows<Made>(
    `with made as (
       update contracts.payment p set state = 'paid', document_number = r.document_number, paid_on = r.paid_on,
              noted_by = $2, statement_id = $1
         from contracts.statement_row r
        where r.statement_id = $1 and r.outcome = 'matched' and r.payment_id = p.id and p.state = 'approved'
       returning p.*), counted as (
       update contracts.contract c set paid_kop = c.paid_kop + sums.kop
         from (select contract_id, sum(amount_kop) as kop from made group by contract_id) sums
        where sums.contract_id = c.id)
     select id, contract_id as "contractId", competition_id as "competitionId", number, amount_kop as "amountKop",
            document_number as "documentNumber", paid_on::text as "paidOn"
       from made order by competition_id, number`,
    [statementId, tx.actor.personId],
  );
  await tx.change(
    `update contracts.payment p set statement_id = $1 from contracts.statement_row r
      where r.statement_id = $1 and r.outcome = 'matched' and r.payment_id = p.id and p.statement_id is null`,
    [statementId],
  );
  for (const { id, contractId, competitionId, amountKop, ...rest } of made)
    tx.record(paymentMade, {
      ...{ subjectId: contractId, scopeId: competitionId },
      particulars: { ...rest, paymentId: id, amountKop: toSafeInteger(amountKop), statementId },
    });
}
