import { Injectable } from '@nestjs/common';
import { RehearsalRemains } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

/** Allocation, order, awards and result files of a rehearsal. */
@Implements(RehearsalRemains)
@Injectable()
export class EraseRehearsalAwards implements RehearsalRemains {
  readonly floor = 7;

  async erase(tx: Tx, competitionId: string): Promise<string[]> {
    await tx.change('delete from awards.additional_competition where first_id = $1', [competitionId]);
    const awards = await idsOf(tx, 'select id from awards.award where competition_id = $1', competitionId);
    for (const table of ['award_step', 'corrected_budget'])
      await tx.change(`delete from awards.${table} where award_id = any($1)`, [awards]);
    for (const table of [
      'followed_change',
      'chosen_way',
      'next_line',
      'weighed_result',
      'result_part',
      'result_salt',
      'award',
      'allocation_line',
    ])
      await tx.change(`delete from awards.${table} where competition_id = $1`, [competitionId]);
    const orders = await idsOf(
      tx,
      'delete from awards.award_order where competition_id = $1 returning id',
      competitionId,
    );
    await tx.change('delete from awards.pot where competition_id = $1', [competitionId]);
    return [...awards, ...orders];
  }
}

async function idsOf(tx: Tx, sql: string, competitionId: string): Promise<string[]> {
  return (await tx.rows<{ id: string }>(sql, [competitionId])).map(({ id }) => id);
}
