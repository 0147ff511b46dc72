import { Injectable } from '@nestjs/common';
import { RehearsalRemains } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

const PARTS = [
  'likeness',
  'passage',
  'mending',
  'admission_draft',
  'admission_check',
  'submission',
  'attachment',
  'indicator',
  'activity',
  'budget_line',
];

/** Proposals of a rehearsal with everything that was written in them. */
@Implements(RehearsalRemains)
@Injectable()
export class EraseRehearsalProposals implements RehearsalRemains {
  readonly floor = 5;

  async erase(tx: Tx, competitionId: string): Promise<string[]> {
    const proposals = await tx.rows<{ id: string }>(
      'select id from applications.application where competition_id = $1',
      [competitionId],
    );
    const ids = proposals.map(({ id }) => id);
    for (const table of PARTS)
      await tx.change(`delete from applications.${table} where application_id = any($1)`, [ids]);
    const envelopes = await tx.rows<{ id: string }>(
      'delete from applications.envelope where competition_id = $1 returning id',
      [competitionId],
    );
    await tx.change('delete from applications.watch where competition_id = $1', [competitionId]);
    await tx.change('delete from applications.likeness where other_id = any($1)', [ids]);
    await tx.change(
      `delete from applications.draft_look where showing_id in (
         select id from applications.draft_showing where application_id = any($1))`,
      [ids],
    );
    await tx.change('delete from applications.draft_showing where application_id = any($1)', [ids]);
    await tx.change('delete from applications.application where id = any($1)', [ids]);
    const orders = await tx.rows<{ id: string }>(
      'delete from applications.admission_order where competition_id = $1 returning id',
      [competitionId],
    );
    return [...ids, ...envelopes.map(({ id }) => id), ...orders.map(({ id }) => id)];
  }
}
