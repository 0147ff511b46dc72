import { Injectable } from '@nestjs/common';
import { RehearsalRemains } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

/** Contracts, what changed them, and payments of a rehearsal. */
@Implements(RehearsalRemains)
@Injectable()
export class EraseRehearsalContracts implements RehearsalRemains {
  readonly floor = 8;

  async erase(tx: Tx, competitionId: string): Promise<string[]> {
    await tx.change(
      'delete from contracts.approval where payment_id in (select id from contracts.payment where competition_id = $1)',
      [competitionId],
    );
    await tx.change(
      `delete from contracts.statement_row
        where payment_id in (select id from contracts.payment where competition_id = $1)`,
      [competitionId],
    );
    await tx.change('delete from contracts.payment where competition_id = $1', [competitionId]);
    const papers = await tx.rows<{ id: string }>(
      `select p.id from (
         select id, contract_id from contracts.amendment union all select id, contract_id from contracts.act
         union all select id, contract_id from contracts.change_request) p
         join contracts.contract c on c.id = p.contract_id where c.competition_id = $1`,
      [competitionId],
    );
    const gone = await tx.rows<{ id: string }>(
      'delete from contracts.contract where competition_id = $1 returning id',
      [competitionId],
    );
    await tx.change('delete from contracts.allocation where competition_id = $1', [competitionId]);
    return [...papers, ...gone].map(({ id }) => id);
  }
}
