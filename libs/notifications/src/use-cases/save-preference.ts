import { Inject, Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { preferenceChanged } from '../model/notifications.facts.js';
import { DIGEST, OPTIONAL_KINDS, type NoticeKind } from '../model/notice-kinds.js';
import type { Preference } from '../model/preference.js';
import { messageOfToken } from '../model/unsubscribe-token.js';
import { preferenceOf } from '../queries/preference.js';

/** How a person wishes to learn of what is not obligatory. */
@Injectable()
export class SavePreference {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(Config) private readonly config: Config,
  ) {}

  execute(ctx: Context, preference: Preference): Promise<void> {
    return this.uow.run(ctx, (tx) => save(tx, ctx.actor.personId!, preference));
  }

  /**
   * By the link of a letter, without signing in: no more letters of its kind; by that of the daily letter, no more of
   * those. The notices go on lying in the cabinet.
   * @throws NotFound for a link that is none of ours
   */
  unsubscribe(ctx: Context, token: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const id = messageOfToken(token, this.config.sessionSecret);
      const letter = id === null ? undefined : await subscription(tx, id);
      if (!letter) throw new NotFound();
      const now = await preferenceOf(tx, letter.personId);
      const wish =
        letter.kind === DIGEST
          ? { ...now, frequency: 'cabinet' as const }
          : { ...now, muted: [...new Set([...now.muted, letter.kind as NoticeKind])] };
      await save(tx, letter.personId, wish);
    });
  }
}

function subscription(tx: Tx, messageId: string): Promise<{ personId: string; kind: string } | undefined> {
  return tx.one(
    `select to_person_id as "personId", kind from notifications.message
      where id = $1 and to_person_id is not null and kind = any($2)`,
    [messageId, [...OPTIONAL_KINDS, DIGEST]],
  );
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
