import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { contractPolicy } from '../access/contract.policy.js';
import { contractAgreed, contractReturned } from '../model/contract.facts.js';
import { contractLifecycle } from '../model/contract.lifecycle.js';
import { subjectOf } from '../model/whole.js';
import { lockContract, wholeContract } from '../queries/read-contracts.js';

/** The organisation agrees to the contract as it was offered. */
@Injectable()
export class AgreeContract {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, contractId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      demand(contractPolicy, 'answer', tx.actor, await lockContract(tx, contractId));
      const { contract, parts, awardKop } = await wholeContract(tx, contractId);
      const state = contractLifecycle.next(contract.state, 'agree', subjectOf(contract, parts, awardKop));
      await tx.change(
        `update contracts.contract set state = $2, agreed_by = $3, agreed_at = $4, version = version + 1 where id = $1`,
        [contractId, state, tx.actor.personId, tx.now],
      );
      tx.record(contractAgreed, {
        subjectId: contractId,
        scopeId: contract.competitionId,
        particulars: { sumKop: contract.sumKop },
      });
    });
  }
}

/** Back to the draft: the organisation says what to mend, or the officer takes the offer back. */
@Injectable()
export class ReturnContract {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, contractId: string, by: 'return' | 'take-back', remarks: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const contract = await lockContract(tx, contractId);
      demand(contractPolicy, by === 'return' ? 'answer' : 'write', tx.actor, contract);
      const state = contractLifecycle.next(contract.state, by, {});
      await tx.change(
        `update contracts.contract set state = $2, remarks = $3, offered_at = null, agreed_at = null, agreed_by = null,
                version = version + 1 where id = $1`,
        [contractId, state, remarks],
      );
      tx.record(contractReturned, {
        subjectId: contractId,
        scopeId: contract.competitionId,
        particulars: { by },
        personal: { remarks },
      });
    });
  }
}
