import { Inject, Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';
import { preferenceChanged } from '../model/notifications.facts.js';
import { DIGEST, SUBSCRIPTION, type NoticeKind } from '../model/notice-kinds.js';
import type { Preference } from '../model/preference.js';
import { Subscriptions } from '../ports/subscriptions.port.js';
import { letterToEnd } from '../queries/letter-to-end.js';
import { preferenceOf } from '../queries/preference.js';

/** How a person wishes to learn of what is not obligatory. */
@Injectable()
export class SavePreference {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ports: Ports,
    @Inject(Config) private readonly config: Config,
  ) {}

  execute(ctx: Context, preference: Preference): Promise<void> {
    return this.uow.run(ctx, (tx) => save(tx, ctx.actor.personId!, preference));
  }

  /**
   * By the link of a letter, without signing in: a subscription ends; else no more letters of its kind; by that of the
   * daily letter, no more of those. The notices go on lying in the cabinet.
   * @throws NotFound for a link that is none of ours
   */
  unsubscribe(ctx: Context, token: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { id, kind, personId } = await letterToEnd(tx, token, this.config.sessionSecret);
      if (kind === SUBSCRIPTION) {
        for (const port of this.ports.all(Subscriptions)) await port.endByLetter(tx, id);
        return;
      }
      const now = await preferenceOf(tx, personId!);
      const wish =
        kind === DIGEST
          ? { ...now, frequency: 'cabinet' as const }
          : { ...now, muted: [...new Set([...now.muted, kind as NoticeKind])] };
      await save(tx, personId!, wish);
    });
  }
}

async function save(tx: Tx, personId: string, { frequency, dailyHour, muted }: Preference): Promise<void> {
  await tx.change(
    `insert into notifications.preference (person_id, frequency, daily_hour, muted, changed_at)
     values ($1, $2, $3, $4, $5)
     on conflict (person_id) do update
       set frequency = excluded.frequency, daily_hour = excluded.daily_hour, muted = excluded.muted,
           changed_at = excluded.changed_at`,
    [personId, frequency, dailyHour, muted, tx.now],
  );
  tx.record(preferenceChanged, { subjectId: personId, particulars: { frequency, dailyHour, muted } });
}
