import { Injectable } from '@nestjs/common';
import { applicantsOf, signingDirector } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { checksumOf } from '#libs/platform/canonical-json';
import { kyivDay } from '#libs/platform/clock';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, Forbidden, invalidField } from '#libs/platform/errors';
import { phrase } from '#libs/platform/phrases';
import { contractPolicy } from '../access/contract.policy.js';
import { actPaper, settle, type ActKind, type Ground, type Settlement } from '../model/act.js';
import { contractEndedEarly, contractResumed, contractSuspended } from '../model/change.facts.js';
import type { ContractRow } from '../model/contract.js';
import { contractLifecycle } from '../model/contract.lifecycle.js';
import { contractPaths } from '../paths.js';
import { lockContract } from '../queries/read-contracts.js';

export interface NewContractAct {
  kind: ActKind;
  number: string;
  on: string;
  ground: Ground | null;
  note: string;
  /** Of an early end. */
  spentKop: number | null;
  returnUntil: string | null;
}

const FACTS = { suspend: contractSuspended, resume: contractResumed, 'end-early': contractEndedEarly };

/** The director stops a contract, lets it go on, or ends it early with a settlement; nobody is blamed by it. */
@Injectable()
export class SignAct {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, contractId: string, act: NewContractAct): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const contract = await lockContract(tx, contractId);
      demand(contractPolicy, 'sign', tx.actor, contract);
      const state = contractLifecycle.next(contract.state, act.kind, {});
      if (act.on < contract.signedOn! || act.on > kyivDay(tx.now)) throw invalidField('on', 'contracts.act-day');
      if (act.kind !== 'resume' && !act.ground) throw invalidField('ground', 'contracts.ground-of-act');
      const settlement = act.kind === 'end-early' ? settlementOf(contract, act) : null;
      const paper = await this.paper(tx, contract, act, settlement);
      const id = newId();
      await tx.change(
        `insert into contracts.act (id, contract_id, kind, number, act_on, ground, note, paid_kop, spent_kop, return_kop,
                return_until, signed_by, signed_at, paper, paper_sha256)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
        [
          ...[id, contractId, act.kind, act.number, act.on, act.kind === 'resume' ? null : act.ground, act.note],
          ...[settlement?.paidKop, settlement?.spentKop, settlement?.returnKop, settlement?.returnUntil],
          ...[tx.actor.personId, tx.now, JSON.stringify(paper), checksumOf(paper)],
        ],
      );
      await tx.change('update contracts.contract set state = $2, ended_on = $3, version = version + 1 where id = $1', [
        contractId,
        state,
        act.kind === 'end-early' ? act.on : null,
      ]);
      tx.record(FACTS[act.kind], {
        subjectId: contractId,
        scopeId: contract.competitionId,
        particulars: { actId: id, number: act.number, on: act.on, ground: act.ground, ...settlement },
      });
      await this.tell(tx, contract, act);
    });
  }

  private async paper(tx: Tx, contract: ContractRow, act: NewContractAct, settlement: Settlement | null) {
    const signer = await signingDirector(tx, contract.organiserId);
    if (!signer) throw new Forbidden('contracts.director-only');
    const names = await tx.one<{ organiser: string; organisation: string }>(
      `select (select name from identity.v_organiser where id = $1) as organiser,
              (select name from identity.v_organisation where id = $2) as organisation`,
      [contract.organiserId, contract.organisationId],
    );
    const { number, signedOn, subject, place } = contract;
    return actPaper({
      ...{ ...act, ...names!, settlement, signer, place, at: tx.now },
      contract: { number: number!, signedOn: signedOn!, subject },
    });
  }

  private async tell(tx: Tx, contract: ContractRow, { kind, number }: NewContractAct): Promise<void> {
    for (const to of await applicantsOf(tx, contract.organisationId))
      await this.notices.queue(tx, {
        ...{ to, kind: 'decision', organiserId: contract.organiserId, template: 'contracts.act' },
        data: {
          number: contract.number,
          order: number,
          act: phrase(to.language, `contracts:acts.${kind}.done`),
          title: contract.subject,
        },
        path: contractPaths.own(contract.id),
      });
  }
}

/** What was paid is known; the organisation says what it spent. */
function settlementOf({ orderedKop, paidKop }: ContractRow, { spentKop, returnUntil, on }: NewContractAct): Settlement {
  if (orderedKop !== paidKop) throw new Conflict('contracts.payments-open');
  if (spentKop === null || spentKop > paidKop) throw invalidField('spent', 'contracts.spent');
  if (spentKop < paidKop && (!returnUntil || returnUntil < on))
    throw invalidField('returnUntil', 'contracts.return-day');
  return settle(paidKop, spentKop, returnUntil);
}
