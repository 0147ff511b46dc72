import { Injectable } from '@nestjs/common';
import { PersonWork } from '#libs/identity';
import type { Tx } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

/** What somebody follows is written to the account that stays; what both follow, once. */
@Implements(PersonWork)
@Injectable()
export class HandOverSubscriptions implements PersonWork {
  async handOver(tx: Tx, fromId: string, intoId: string): Promise<void> {
    await tx.change(
      `delete from announcements.subscription s where s.person_id = $1
          and exists (select from announcements.subscription k
                       where k.person_id = $2 and k.organiser_id is not distinct from s.organiser_id
                         and k.competition_id is not distinct from s.competition_id)`,
      [fromId, intoId],
    );
    await tx.change('update announcements.subscription set person_id = $2 where person_id = $1', [fromId, intoId]);
  }
}
