import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { signedOut } from '../model/identity.facts.js';
import { endSession, endSessions } from './start-session.js';

/** Signs a person out elsewhere: on one device, or on all but this one. */
@Injectable()
export class RevokeSession {
  constructor(private readonly uow: UnitOfWork) {}

  /** @throws NotFound when it is not an open session of this person. */
  execute(ctx: Context, sessionId: string): Promise<void> {
    const personId = ctx.actor.personId!;
    return this.uow.run(ctx, async (tx) => {
      if ((await endSession(tx, sessionId, personId)) === 0) throw new NotFound();
      tx.record(signedOut, { subjectId: personId });
    });
  }

  allOthers(ctx: Context, currentSessionId: string): Promise<void> {
    const personId = ctx.actor.personId!;
    return this.uow.run(ctx, async (tx) => {
      if ((await endSessions(tx, personId, currentSessionId)) > 0) tx.record(signedOut, { subjectId: personId });
    });
  }
}
