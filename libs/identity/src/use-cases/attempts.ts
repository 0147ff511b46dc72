import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { TooMany } from '#libs/platform/errors';
import { ATTEMPTS_MAX, ATTEMPT_WINDOW_MINUTES, type Attempted } from '../model/attempt-limits.js';
import { minutesAfter } from '../model/session-limits.js';

/** Whose attempt it is: the account that was named, and the address it came from. */
export interface Attempt {
  email: string;
  address: string;
}

/**
 * Counts attempts before they are made, by one upsert each, so that parallel requests meet at the row
 * and exactly so many pass. The address goes first: one that is over its limit blocks nobody's account.
 */
@Injectable()
export class Attempts {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** @throws TooMany with the minutes to wait. */
  count(ctx: Context, action: Attempted, { email, address }: Attempt): Promise<void> {
    return this.countAbout(ctx, action, email, address);
  }

  /** `about`: what else than an account is protected, the id of a competition, say. @throws TooMany */
  countAbout(ctx: Context, action: Attempted, about: string, address: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await this.one(tx, `${action}:address`, address, ATTEMPTS_MAX[action].address);
      await this.one(tx, `${action}:account`, about, ATTEMPTS_MAX[action].account);
    });
  }

  /** A right password was no failure: the account starts anew, and the address gets its try back. */
  async forgive(tx: Tx, action: Attempted, attempt: Attempt): Promise<void> {
    await tx.change('update identity.attempt set count = greatest(count - 1, 0) where action = $1 and key_hash = $2', [
      `${action}:address`,
      this.hash(attempt.address),
    ]);
    await this.forgiveAccount(tx, action, attempt.email);
  }

  async forgiveAccount(tx: Tx, action: Attempted, email: string): Promise<void> {
    await tx.change('delete from identity.attempt where action = $1 and key_hash = $2', [
      `${action}:account`,
      this.hash(email),
    ]);
  }

  private async one(tx: Tx, action: string, key: string, max: number): Promise<void> {
    const realNow = new Date();
    const row = await tx.one<{ count: number; startedAt: Date }>(COUNT, [
      action,
      this.hash(key),
      realNow,
      minutesAfter(realNow, -ATTEMPT_WINDOW_MINUTES),
    ]);
    if (row!.count <= max) return;
    const opensAt = minutesAfter(row!.startedAt, ATTEMPT_WINDOW_MINUTES).getTime();
    throw new TooMany('identity.too-many-attempts', {
      count: Math.max(1, Math.ceil((opensAt - realNow.getTime()) / 60_000)),
    });
  }

  /** Addresses and e-mails are not kept in the clear. */
  private hash(key: string): Buffer {
    return createHmac('sha256', this.config.sessionSecret).update(key.trim().toLowerCase()).digest();
  }
}

const COUNT = `
  insert into identity.attempt as a (action, key_hash, window_started_at, count) values ($1, $2, $3, 1)
  on conflict (action, key_hash) do update
    set count = case when a.window_started_at <= $4 then 1 else a.count + 1 end,
        window_started_at = case when a.window_started_at <= $4 then $3 else a.window_started_at end
  returning count, window_started_at as "startedAt"`;
