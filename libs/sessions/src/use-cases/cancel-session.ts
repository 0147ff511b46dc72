import { Injectable } from '@nestjs/common';
import { peopleWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { longDateTime } from '#libs/platform/clock';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { COMMISSION, sessionPolicy } from '../access/session.policy.js';
import { sessionCancelled } from '../model/session.facts.js';
import { sessionLifecycle } from '../model/session.lifecycle.js';
import type { SessionRow } from '../model/session.js';
import { sessionPaths } from '../paths.js';
import { lockSession } from './lock-session.js';

/** Calls off a session that has not begun: its agenda is free for another one. */
@Injectable()
export class CancelSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, sessionId: string, reason: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const session = await lockSession(tx, sessionId);
      demand(sessionPolicy, 'cancel', tx.actor, session);
      const state = sessionLifecycle.next(session.state, 'cancel', {});
      await tx.change('update sessions.session set state = $2, cancel_reason = $3 where id = $1', [
        sessionId,
        state,
        reason,
      ]);
      await this.tellMembers(tx, session, reason);
      tx.record(sessionCancelled, { subjectId: sessionId, scopeId: session.scopeId, particulars: { reason } });
    });
  }

  private async tellMembers(tx: Tx, session: SessionRow, reason: string): Promise<void> {
    for (const member of await peopleWithRole(tx, session.scopeId, COMMISSION))
      await this.notices.queue(tx, {
        to: member,
        template: 'sessions.cancelled',
        kind: 'duty',
        organiserId: session.organiserId,
        data: { subject: session.subject, at: longDateTime(session.plannedAt, member.language), reason },
        path: sessionPaths.show(session.id),
      });
  }
}
