import { Inject, Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { Database, UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { verifyPassword } from '../model/password-hash.js';
import { sealSecret } from '../model/sealed-secret.js';
import { newSecret } from '../model/second-factor.js';
import { Attempts } from './attempts.js';

export interface PasswordGiven {
  password: string;
  address: string;
}

/**
 * Makes a secret for the person's authenticator; nothing is asked for before it is confirmed with a code.
 * The password is asked again: who found an open browser must not lock its owner out.
 */
@Injectable()
export class BeginSecondFactor {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly db: Database,
    private readonly attempts: Attempts,
    @Inject(Config) private readonly config: Config,
  ) {}

  async execute(ctx: Context, given: PasswordGiven): Promise<void> {
    const personId = ctx.actor.personId!;
    const attempt = { email: ctx.actor.email, address: given.address };
    await this.attempts.count(ctx, 'password-change', attempt);
    const person = await this.db.one<{ hash: string | null }>(
      'select password_hash as hash from identity.person where id = $1',
      [personId],
    );
    if (!(await verifyPassword(person!.hash, given.password)))
      throw invalidField('password', 'identity.password-wrong');
    await this.uow.run(ctx, async (tx) => {
      await this.attempts.forgive(tx, 'password-change', attempt);
      const made = await tx.change(
        `insert into identity.second_factor as f (person_id, sealed_secret, created_at) values ($1, $2, $3)
         on conflict (person_id) do update set sealed_secret = $2, created_at = $3 where f.confirmed_at is null`,
        [personId, sealSecret(newSecret(), personId, this.config.sessionSecret), new Date()],
      );
      if (made === 0) throw new Conflict('identity.second-factor-is-on');
    });
  }
}
