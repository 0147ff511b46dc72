import { Injectable } from '@nestjs/common';
import { shareCompetition } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, InvalidInput, invalidField, NotFound } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { paymentPolicy } from '../access/payment.policy.js';
import { PAYMENT_SELECT, paymentLifecycle, readPayment, type PaymentRow } from '../model/payment.js';
import { paymentApproved, paymentCancelled, paymentMade } from '../model/payment.facts.js';
import { lockContract } from '../queries/read-contracts.js';
import { demandNoHold } from './demand-no-hold.js';
import { orderMoney, payMoney } from './move-money.js';

/** Competition, allocation, contract, payment: always in this order. */
async function lockPayment(tx: Tx, id: string): Promise<PaymentRow> {
  const known = await tx.one<{ competitionId: string; contractId: string }>(
    'select competition_id as "competitionId", contract_id as "contractId" from contracts.payment where id = $1',
    [id],
  );
  if (!known) throw new NotFound();
  await shareCompetition(tx, known.competitionId);
  await tx.one('select from contracts.allocation where competition_id = $1 for no key update', [known.competitionId]);
  await lockContract(tx, known.contractId);
  await tx.one('select from contracts.payment where id = $1 for no key update', [id]);
  return readPayment((await tx.one<PaymentRow>(`${PAYMENT_SELECT} where p.id = $1`, [id]))!);
}

const factOf = ({ id, contractId, competitionId, number, amountKop }: PaymentRow) => ({
  subjectId: contractId,
  scopeId: competitionId,
  particulars: { paymentId: id, number, amountKop },
});

/** Another person than the one who ordered it says yes; above the threshold two do (rule 60). */
@Injectable()
export class ApprovePayment {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  execute(ctx: Context, paymentId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const payment = await lockPayment(tx, paymentId);
      demand(paymentPolicy, 'approve', tx.actor, payment);
      const { approvers } = payment;
      const mine = [payment.orderedBy, ...approvers.map(({ personId }) => personId)];
      const state = paymentLifecycle.next(payment.state, 'approve', {
        isOwn: mine.includes(tx.actor.personId!),
        approvals: approvers.length,
        approvalsNeeded: payment.approvalsNeeded,
      });
      const { state: contractState } = await lockContract(tx, payment.contractId);
      if (contractState !== 'in-force') throw new Conflict('contracts.not-in-force');
      await demandNoHold(tx, this.ports, payment.instalmentId);
      await tx.change('insert into contracts.approval (payment_id, person_id, approved_at) values ($1, $2, $3)', [
        paymentId,
        tx.actor.personId,
        tx.now,
      ]);
      await tx.change('update contracts.payment set state = $2 where id = $1', [paymentId, state]);
      tx.record(paymentApproved, factOf(payment));
    });
  }
}

export interface MadePayment {
  documentNumber: string;
  paidOn: string;
}

/** The money went: by which document, on which day. */
@Injectable()
export class NotePayment {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, paymentId: string, { documentNumber, paidOn }: MadePayment): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const payment = await lockPayment(tx, paymentId);
      demand(paymentPolicy, 'note', tx.actor, payment);
      const state = paymentLifecycle.next(payment.state, 'note', {});
      if (paidOn < payment.orderedOn || paidOn > kyivDay(tx.now)) throw invalidField('paidOn', 'contracts.paid-day');
      if (paidOn.slice(0, 4) !== payment.orderedOn.slice(0, 4))
        throw new InvalidInput([
          { field: 'paidOn', code: 'contracts.outside-year', data: { year: payment.orderedOn.slice(0, 4) } },
        ]);
      await tx.change(
        'update contracts.payment set state = $2, document_number = $3, paid_on = $4, noted_by = $5 where id = $1',
        [paymentId, state, documentNumber, paidOn, tx.actor.personId],
      );
      await payMoney(tx, payment.contractId, payment.amountKop);
      const fact = factOf(payment);
      tx.record(paymentMade, { ...fact, particulars: { ...fact.particulars, documentNumber, paidOn } });
    });
  }
}

/** An order that was not carried out gives its money back to the contract and to the year. */
@Injectable()
export class CancelPayment {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, paymentId: string, reason: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const payment = await lockPayment(tx, paymentId);
      demand(paymentPolicy, 'cancel', tx.actor, payment);
      await tx.change('update contracts.payment set state = $2, cancelled_at = $3, cancel_reason = $4 where id = $1', [
        paymentId,
        paymentLifecycle.next(payment.state, 'cancel', {}),
        tx.now,
        reason,
      ]);
      await orderMoney(tx, payment.competitionId, payment.contractId, -payment.amountKop);
      const fact = factOf(payment);
      tx.record(paymentCancelled, { ...fact, particulars: { ...fact.particulars, reason } });
    });
  }
}
