import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ListMeasures } from '#libs/measures';
import { Allow, type Context } from '#libs/platform/access';
import { addMonths, kyivDay } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import {
  TickField,
  Ctx,
  DayField,
  handleForm,
  page,
  ParseId,
  seeOther,
  TextField,
  WholeNumberField,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { LIMITS } from '../model/limits.js';
import { nextYearIn } from '../model/next-calendar.js';
import { competitionPaths } from '../paths.js';
import { ReadLastYear } from '../queries/last-year.js';
import { CopyCompetition } from '../use-cases/copy-competition.js';
import { measureChoices } from './measure-choices.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

class NextCompetitionForm {
  @TextField({ max: LIMITS.title, code: 'competitions.unnamed' })
  title: string;
  @TextField({ max: 36, pattern: UUID, patternCode: 'platform.choose', code: 'platform.choose' })
  measureId: string;
  @DayField()
  announcedOn: string;
  @WholeNumberField({ min: LIMITS.yearFrom, max: LIMITS.yearUntil })
  budgetYear: number;
  @TickField()
  isRehearsal = false;
}

/** Next year's competition from last year's: choosing one, the few new answers, and what came out otherwise. */
@Controller()
export class CopyCompetitionPage {
  constructor(
    private readonly read: ReadLastYear,
    private readonly copy: CopyCompetition,
    private readonly measures: ListMeasures,
    private readonly db: Database,
  ) {}

  @Get('organiser/competitions/copy')
  @Allow('officer')
  async choose(@Ctx() ctx: Context): Promise<Result> {
    const sources = await this.read.sources(ctx);
    return page('competitions/copy-choose.njk', {
      sources: sources.map((one) => ({ ...one, href: competitionPaths.copyOf(one.id) })),
      create: competitionPaths.create,
      back: competitionPaths.ofOrganiser,
    });
  }

  @Get('organiser/competitions/:id/copy')
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const last = await this.read.source(ctx, id);
    const budgetYear = (last.budgetYear ?? Number(kyivDay(ctx.now).slice(0, 4))) + 1;
    return page('competitions/copy.njk', {
      ...{ last, form },
      measures: measureChoices(ctx, await this.measures.execute(this.db)),
      announcedOn: addMonths(last.announcedOn ?? kyivDay(ctx.now), 12),
      budgetYear,
      nextTitle: nextYearIn(last.title, last.budgetYear, budgetYear),
      action: competitionPaths.copyOf(id),
      back: competitionPaths.copy,
    });
  }

  @Post('organiser/competitions/:id/copy')
  @Allow('officer')
  submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: NextCompetitionForm,
      act: (input) => this.copy.execute(ctx, id, input),
      next: (copyId) => seeOther(`${competitionPaths.lastYear(copyId)}?done=copied`),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Get('organiser/competitions/:id/last-year')
  @Allow('officer')
  async compare(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Query('done') done?: string): Promise<Result> {
    return page('competitions/last-year.njk', {
      view: await this.read.execute(ctx, id),
      notice: done === 'copied' ? phrase(ctx.lang, 'competitions:copy.done') : null,
      overview: competitionPaths.overview(id),
      calendar: competitionPaths.section(id, 'calendar'),
    });
  }
}
