import { Injectable } from '@nestjs/common';
import { RehearsalRemains } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

/** Contracts and payments of a rehearsal. */
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
    const gone = await tx.rows<{ id: string }>(
      'delete from contracts.contract where competition_id = $1 returning id',
      [competitionId],
    );
    await tx.change('delete from contracts.allocation where competition_id = $1', [competitionId]);
    return gone.map(({ id }) => id);
  }
}
