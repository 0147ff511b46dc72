import { Inject, Injectable } from '@nestjs/common';
import { quarterInWords, type Quarter } from '#libs/measures';
import { Notices } from '#libs/notifications';
import type { Context } from '#libs/platform/access';
import { kyivDay, longDate } from '#libs/platform/clock';
import { Config } from '#libs/platform/config';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { clerkToken } from '../model/clerk-token.js';
import { grouped } from '../model/grouped.js';
import { answersAsked } from '../model/plan.facts.js';
import { quarterCalendar, type LetterStep } from '../model/quarter-calendar.js';
import { planWorkPaths } from '../paths.js';
import { lockPlan, type PlanRow } from '../queries/find-plan.js';
import { sliceStandings, type SliceBody } from '../queries/slice-standings.js';

/** Letters with the link to every body that owes something about a quarter: the request, the reminder, the lateness. */
@Injectable()
export class AskForAnswers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
    @Inject(Config) private readonly config: Config,
  ) {}

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
    const bodies = [...grouped(owing, ({ bodyId }) => bodyId).values()];
    for (const own of bodies) await this.write(tx, plan, quarter, step, own);
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

  private async write(tx: Tx, plan: PlanRow, quarter: Quarter, step: LetterStep, own: SliceBody[]): Promise<void> {
    const { bodyId, name, email } = own[0]!;
    const linkId = await linkFor(tx, plan.id, bodyId, quarter);
    await this.notices.queue(tx, {
      to: { personId: null, email: email!, language: 'uk' },
      kind: 'duty',
      organiserId: plan.organiserId,
      template: `plan.answers-${step}`,
      data: {
        ...{ name, year: plan.year, quarter: quarterInWords(quarter, 'uk'), authority: plan.organiserName },
        measures: own.map(({ number }) => number).join(', '),
        until: longDate(quarterCalendar(plan.year, quarter).answersDueOn, 'uk'),
      },
      path: planWorkPaths.clerk(clerkToken(linkId, this.config.sessionSecret)),
      holdsSecret: true,
    });
  }
}

/** One link for a body and a quarter: a reminder brings the same one. */
async function linkFor(tx: Tx, planId: string, bodyId: string, quarter: Quarter): Promise<string> {
  const row = await tx.one<{ id: string }>(
    `insert into plan.clerk_link (id, plan_id, body_id, quarter, sent_at) values ($1, $2, $3, $4, $5)
     on conflict (plan_id, body_id, quarter) do update set sent_at = excluded.sent_at returning id`,
    [newId(), planId, bodyId, quarter, tx.now],
  );
  return row!.id;
}
