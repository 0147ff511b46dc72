import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database, UnitOfWork, type Tx } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { signedIn } from '../model/identity.facts.js';
import { verifyPassword } from '../model/password-hash.js';
import { Attempts } from './attempts.js';
import { Consents } from './consents.js';
import { beginSession, endSession, type Begun } from './start-session.js';

export interface Credentials {
  email: string;
  password: string;
  /** The network address of the browser. */
  address: string;
  device: string;
}

/** An unknown e-mail, a wrong password and a disabled account take the same time and get the same words. */
@Injectable()
export class SignIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly db: Database,
    private readonly attempts: Attempts,
    private readonly consents: Consents,
  ) {}

  /** `oldSessionId`: the session of this browser, which ends. */
  async execute(ctx: Context, credentials: Credentials, oldSessionId: string | null = null): Promise<Begun> {
    await this.attempts.count(ctx, 'sign-in', credentials);
    const person = await this.personOf(credentials.email);
    if (!(await verifyPassword(person?.passwordHash ?? null, credentials.password))) throw wrongCredentials();
    // Said only to who knows the password.
    if (person!.isMerged) throw invalidField('email', 'identity.account-merged');
    return this.uow.run(ctx, async (tx) => {
      await demandUnchanged(tx, person!);
      await this.attempts.forgive(tx, 'sign-in', credentials);
      if (oldSessionId && ctx.actor.personId) await endSession(tx, oldSessionId, ctx.actor.personId);
      tx.record(signedIn, { subjectId: person!.id });
      return beginSession(tx, person!.id, credentials.device, await this.consents.isDue(tx, person!.id));
    });
  }

  private personOf(email: string): Promise<KnownPassword | undefined> {
    return this.db.one<KnownPassword>(
      `select id, password_hash as "passwordHash", merged_into is not null as "isMerged" from identity.person
        where lower(email) = lower($1) and (disabled_at is null or merged_into is not null)`,
      [email],
    );
  }
}

interface KnownPassword {
  id: string;
  passwordHash: string | null;
  isMerged: boolean;
}

const wrongCredentials = () => invalidField('email', 'identity.wrong-credentials');

/** The password was checked outside of the transaction: it may have been changed in between. */
async function demandUnchanged(tx: Tx, person: KnownPassword): Promise<void> {
  const same = await tx.one(
    'select 1 from identity.person where id = $1 and password_hash = $2 and disabled_at is null for share',
    [person.id, person.passwordHash],
  );
  if (!same) throw wrongCredentials();
}
