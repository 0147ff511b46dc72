import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { sessionPolicy } from '../access/session.policy.js';
import { ballotsOwed, countItem } from '../model/attendance.js';
import { sessionClosed } from '../model/session.facts.js';
import { sessionLifecycle } from '../model/session.lifecycle.js';
import type { SessionRow } from '../model/session.js';
import { StandingBodies } from '../queries/standing-bodies.js';
import { lockSession, proceedingsOf, type Proceedings } from './lock-session.js';

/** Ends the voting and counts every item. Nothing takes effect yet: that needs signed minutes (rule 52). */
@Injectable()
export class CloseSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly bodies: StandingBodies,
  ) {}

  execute(ctx: Context, sessionId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const session = await lockSession(tx, sessionId);
      demand(sessionPolicy, 'lead', tx.actor, session);
      await this.bodies.demand(tx, session);
      const proceedings = await proceedingsOf(tx, sessionId);
      const owed = ballotsOwed(proceedings.items, proceedings.attendance, proceedings.ballots);
      const state = sessionLifecycle.next(session.state, 'close', { ballotsMissing: owed.length });
      const results = await noteResults(tx, session, proceedings);
      await tx.change('update sessions.session set state = $2, closed_at = $3 where id = $1', [
        sessionId,
        state,
        tx.now,
      ]);
      tx.record(sessionClosed, { subjectId: sessionId, scopeId: session.scopeId, particulars: { results } });
    });
  }
}

async function noteResults(tx: Tx, session: SessionRow, { items, attendance, ballots }: Proceedings) {
  const results = items.map((item) => countItem(session, attendance, ballots, item.id).result);
  await tx.change(
    `update sessions.item i set result = counted.result
       from unnest($1::uuid[], $2::text[]) as counted (id, result) where i.id = counted.id`,
    [items.map((item) => item.id), results],
  );
  return results;
}
