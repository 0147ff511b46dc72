import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { Notices, type Recipient } from '#libs/notifications';
import { passwordSet } from '../model/identity.facts.js';
import { hashPassword } from '../model/password-hash.js';
import { passwordProblem } from '../model/password-rules.js';
import { identityPaths } from '../paths.js';
import { Attempts } from './attempts.js';
import { Consents } from './consents.js';
import { linkOf, redeemToken } from './redeem-token.js';
import { beginSession, endSessions, type Begun } from './start-session.js';

export interface NewPasswordByLink {
  token: string;
  purpose: 'invitation' | 'password-reset';
  password: string;
  device: string;
}

/** Sets a password by the link from a letter, ends every session of the person and starts a new one. */
@Injectable()
export class SetPassword {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly db: Database,
    private readonly attempts: Attempts,
    private readonly notices: Notices,
    private readonly consents: Consents,
  ) {}

  /** A stolen mailbox is not enough for who has a second factor. @throws Conflict when the link is over. */
  async execute(ctx: Context, wish: NewPasswordByLink): Promise<Begun> {
    const link = await linkOf(this.db, wish.token, wish.purpose);
    if (link.state !== 'valid') throw new Conflict('identity.link-over');
    const problem = passwordProblem(wish.password, link.email);
    if (problem) throw problem;
    const passwordHash = await hashPassword(wish.password);
    return this.uow.run(ctx, async (tx) => {
      await redeemToken(tx, wish.token, wish.purpose);
      await this.within(tx, link.personId!, passwordHash);
      return beginSession(tx, link.personId!, wish.device, await this.consents.isDue(tx, link.personId!));
    });
  }

  /** For use cases that have checked the password themselves: nothing that was open with the old one stays open. */
  async within(tx: Tx, personId: string, passwordHash: string): Promise<void> {
    const person = await replaceHash(tx, personId, passwordHash);
    await tx.change('update identity.one_time_token set used_at = $2 where person_id = $1 and used_at is null', [
      personId,
      new Date(),
    ]);
    await endSessions(tx, personId);
    await this.attempts.forgiveAccount(tx, 'sign-in', person.email);
    tx.record(passwordSet, { subjectId: personId });
    if (person.hadPassword)
      await this.notices.queue(tx, {
        to: person,
        template: 'identity.password-changed',
        kind: 'account',
        organiserId: null,
        data: { givenName: person.givenName },
        path: identityPaths.passwordReset,
      });
  }
}

type Changed = Recipient & { givenName: string; hadPassword: boolean };

async function replaceHash(tx: Tx, personId: string, passwordHash: string): Promise<Changed> {
  const person = await tx.one<Changed>(
    `select id as "personId", email, language, given_name as "givenName", password_hash is not null as "hadPassword"
       from identity.person where id = $1 for update`,
    [personId],
  );
  await tx.change('update identity.person set password_hash = $2 where id = $1', [personId, passwordHash]);
  return person!;
}
