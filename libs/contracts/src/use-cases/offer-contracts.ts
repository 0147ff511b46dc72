import { Injectable } from '@nestjs/common';
import { shareCompetition, type CompetitionRow } from '#libs/competitions';
import { applicantsOf } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { formatMoney } from '#libs/platform/money';
import { contractsPolicy } from '../access/contract.policy.js';
import { contractOffered } from '../model/contract.facts.js';
import { contractLifecycle } from '../model/contract.lifecycle.js';
import { subjectOf } from '../model/whole.js';
import { contractPaths } from '../paths.js';
import { lockContracts, wholeContracts, type WholeContract } from '../queries/read-contracts.js';

/** Offers whole drafts to their organisations, one or many; from now on nobody changes their words. */
@Injectable()
export class OfferContracts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** @throws TransitionRefused for the first one that is not whole */
  execute(ctx: Context, competitionId: string, ids: readonly string[]): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await shareCompetition(tx, competitionId);
      demand(contractsPolicy, 'write', tx.actor, competition);
      await lockContracts(tx, competitionId, ids);
      const contracts = (await wholeContracts(tx, ids)).filter((one) => one.contract.competitionId === competitionId);
      if (contracts.length === 0) throw new Conflict('contracts.nothing-chosen');
      for (const { contract, parts, awardKop } of contracts)
        contractLifecycle.next(contract.state, 'offer', subjectOf(contract, parts, awardKop));
      await tx.change(
        `update contracts.contract set state = 'offered', offered_at = $2, remarks = null, version = version + 1
          where id = any($1)`,
        [contracts.map(({ contract }) => contract.id), tx.now],
      );
      for (const one of contracts) await this.tell(tx, competition, one);
    });
  }

  private async tell(tx: Tx, competition: CompetitionRow, { contract }: WholeContract): Promise<void> {
    tx.record(contractOffered, {
      subjectId: contract.id,
      scopeId: competition.id,
      particulars: { sumKop: contract.sumKop },
    });
    for (const to of await applicantsOf(tx, contract.organisationId))
      await this.notices.queue(tx, {
        ...{ to, kind: 'duty', organiserId: competition.organiserId, template: 'contracts.offered' },
        data: { title: contract.subject, sum: formatMoney(contract.sumKop, to.language) },
        path: contractPaths.own(contract.id),
      });
  }
}
