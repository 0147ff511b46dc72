import { Injectable } from '@nestjs/common';
import { RehearsalRemains } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

/** What courts were said to rule in a rehearsal. */
@Implements(RehearsalRemains)
@Injectable()
export class EraseRehearsalRulings implements RehearsalRemains {
  readonly floor = 9;

  async erase(tx: Tx, competitionId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>('select id from rulings.ruling where competition_id = $1', [
      competitionId,
    ]);
    const ids = rows.map(({ id }) => id);
    await tx.change('delete from rulings.named where ruling_id = any($1)', [ids]);
    await tx.change('delete from rulings.ruling where id = any($1)', [ids]);
    return ids;
  }
}
