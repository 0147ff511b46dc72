import { Injectable } from '@nestjs/common';
import { RehearsalRemains } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

/** Questions about a rehearsal and subscriptions to it. */
@Implements(RehearsalRemains)
@Injectable()
export class EraseRehearsalInquiries implements RehearsalRemains {
  readonly floor = 5;

  async erase(tx: Tx, competitionId: string): Promise<string[]> {
    const asked = await tx.rows<{ id: string }>(
      'delete from announcements.inquiry where competition_id = $1 returning id',
      [competitionId],
    );
    await tx.change('delete from announcements.subscription where competition_id = $1', [competitionId]);
    return asked.map(({ id }) => id);
  }
}
