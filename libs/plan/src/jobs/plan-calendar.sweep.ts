import { Injectable } from '@nestjs/common';
import type { Quarter } from '#libs/measures';
import type { Context } from '#libs/platform/access';
import { addDays, kyivDay, kyivInstant } from '#libs/platform/clock';
import { Database, UnitOfWork, type Reader } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { LETTER_STEPS, PLAN_TERMS, quarterCalendar, type LetterStep } from '../model/quarter-calendar.js';
import { lockPlan, type PlanRow } from '../queries/find-plan.js';
import { AskForAnswers } from '../use-cases/ask-for-answers.js';

/** Letters go in the morning. */
const HOUR = '09:00';
const PLANS_MAX = 200;
const QUARTERS: readonly Quarter[] = [1, 2, 3, 4];

interface Step {
  plan: PlanRow;
  quarter: Quarter;
  step: LetterStep;
  on: string;
}

/** Due times open by their day; bodies are asked, reminded and told of lateness by the calendar, where the officer wants it. */
@Sweep('plan.calendar')
@Injectable()
export class PlanCalendar implements SweepHandler {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly db: Database,
    private readonly ask: AskForAnswers,
  ) {}

  async nextDueAt(reader: Reader, now: Date): Promise<Date | null> {
    const ahead = (await waitingSteps(reader, kyivDay(now)))
      .map(({ on }) => kyivInstant(on, HOUR))
      .filter((at) => at > now);
    return ahead.length > 0 ? new Date(Math.min(...ahead.map(Number))) : null;
  }

  async sweep(ctx: Context): Promise<void> {
    const today = kyivDay(ctx.now);
    await this.uow.run(ctx, async (tx) => {
      await tx.change(
        `update plan.instance set state = 'open', version = version + 1 where state = 'planned' and window_from <= $1`,
        [today],
      );
    });
    for (const { plan, quarter, step, on } of await waitingSteps(this.db, today)) {
      if (ctx.now < kyivInstant(on, HOUR)) continue;
      await this.uow.run(ctx, async (tx) => {
        await lockPlan(tx, plan.id);
        const done = await tx.one('select 1 from plan.letter_round where plan_id = $1 and quarter = $2 and step = $3', [
          ...[plan.id, quarter, step],
        ]);
        if (!done) await this.ask.within(tx, plan, quarter, step);
      });
    }
  }
}

/** Steps that are ahead, or can still be made: of the plan of this year, and of the last quarter of the year before. */
async function waitingSteps(reader: Reader, today: string): Promise<Step[]> {
  const year = Number(today.slice(0, 4));
  const plans = await reader.rows<PlanRow & { done: string[] }>(
    `select p.id, p.organiser_id as "organiserId", p.organiser_slug as "organiserSlug", p.organiser_name as "organiserName",
            p.year, coalesce((select array_agg(r.quarter || r.step) from plan.letter_round r where r.plan_id = p.id), '{}') as done
       from measures.v_plan p join plan.plan_setting t on t.plan_id = p.id and t.sends_letters
      where p.year between $1 - 1 and $1 + 1 order by p.year desc, p.id limit ${PLANS_MAX}`,
    [year],
  );
  return plans.flatMap(({ done, ...plan }) =>
    QUARTERS.flatMap((quarter) => {
      const calendar = quarterCalendar(plan.year, quarter);
      const isOpen = (step: LetterStep) =>
        !done.includes(`${quarter}${step}`) && today <= addDays(calendar[step], PLAN_TERMS.stepValidDays);
      return LETTER_STEPS.filter(isOpen).map((step) => ({ plan, quarter, step, on: calendar[step] }));
    }),
  );
}
