import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, InvalidInput } from '#libs/platform/errors';
import { sessionPolicy } from '../access/session.policy.js';
import { ballotsCast } from '../model/session.facts.js';
import { sessionLifecycle } from '../model/session.lifecycle.js';
import { VOTES, type Vote } from '../model/session.js';
import { attendanceOf, itemsOf, lockSession } from './lock-session.js';

export const BALLOT_REASON_MAX = 1_000;

export interface CastBallot {
  itemId: string;
  vote: Vote;
  reason: string;
}

/** A present member votes on items, as often as they wish until the session is closed. */
@Injectable()
export class CastBallots {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, sessionId: string, ballots: readonly CastBallot[]): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const session = await lockSession(tx, sessionId);
      demand(sessionPolicy, 'vote', tx.actor, session);
      sessionLifecycle.next(session.state, 'vote', {
        presentCount: 0,
        quorumNeeded: 0,
        ballotsMissing: 0,
        signaturesMissing: 0,
      });
      const attendance = await attendanceOf(tx, sessionId);
      if (!attendance.some((one) => one.personId === tx.actor.personId && one.isPresent))
        throw new Conflict('sessions.not-present');
      const items = new Map((await itemsOf(tx, sessionId)).map((item) => [item.id, item]));
      refuseWrong(ballots, items);
      for (const ballot of ballots) await upsert(tx, ballot);
      tx.record(ballotsCast, {
        subjectId: sessionId,
        scopeId: session.scopeId,
        particulars: { ballots: ballots.map(({ itemId, vote }) => [items.get(itemId)!.position, vote]) },
      });
    });
  }
}

/** A recusal needs its reason: it goes into the minutes (rules 32, 33). */
function refuseWrong(ballots: readonly CastBallot[], items: ReadonlyMap<string, unknown>): void {
  if (ballots.length === 0) throw new Conflict('sessions.nothing-chosen');
  const problems = ballots.flatMap(({ itemId, vote, reason }) => {
    if (!items.has(itemId) || !VOTES.includes(vote)) return [{ field: `votes[${itemId}]`, code: 'platform.choose' }];
    if (vote === 'recused' && !reason) return [{ field: `reasons[${itemId}]`, code: 'sessions.recusal-reason' }];
    if (reason.length > BALLOT_REASON_MAX)
      return [{ field: `reasons[${itemId}]`, code: 'platform.too-long', data: { max: BALLOT_REASON_MAX } }];
    return [];
  });
  if (problems.length > 0) throw new InvalidInput(problems);
}

async function upsert(tx: Tx, ballot: CastBallot): Promise<void> {
  await tx.change(
    `insert into sessions.ballot (item_id, person_id, vote, reason, cast_at) values ($1, $2, $3, $4, $5)
     on conflict (item_id, person_id) do update set vote = excluded.vote, reason = excluded.reason, cast_at = excluded.cast_at`,
    [ballot.itemId, tx.actor.personId, ballot.vote, ballot.reason, tx.now],
  );
}
