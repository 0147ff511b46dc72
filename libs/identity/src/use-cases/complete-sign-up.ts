import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database, UnitOfWork, newId, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { personSignedUp } from '../model/identity.facts.js';
import { hashPassword } from '../model/password-hash.js';
import { passwordProblem } from '../model/password-rules.js';
import { Consents } from './consents.js';
import { linkOf, redeemToken } from './redeem-token.js';
import { startSession } from './start-session.js';

export interface NewAccount {
  token: string;
  familyName: string;
  givenName: string;
  patronymic: string | null;
  phone: string | null;
  password: string;
  device: string;
  /** The version of the personal-data notice that was read and agreed to. */
  noticeVersion: number;
}

/** Makes the person behind a proved address. The database refuses a second one with the same e-mail. */
@Injectable()
export class CompleteSignUp {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly db: Database,
    private readonly consents: Consents,
  ) {}

  /** Returns the secret of the new session. @throws Conflict when the link is over. */
  async execute(ctx: Context, account: NewAccount): Promise<string> {
    const link = await linkOf(this.db, account.token, 'sign-up');
    if (link.state !== 'valid') throw new Conflict('identity.link-over');
    const problem = passwordProblem(account.password, link.email);
    if (problem) throw problem;
    const passwordHash = await hashPassword(account.password);
    return this.uow.run(ctx, async (tx) => {
      await redeemToken(tx, account.token, 'sign-up');
      const personId = await addPerson(tx, account, link.email, passwordHash);
      await this.consents.give(tx, personId, account.noticeVersion);
      tx.record(personSignedUp, { subjectId: personId });
      return startSession(tx, personId, account.device);
    });
  }
}

async function addPerson(tx: Tx, account: NewAccount, email: string, passwordHash: string): Promise<string> {
  const id = newId();
  const { familyName, givenName, patronymic, phone } = account;
  await tx.change(
    `insert into identity.person
       (id, email, family_name, given_name, patronymic, phone, language, password_hash, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, email, familyName, givenName, patronymic, phone, tx.ctx.lang, passwordHash, tx.now],
  );
  return id;
}
