import { Inject, Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { UnitOfWork } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { subscribed } from '../model/announcements.facts.js';
import { subscriptionOfToken } from '../model/subscription-token.js';

/** The owner of an address says yes, by the link that only they were sent. */
@Injectable()
export class ConfirmSubscription {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** @throws NotFound for a link that is none of ours, or whose subscription has ended */
  execute(ctx: Context, token: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const id = subscriptionOfToken(token, this.config.sessionSecret);
      const found = id && (await tx.one('select 1 from announcements.subscription where id = $1 for update', [id]));
      if (!found) throw new NotFound();
      const changed = await tx.change(
        'update announcements.subscription set confirmed_at = $2 where id = $1 and confirmed_at is null',
        [id, tx.now],
      );
      if (changed === 1) tx.record(subscribed, { subjectId: id });
    });
  }
}
