import { Injectable } from '@nestjs/common';
import { shareCompetition, slotOf } from '#libs/competitions';
import { takeNumber } from '#libs/documents';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField, NotFound } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { paymentPolicy } from '../access/payment.policy.js';
import { approvalsNeeded } from '../model/payment.js';
import { paymentOrdered } from '../model/payment.facts.js';
import { lockContract } from '../queries/read-contracts.js';
import { demandNoHold } from './demand-no-hold.js';
import { orderMoney } from './move-money.js';

export interface NewPayment {
  /** Number of the instalment in the plan. */
  instalment: number;
  purpose: string;
  /** Which report was accepted, where the instalment waits for one. */
  basis: string | null;
}

interface Planned {
  id: string;
  amountKop: string;
  waitsForReport: boolean;
}

/** Orders an instalment of a contract in force: never more than the contract, nor than the year has (rule 60). */
@Injectable()
export class OrderPayment {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  /** @returns the id of the payment. @throws InvalidInput when the money is not there */
  execute(ctx: Context, contractId: string, payment: NewPayment): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const known = await tx.one<{ competitionId: string }>(
        'select competition_id as "competitionId" from contracts.contract where id = $1',
        [contractId],
      );
      if (!known) throw new NotFound();
      // Lock order: the competition, its money, then any of its contracts. What holds money is put under its lock.
      const competition = await shareCompetition(tx, known.competitionId);
      await tx.one('select from contracts.allocation where competition_id = $1 for no key update', [
        known.competitionId,
      ]);
      const contract = await lockContract(tx, contractId);
      demand(paymentPolicy, 'order', tx.actor, contract);
      if (contract.state !== 'in-force') throw new Conflict('contracts.not-in-force');
      const today = kyivDay(tx.now);
      // rule 25: the money of a budget is good in its year only.
      if (!today.startsWith(String(competition.budgetYear)))
        throw new Conflict('contracts.outside-year', { year: competition.budgetYear });
      const planned = await instalmentOf(tx, contractId, payment);
      await demandNoHold(tx, this.ports, planned.id);
      const amountKop = Number(planned.amountKop);
      await orderMoney(tx, contract.competitionId, contractId, amountKop);
      const id = newId();
      const number = await takeNumber(tx, {
        ...{ organiserId: contract.organiserId, series: `payments:${contract.competitionId}` },
        year: competition.budgetYear!,
      });
      await tx.change(
        `insert into contracts.payment (id, organiser_id, competition_id, contract_id, instalment_id, number, amount_kop,
                iban, purpose, basis, ordered_by, ordered_on, ordered_at, approvals_needed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
        [
          ...[id, contract.organiserId, contract.competitionId, contractId, planned.id, number, amountKop],
          ...[contract.treasuryIban ?? contract.iban, payment.purpose, payment.basis, tx.actor.personId, today, tx.now],
          approvalsNeeded(amountKop, slotOf(competition, 'twoApprovalsAboveUah')),
        ],
      );
      tx.record(paymentOrdered, {
        subjectId: contractId,
        scopeId: contract.competitionId,
        particulars: { paymentId: id, number, amountKop },
      });
      return id;
    });
  }
}

async function instalmentOf(tx: Tx, contractId: string, { instalment, basis }: NewPayment): Promise<Planned> {
  const found = await tx.one<Planned>(
    `select id, amount_kop as "amountKop", waits_for_report as "waitsForReport"
       from contracts.instalment where contract_id = $1 and number = $2`,
    [contractId, instalment],
  );
  if (!found) throw invalidField('instalment', 'contracts.no-instalment');
  if (found.waitsForReport && !basis) throw invalidField('basis', 'contracts.basis-missing');
  return found;
}
