import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, InvalidInput, type FieldError } from '#libs/platform/errors';
import { sessionPolicy } from '../access/session.policy.js';
import { isInRoom } from '../model/attendance.js';
import { ballotsCast } from '../model/session.facts.js';
import { sessionLifecycle } from '../model/session.lifecycle.js';
import { VOTES, type ItemRow, type Vote } from '../model/session.js';
import { ConflictsOf } from '../queries/conflicts-of.js';
import { StandingBodies } from '../queries/standing-bodies.js';
import { attendanceOf, itemsOf, lockSession } from './lock-session.js';

const BALLOT_REASON_MAX = 1_000;

export interface CastBallot {
  itemId: string;
  vote: Vote;
  /** Why one does not vote, or one's own opinion for the minutes. */
  reason: string;
}

/** A member in the room votes on items, as often as they wish until the session is closed. */
@Injectable()
export class CastBallots {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly conflictsOf: ConflictsOf,
    private readonly bodies: StandingBodies,
  ) {}

  execute(ctx: Context, sessionId: string, typed: readonly CastBallot[]): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const session = await lockSession(tx, sessionId);
      demand(sessionPolicy, 'vote', tx.actor, session);
      await this.bodies.demand(tx, session);
      sessionLifecycle.next(session.state, 'vote', {});
      await refuseAbsent(tx, sessionId);
      const agenda = await itemsOf(tx, sessionId);
      const items = new Map(agenda.map((item) => [item.id, item]));
      if (typed.length === 0) throw new Conflict('sessions.nothing-chosen');
      const ballots = withRecusals(typed, await this.conflictsOf.execute(tx, tx.actor.personId, agenda));
      refuseWrong(ballots, items);
      await save(tx, ballots);
      tx.record(ballotsCast, {
        subjectId: sessionId,
        scopeId: session.scopeId,
        particulars: { ballots: ballots.map(({ itemId, vote }) => [items.get(itemId)!.position, vote]) },
      });
    });
  }
}

async function refuseAbsent(tx: Tx, sessionId: string): Promise<void> {
  const attendance = await attendanceOf(tx, sessionId);
  if (!attendance.some((one) => one.personId === tx.actor.personId && isInRoom(one)))
    throw new Conflict('sessions.not-present');
}

/** Who declared a conflict has no vote on that item (rule 32): the ballot is a recusal, with the declared reason. */
function withRecusals(typed: readonly CastBallot[], conflicts: ReadonlyMap<string, string>): CastBallot[] {
  const free = typed.filter(({ itemId }) => !conflicts.has(itemId));
  return [...free, ...[...conflicts].map(([itemId, reason]): CastBallot => ({ itemId, vote: 'recused', reason }))];
}

function refuseWrong(ballots: readonly CastBallot[], items: ReadonlyMap<string, ItemRow>): void {
  const problems = ballots.flatMap((ballot) => problemOf(ballot, items.get(ballot.itemId)));
  if (problems.length > 0) throw new InvalidInput(problems);
}

/** A recusal needs its reason: it goes into the minutes (rules 32, 33). */
function problemOf({ itemId, vote, reason }: CastBallot, item: ItemRow | undefined): FieldError[] {
  const data = { number: item?.position, max: BALLOT_REASON_MAX };
  if (!item || !VOTES.includes(vote)) return [{ field: `votes[${itemId}]`, code: 'sessions.choose-vote', data }];
  const field = `reasons[${itemId}]`;
  if (vote === 'recused' && !reason) return [{ field, code: 'sessions.recusal-reason', data }];
  if (reason.length > BALLOT_REASON_MAX) return [{ field, code: 'platform.too-long', data }];
  return [];
}

async function save(tx: Tx, ballots: readonly CastBallot[]): Promise<void> {
  await tx.change(
    `insert into sessions.ballot (item_id, person_id, vote, reason, cast_at)
     select item_id, $1, vote, reason, $2 from unnest($3::uuid[], $4::text[], $5::text[]) as cast_now (item_id, vote, reason)
     on conflict (item_id, person_id) do update
       set vote = excluded.vote, reason = excluded.reason, cast_at = excluded.cast_at`,
    [
      tx.actor.personId,
      tx.now,
      ballots.map(({ itemId }) => itemId),
      ballots.map(({ vote }) => vote),
      ballots.map(({ reason }) => reason),
    ],
  );
}
