import { Injectable } from '@nestjs/common';
import { OpenNotice } from '#libs/notifications';
import { Database } from '#libs/platform/database';
import { Stage } from './stage.js';

/** People of organisations look into their cabinets, so that the call list holds only those who were not reached. */
@Injectable()
export class PlayNotices {
  constructor(
    private readonly stage: Stage,
    private readonly db: Database,
    private readonly open: OpenNotice,
  ) {}

  /** Everybody opens what came so far and starts a term. */
  async everybodyReads(): Promise<void> {
    const unread = await this.db.rows<{ id: string; email: string }>(
      `select m.id, p.email from notifications.message m join identity.v_person p on p.id = m.to_person_id
        where m.clock_id is not null and m.opened_at is null order by m.id`,
    );
    await this.stage.together(unread, async ({ id, email }) => this.open.execute(await this.stage.as(email), id));
  }
}
