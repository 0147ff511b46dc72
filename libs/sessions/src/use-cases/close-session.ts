import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { sessionPolicy } from '../access/session.policy.js';
import { sessionClosed } from '../model/session.facts.js';
import { sessionLifecycle } from '../model/session.lifecycle.js';
import { countVotes } from '../model/voting.js';
import { attendanceOf, ballotsOf, itemsOf, lockSession } from './lock-session.js';

/** Ends the voting and counts every item. Nothing takes effect yet: that needs signed minutes (rule 52). */
@Injectable()
export class CloseSession {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, sessionId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const session = await lockSession(tx, sessionId);
      demand(sessionPolicy, 'lead', tx.actor, session);
      const [items, attendance, ballots] = [
        await itemsOf(tx, sessionId),
        await attendanceOf(tx, sessionId),
        await ballotsOf(tx, sessionId),
      ];
      const presentIds = attendance.filter((one) => one.isPresent).map((one) => one.personId);
      const state = sessionLifecycle.next(session.state, 'close', {
        presentCount: presentIds.length,
        quorumNeeded: session.quorumNeeded ?? 0,
        ballotsMissing: items.length * presentIds.length - ballots.length,
        signaturesMissing: 2,
      });
      const chairId = attendance.find((one) => one.role === 'commission-chair' && one.isPresent)?.personId ?? null;
      const assembly = { membersTotal: session.membersTotal!, presentIds, chairId };
      const results = items.map(
        (item) =>
          countVotes(
            session.procedure,
            assembly,
            ballots.filter((one) => one.itemId === item.id),
          ).result,
      );
      await tx.change(
        `update sessions.item i set result = counted.result from unnest($1::uuid[], $2::text[]) as counted (id, result) where i.id = counted.id`,
        [items.map((item) => item.id), results],
      );
      await tx.change('update sessions.session set state = $2, closed_at = $3 where id = $1', [
        sessionId,
        state,
        tx.now,
      ]);
      tx.record(sessionClosed, { subjectId: sessionId, scopeId: session.scopeId, particulars: { results } });
    });
  }
}
