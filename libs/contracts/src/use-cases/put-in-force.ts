import { Injectable } from '@nestjs/common';
import { shareCompetition } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { contractsPolicy } from '../access/contract.policy.js';
import { contractPutInForce } from '../model/contract.facts.js';
import { contractLifecycle } from '../model/contract.lifecycle.js';
import { lockContracts } from '../queries/read-contracts.js';

/** Signed by both sides, registered where that is due: from this day the contract binds, and money may go. */
@Injectable()
export class PutInForce {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, competitionId: string, ids: readonly string[], on: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      demand(contractsPolicy, 'write', tx.actor, await shareCompetition(tx, competitionId));
      const contracts = await lockContracts(tx, competitionId, ids);
      if (contracts.length === 0) throw new Conflict('contracts.nothing-chosen');
      for (const contract of contracts) {
        contractLifecycle.next(contract.state, 'put-in-force', {});
        if (on < contract.signedOn! || on > kyivDay(tx.now)) throw invalidField('on', 'contracts.in-force-day');
        tx.record(contractPutInForce, { subjectId: contract.id, scopeId: competitionId, particulars: { on } });
      }
      await tx.change(
        `update contracts.contract set state = 'in-force', in_force_on = $2, version = version + 1 where id = any($1)`,
        [contracts.map(({ id }) => id), on],
      );
    });
  }
}
