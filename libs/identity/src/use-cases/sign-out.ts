import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { signedOut } from '../model/identity.facts.js';
import { endSession } from './start-session.js';

@Injectable()
export class SignOut {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(ctx: Context, sessionId: string | null): Promise<void> {
    const { personId } = ctx.actor;
    if (!sessionId || !personId) return;
    await this.uow.run(ctx, async (tx) => {
      await endSession(tx, sessionId, personId);
      tx.record(signedOut, { subjectId: personId });
    });
  }
}
