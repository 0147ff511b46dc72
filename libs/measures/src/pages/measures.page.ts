import { Controller, Get, Param } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { type AskedList, Ctx, Listed, type Result } from '#libs/platform/http';
import { ParseYear } from '../parse-year.js';
import { planPaths } from '../paths.js';
import { PlanOverview, type PlanOverviewRow } from '../queries/plan-overview.js';
import { measuresList, type MeasureLine } from './measures.list.js';
import { wordingOf } from '../model/wording.js';

/** The measures of a plan in one table: to search, to sort, to take away. */
@Controller()
export class MeasuresPage {
  constructor(
    private readonly overview: PlanOverview,
    private readonly db: Database,
  ) {}

  @Get('plan/:organiserSlug/:year/list')
  @Public('the approved plan of measures is a public document')
  async show(
    @Ctx() ctx: Context,
    @Param('organiserSlug') slug: string,
    @Param('year', ParseYear) year: number,
    @Listed(measuresList) asked: AskedList<MeasureLine>,
  ): Promise<Result> {
    const plan = await this.overview.execute(slug, year);
    const found = await asked.pick(this.db, linesOf(plan, ctx));
    return asked.answer('measures/measures.njk', found, { plan, planPath: planPaths.show(slug, year) }, String(year));
  }
}

function linesOf({ directions, organiserSlug, year }: PlanOverviewRow, { lang }: Context): MeasureLine[] {
  return directions.flatMap((direction) =>
    direction.measures.map(({ number, deadlineText, parties, ...measure }) => ({
      ...{ number, deadlineText, title: wordingOf(measure, lang).text },
      direction: `${direction.number}. ${wordingOf(direction, lang).text}`,
      parties: parties.map(({ name, nameEn }) => (lang === 'en' && nameEn) || name).join('; '),
      path: planPaths.measure(organiserSlug, year, number),
    })),
  );
}
