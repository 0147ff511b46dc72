import { Controller, Get, Param } from '@nestjs/common';
import { ParseYear, PlanOverview, planPaths } from '#libs/measures';
import { Public, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import { csvLines, Ctx, download, type Result } from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { isOverdue, shownState } from '../model/instance.lifecycle.js';
import { decidedEvidence } from '../queries/evidence.js';
import { instancesOfPlan } from '../queries/plan-desk.js';
import { statusOf } from '../queries/plan-progress.js';

const WHY = 'how a public plan is carried out is public';

/** The plan with its state, as data for anyone: a row or an object for each due time. */
@Controller('plan/:organiserSlug/:year')
export class ExecutionDataPage {
  constructor(
    private readonly overview: PlanOverview,
    private readonly db: Database,
  ) {}

  @Get('execution.json')
  @Public(WHY)
  async json(
    @Ctx() ctx: Context,
    @Param('organiserSlug') slug: string,
    @Param('year', ParseYear) year: number,
  ): Promise<Result> {
    const content = Buffer.from(JSON.stringify(await this.read(ctx, slug, year), null, 2));
    return download(content, { name: `plan-${slug}-${year}.json`, mediaType: 'application/json; charset=utf-8' });
  }

  @Get('execution.csv')
  @Public(WHY)
  async csv(
    @Ctx() ctx: Context,
    @Param('organiserSlug') slug: string,
    @Param('year', ParseYear) year: number,
  ): Promise<Result> {
    const { measures } = await this.read(ctx, slug, year);
    const t = (key: string) => phrase(ctx.lang, `plan:data.${key}`);
    const head = ['number', 'title', 'deadline', 'from', 'dueOn', 'state', 'reason', 'evidence'].map(t);
    const rows = measures.flatMap(({ number, title, deadline, times }) =>
      times.map((one) => [
        number,
        title,
        deadline,
        one.from,
        one.dueOn,
        one.stateText,
        one.reason ?? '',
        String(one.evidence.length),
      ]),
    );
    return download(Buffer.from(csvLines([head, ...rows])), {
      name: `plan-${slug}-${year}.csv`,
      mediaType: 'text/csv; charset=utf-8',
    });
  }

  private async read(ctx: Context, slug: string, year: number) {
    const plan = await this.overview.execute(slug, year);
    const today = kyivDay(ctx.now);
    const instances = await instancesOfPlan(this.db, plan.id);
    const evidence = (await decidedEvidence(this.db, plan.id)).filter(({ state }) => state === 'confirmed');
    return {
      ...{ organiser: plan.organiserName, year, title: plan.title, path: planPaths.show(slug, year), asOf: today },
      measures: plan.directions.flatMap(({ number: direction, measures }) =>
        measures.map((measure) => ({
          ...{ direction, number: measure.number, title: measure.title, deadline: measure.deadlineText },
          path: planPaths.measure(slug, year, measure.number),
          times: instances
            .filter(({ measureId }) => measureId === measure.id)
            .map((one) => ({
              ...{ from: one.from, dueOn: one.dueOn, state: shownState(one, today), isOverdue: isOverdue(one, today) },
              stateText: statusOf(one, today, ctx).text,
              reason: one.reason,
              evidence: evidence
                .filter(({ instanceId }) => instanceId === one.id)
                .map(({ happenedOn, words, path, link, figures }) => ({
                  happenedOn,
                  words: words.uk,
                  path,
                  link,
                  figures,
                })),
            })),
        })),
      ),
    };
  }
}
