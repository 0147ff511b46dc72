import { Inject, Injectable } from '@nestjs/common';
import { Attempts } from '#libs/identity';
import { Notices } from '#libs/notifications';
import type { Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { TooMany } from '#libs/platform/errors';
import { subscribed } from '../model/announcements.facts.js';
import { LIMITS } from '../model/limits.js';
import type { Topic, TopicName } from '../model/subscription.js';
import { subscriptionToken } from '../model/subscription-token.js';
import { announcementPaths } from '../paths.js';
import { topicOf } from '../queries/topics.js';

interface Stored {
  id: string;
  isConfirmed: boolean;
}

/** Somebody wishes to hear of calls: a person with an account at once, an address after its owner has said yes. */
@Injectable()
export class Subscribe {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: Attempts,
    private readonly notices: Notices,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** The account of the actor; a second click changes nothing. */
  account(ctx: Context, name: TopicName): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const personId = tx.actor.personId!;
      await refuseTooMany(tx, 'person_id = $1', personId, LIMITS.subscriptionsOfPerson);
      const { id, isConfirmed } = await keep(tx, await topicOf(tx, name), { personId, email: null });
      if (isConfirmed) return;
      await tx.change('update announcements.subscription set confirmed_at = $2 where id = $1', [id, tx.now]);
      tx.record(subscribed, { subjectId: id, particulars: { topic: name } });
    });
  }

  /** The page says the same whatever happens; the letter goes only to an address that has not said yes before. */
  async address(ctx: Context, name: TopicName, typed: string, address: string): Promise<void> {
    const email = typed.toLowerCase();
    await this.attempts.count(ctx, 'subscription', { email, address });
    await this.uow.run(ctx, async (tx) => {
      const { id, isConfirmed } = await keep(tx, await topicOf(tx, name), { personId: null, email });
      if (!isConfirmed) await this.ask(tx, id, email);
    });
  }

  private async ask(tx: Tx, id: string, email: string): Promise<void> {
    await this.notices.queue(tx, {
      to: { personId: null, email, language: tx.ctx.lang },
      ...{ kind: 'account', organiserId: null, template: 'announcements.confirm-subscription', holdsSecret: true },
      data: { days: LIMITS.unconfirmedDays },
      path: announcementPaths.confirmSubscription(subscriptionToken(id, this.config.sessionSecret)),
    });
  }
}

async function keep(
  tx: Tx,
  { organiserId, competitionId }: Topic,
  { personId, email }: { personId: string | null; email: string | null },
): Promise<Stored> {
  await refuseTooMany(
    tx,
    '(organiser_id, competition_id) is not distinct from ($1::uuid, $2::uuid)',
    [organiserId, competitionId],
    LIMITS.subscribers,
  );
  const kept = await tx.one<Stored>(
    `insert into announcements.subscription (id, person_id, email, language, organiser_id, competition_id, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict on constraint uq_subscription do update set language = excluded.language
     returning id, confirmed_at is not null as "isConfirmed"`,
    [newId(), personId, email, tx.ctx.lang, organiserId, competitionId, tx.now],
  );
  return kept!;
}

async function refuseTooMany(tx: Tx, where: string, values: unknown, max: number): Promise<void> {
  const row = await tx.one<{ count: number }>(
    `select count(*)::int as count from announcements.subscription where ${where}`,
    [values].flat(),
  );
  if (row!.count >= max) throw new TooMany('announcements.too-many-subscriptions');
}
