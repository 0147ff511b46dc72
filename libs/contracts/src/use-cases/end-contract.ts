import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { contractPolicy } from '../access/contract.policy.js';
import { contractCompleted, contractDropped } from '../model/contract.facts.js';
import { contractLifecycle } from '../model/contract.lifecycle.js';
import { ContractObstacles } from '../ports/contract-obstacles.port.js';
import { lockContract, wholeContract } from '../queries/read-contracts.js';

/** Everything was done and settled: the contract is completed. */
@Injectable()
export class CompleteContract {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  execute(ctx: Context, contractId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const contract = await lockContract(tx, contractId);
      demand(contractPolicy, 'write', tx.actor, contract);
      const state = contractLifecycle.next(contract.state, 'complete', {});
      if (contract.orderedKop !== contract.paidKop) throw new Conflict('contracts.payments-open');
      for (const port of this.ports.all(ContractObstacles)) {
        const reason = await port.toComplete(tx, contractId);
        if (reason) throw new Conflict(reason);
      }
      await end(tx, contractId, state);
      tx.record(contractCompleted, {
        subjectId: contractId,
        scopeId: contract.competitionId,
        particulars: { paidKop: contract.paidKop },
      });
    });
  }
}

/** The award fell away before the signature: the draft goes no further. */
@Injectable()
export class DropContract {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, contractId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      demand(contractPolicy, 'write', tx.actor, await lockContract(tx, contractId));
      const { contract, awardKop } = await wholeContract(tx, contractId);
      const { sumKop, state } = contract;
      await tx.change('update contracts.contract set state = $2, version = version + 1 where id = $1', [
        contractId,
        contractLifecycle.next(state, 'drop', { sumKop, awardKop }),
      ]);
      tx.record(contractDropped, { subjectId: contractId, scopeId: contract.competitionId });
    });
  }
}

const end = (tx: Parameters<typeof lockContract>[0], contractId: string, state: string): Promise<number> =>
  tx.change('update contracts.contract set state = $2, ended_on = $3, version = version + 1 where id = $1', [
    contractId,
    state,
    kyivDay(tx.now),
  ]);
