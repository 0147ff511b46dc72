import { Injectable } from '@nestjs/common';
import { RehearsalRemains } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

/** What was complained of in a rehearsal. */
@Implements(RehearsalRemains)
@Injectable()
export class EraseRehearsalComplaints implements RehearsalRemains {
  readonly floor = 9;

  async erase(tx: Tx, competitionId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>('select id from complaints.complaint where competition_id = $1', [
      competitionId,
    ]);
    const ids = rows.map(({ id }) => id);
    for (const table of ['answer', 'evidence'])
      await tx.change(`delete from complaints.${table} where complaint_id = any($1)`, [ids]);
    await tx.change('delete from complaints.complaint where id = any($1)', [ids]);
    return ids;
  }
}
