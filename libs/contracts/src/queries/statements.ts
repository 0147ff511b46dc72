import { Injectable } from '@nestjs/common';
import { demand, scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { AskedList, Found } from '#libs/platform/http';
import { toSafeInteger } from '#libs/platform/money';
import { CONTRACT_STAFF } from '../access/contract.policy.js';
import { statementPolicy } from '../access/payment.policy.js';
import type { Outcome } from '../model/reconcile.js';

export interface StatementRow {
  id: string;
  fileName: string;
  fromOn: string;
  untilOn: string;
  takenAt: Date;
  takenBy: string;
  matched: number;
  different: number;
  rows: number;
}

export interface StatementLineRow {
  id: string;
  number: number;
  documentNumber: string;
  paidOn: string;
  amountKop: number;
  iban: string;
  purpose: string;
  outcome: Outcome;
  paymentId: string | null;
  paymentNumber: number | null;
  paymentKop: number | null;
  organisationName: string | null;
}

/** A payment that we noted and the Treasury did not name in these days. */
export interface MissingPayment {
  id: string;
  number: number;
  amountKop: number;
  documentNumber: string;
  paidOn: string;
  organisationName: string;
}

const MISSING_MAX = 200;
const STATEMENTS = `
  select s.id, s.file_name as "fileName", s.from_on::text as "fromOn", s.until_on::text as "untilOn",
         s.taken_at as "takenAt", v.full_name as "takenBy",
         (count(*) filter (where r.outcome = 'matched'))::int as matched,
         (count(*) filter (where r.outcome <> 'matched'))::int as different, count(*)::int as rows, s.organiser_id
    from contracts.statement s
    join contracts.statement_row r on r.statement_id = s.id
    join identity.v_person v on v.id = s.taken_by`;

/** Statements of the Treasury with what became of their rows. */
@Injectable()
export class Statements {
  constructor(private readonly db: Database) {}

  list(ctx: Context, asked: AskedList<StatementRow>): Promise<Found<StatementRow>> {
    return asked.find(this.db, `${STATEMENTS} where s.organiser_id = any($1) group by s.id, v.full_name`, [
      scopesOf(ctx.actor, CONTRACT_STAFF),
    ]);
  }

  async one(ctx: Context, id: string, asked: AskedList<StatementLineRow>) {
    const statement = await this.db.one<StatementRow & { organiser_id: string }>(
      `${STATEMENTS} where s.id = $1 group by s.id, v.full_name`,
      [id],
    );
    if (!statement) throw new NotFound();
    demand(statementPolicy, 'see', ctx.actor, { organiserId: statement.organiser_id });
    const found = await asked.find(
      this.db,
      `select r.number::text as id, r.number, r.document_number as "documentNumber", r.paid_on::text as "paidOn",
              r.amount_kop as "amountKop", r.iban, r.purpose, r.outcome, r.payment_id as "paymentId",
              p.number as "paymentNumber", p.amount_kop as "paymentKop", o.name as "organisationName"
         from contracts.statement_row r
         left join contracts.payment p on p.id = r.payment_id
         left join contracts.contract c on c.id = p.contract_id
         left join identity.v_organisation o on o.id = c.organisation_id
        where r.statement_id = $1`,
      [id],
    );
    const rows = found.rows.map((row) => ({
      ...row,
      amountKop: toSafeInteger(row.amountKop),
      paymentKop: row.paymentKop === null ? null : toSafeInteger(row.paymentKop),
    }));
    return { statement, found: { ...found, rows }, missing: await this.missing(statement) };
  }

  private async missing({ organiser_id, fromOn, untilOn }: StatementRow & { organiser_id: string }) {
    const rows = await this.db.rows<Omit<MissingPayment, 'amountKop'> & { amountKop: string }>(
      `select p.id, p.number, p.amount_kop as "amountKop", p.document_number as "documentNumber",
              p.paid_on::text as "paidOn", o.name as "organisationName"
         from contracts.payment p
         join contracts.contract c on c.id = p.contract_id
         join identity.v_organisation o on o.id = c.organisation_id
        where p.organiser_id = $1 and p.state = 'paid' and p.statement_id is null and p.paid_on between $2 and $3
        order by p.paid_on, p.number limit ${MISSING_MAX}`,
      [organiser_id, fromOn, untilOn],
    );
    return rows.map((row): MissingPayment => ({ ...row, amountKop: toSafeInteger(row.amountKop) }));
  }
}
