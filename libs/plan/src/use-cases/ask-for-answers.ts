import { Injectable } from '@nestjs/common';
import type { Quarter } from '#libs/measures';
import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { answersAsked } from '../model/plan.facts.js';
import type { LetterStep } from '../model/quarter-calendar.js';
import { lockPlan, type PlanRow } from '../queries/find-plan.js';
import { sliceStandings } from '../queries/slice-standings.js';

/**
 * Every body that owes something about a quarter is to be written to: the request, the reminder, the lateness. The letters
 * themselves are written after it (jobs/write-to-bodies.job.ts).
 */
@Injectable()
export class AskForAnswers {
  constructor(private readonly uow: UnitOfWork) {}

  /** By the officer's button. @returns how many letters. @throws Conflict when nobody can be written to */
  execute(ctx: Context, planId: string, quarter: Quarter): Promise<number> {
    return this.uow.run(ctx, async (tx) => {
      const plan = await lockPlan(tx, planId);
      const letters = await this.within(tx, plan, quarter, 'ask');
      if (letters === 0) throw new Conflict('plan.nobody-to-write');
      return letters;
    });
  }

  async within(tx: Tx, plan: PlanRow, quarter: Quarter, step: LetterStep): Promise<number> {
    const rows = await sliceStandings(tx, { planId: plan.id, quarter }, kyivDay(tx.now));
    const owing = rows.filter(
      ({ standing, email }) => email !== null && ['awaited', 'late', 'returned'].includes(standing),
    );
    const bodies = [...new Set(owing.map(({ bodyId }) => bodyId))];
    await putLinks(tx, plan.id, quarter, step, bodies);
    tx.deliver('plan.write-to-bodies', plan.id);
    await tx.change(
      `insert into plan.letter_round (plan_id, quarter, step, done_at, letters) values ($1, $2, $3, $4, $5)
       on conflict (plan_id, quarter, step) do update set done_at = $4, letters = plan.letter_round.letters + $5`,
      [plan.id, quarter, step, tx.now, bodies.length],
    );
    if (bodies.length > 0)
      tx.record(answersAsked, {
        subjectId: plan.id,
        scopeId: plan.id,
        particulars: { quarter, step, letters: bodies.length },
      });
    return bodies.length;
  }
}

/** One link for a body and a quarter: a reminder brings the same one. */
async function putLinks(
  tx: Tx,
  planId: string,
  quarter: Quarter,
  step: LetterStep,
  bodyIds: readonly string[],
): Promise<void> {
  await tx.change(
    `insert into plan.clerk_link (id, plan_id, body_id, quarter, to_write)
     select id, $3, "bodyId", $4, $5 from unnest($1::uuid[], $2::uuid[]) as row (id, "bodyId")
     on conflict (plan_id, body_id, quarter) do update set to_write = excluded.to_write`,
    [bodyIds.map(() => newId()), bodyIds, planId, quarter, step],
  );
}
