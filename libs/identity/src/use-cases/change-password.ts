import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database, UnitOfWork } from '#libs/platform/database';
import { Conflict, Forbidden, invalidField } from '#libs/platform/errors';
import { hashPassword, verifyPassword } from '../model/password-hash.js';
import { passwordProblem } from '../model/password-rules.js';
import { Attempts } from './attempts.js';
import { SetPassword } from './set-password.js';
import { startSession } from './start-session.js';

export interface PasswordChange {
  password: string;
  newPassword: string;
  address: string;
  device: string;
}

/** A signed-in person changes the password; every session ends and this browser gets a new one. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly db: Database,
    private readonly attempts: Attempts,
    private readonly setPassword: SetPassword,
  ) {}

  /** Returns the secret of the new session. */
  async execute(ctx: Context, change: PasswordChange): Promise<string> {
    const { personId, email } = ctx.actor;
    if (!personId) throw new Forbidden();
    const attempt = { email, address: change.address };
    await this.attempts.count(ctx, 'password-change', attempt);
    const stored = await this.storedHash(personId);
    if (!(await verifyPassword(stored, change.password))) throw invalidField('password', 'identity.password-wrong');
    const problem = passwordProblem(change.newPassword, email, 'newPassword');
    if (problem) throw problem;
    const passwordHash = await hashPassword(change.newPassword);
    return this.uow.run(ctx, async (tx) => {
      const same = await tx.one('select 1 from identity.person where id = $1 and password_hash = $2 for update', [
        personId,
        stored,
      ]);
      if (!same) throw new Conflict('identity.password-just-changed');
      await this.attempts.forgive(tx, 'password-change', attempt);
      await this.setPassword.within(tx, personId, passwordHash);
      return startSession(tx, personId, change.device);
    });
  }

  private async storedHash(personId: string): Promise<string | null> {
    const row = await this.db.one<{ hash: string | null }>(
      'select password_hash as hash from identity.person where id = $1',
      [personId],
    );
    return row?.hash ?? null;
  }
}
