import { Injectable } from '@nestjs/common';
import { demand, scopesOf, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { AskedList, Found } from '#libs/platform/http';
import { CONTRACT_STAFF } from '../access/contract.policy.js';
import { paymentPolicy } from '../access/payment.policy.js';
import {
  PAYMENT_SELECT,
  paymentLifecycle,
  readPayment,
  type PaymentAction,
  type PaymentRow,
} from '../model/payment.js';

export interface PaymentListRow {
  id: string;
  number: number;
  organisationName: string;
  contractNumber: string;
  competitionTitle: string;
  amountKop: number;
  state: PaymentRow['state'];
  orderedOn: string;
  documentNumber: string | null;
  paidOn: string | null;
  isReconciled: boolean;
}

export interface PaymentView {
  payment: PaymentRow & { organisationName: string; contractNumber: string; subject: string };
  steps: Partial<Record<PaymentAction, string | null>>;
}

/** The payments by one contract, in their order. */
export async function paymentsOf(reader: Reader, contractId: string): Promise<PaymentRow[]> {
  const rows = await reader.rows<PaymentRow>(`${PAYMENT_SELECT} where p.contract_id = $1 order by p.number limit 500`, [
    contractId,
  ]);
  return rows.map(readPayment);
}

/** Payments of an authority, and one of them with what the person may do. */
@Injectable()
export class Payments {
  constructor(private readonly db: Database) {}

  async list(ctx: Context, asked: AskedList<PaymentListRow>): Promise<Found<PaymentListRow>> {
    const from = `from contracts.payment p join competitions.v_competition k on k.id = p.competition_id`;
    const where = 'where (p.organiser_id = any($1) or k.co_organiser_id = any($1)) and not k.is_rehearsal';
    const found = await asked.find(
      this.db,
      `select p.id, p.number, o.name as "organisationName", c.number as "contractNumber", k.title as "competitionTitle",
              p.amount_kop as "amountKop", p.state, p.ordered_on::text as "orderedOn", p.ordered_on as "orderedDay",
              p.document_number as "documentNumber", p.paid_on::text as "paidOn",
              p.statement_id is not null as "isReconciled"
         ${from}
         join contracts.contract c on c.id = p.contract_id
         join identity.v_organisation o on o.id = c.organisation_id ${where}`,
      [scopesOf(ctx.actor, CONTRACT_STAFF)],
      `select ${from} ${where}`,
    );
    return { ...found, rows: found.rows.map(readPayment) };
  }

  async one(ctx: Context, id: string): Promise<PaymentView> {
    const found = await this.db.one<PaymentView['payment']>(
      `select one.*, o.name as "organisationName", c.number as "contractNumber", c.subject
         from (${PAYMENT_SELECT} where p.id = $1) one
         join contracts.contract c on c.id = one."contractId"
         join identity.v_organisation o on o.id = c.organisation_id`,
      [id],
    );
    if (!found) throw new NotFound();
    const payment = readPayment(found);
    demand(paymentPolicy, 'see', ctx.actor, payment);
    return { payment, steps: stepsFor(ctx, payment) };
  }
}

function stepsFor({ actor }: Context, payment: PaymentRow): PaymentView['steps'] {
  const mine = [payment.orderedBy, ...payment.approvers.map(({ personId }) => personId)];
  const subject = { isOwn: mine.includes(actor.personId!), approvals: payment.approvers.length };
  const roles = ['officer', 'accountant', 'director'] as const;
  const steps = roles
    .filter((role) => actor.grants.some((grant) => grant.role === role && grant.scopeId === payment.organiserId))
    .flatMap((role) => paymentLifecycle.available(payment.state, role, subject))
    .filter(({ action }) => paymentPolicy[action].allows(actor, payment));
  return Object.fromEntries(steps.map(({ action, reason }) => [action, reason]));
}
