import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { ClassConstructor } from 'class-transformer';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { differenceOf, totalsOf } from '../model/lines.js';
import type { ReportPart } from '../model/report-problems.js';
import { monitoringPaths } from '../paths.js';
import { ReportForPage } from '../queries/report-for-page.js';
import { SaveReport } from '../use-cases/save-report.js';
import { filledRows } from './filled-rows.js';
import { shownVersion } from './shown-version.js';
import { FactsForm, ReachForm, ReasonsForm, StoryForm } from './report.forms.js';

/** Empty rows behind the groups of people. */
const SPARE_ROWS = 3;

/** The parts of a report, each a page that saves itself by its button. */
@Controller('reports/:id')
export class ReportPartsPage {
  constructor(
    private readonly read: ReportForPage,
    private readonly save: SaveReport,
  ) {}

  @Get('story')
  @Allow('applicant')
  story(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    return this.show(ctx, id, 'story', form);
  }

  @Post('story')
  @Allow('applicant')
  saveStory(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.submit(ctx, id, 'story', body, StoryForm, ({ version, done, results, difficulties }) =>
      this.save.story(ctx, id, version, {
        ...{ done: done ?? '', results: results ?? '', difficulties: difficulties ?? '' },
      }),
    );
  }

  @Get('indicators')
  @Allow('applicant')
  indicators(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    return this.show(ctx, id, 'indicators', form);
  }

  @Post('indicators')
  @Allow('applicant')
  saveIndicators(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.submit(ctx, id, 'indicators', body, FactsForm, ({ version, indicators }) =>
      this.save.indicators(
        ...([ctx, id, version] as const),
        indicators.map((row) => ({
          ...{ ...row, fact: row.fact ?? '', sourceDocument: row.sourceDocument ?? '' },
          confirmedBy: row.confirmedBy ?? '',
        })),
      ),
    );
  }

  @Get('reach')
  @Allow('applicant')
  reach(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    return this.show(ctx, id, 'reach', form);
  }

  @Post('reach')
  @Allow('applicant')
  saveReach(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.submit(ctx, id, 'reach', filledRows(body, 'reach'), ReachForm, ({ version, reach }) =>
      this.save.reach(ctx, id, version, reach),
    );
  }

  @Get('money')
  @Allow('applicant')
  money(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    return this.show(ctx, id, 'money', form);
  }

  @Post('money')
  @Allow('applicant')
  saveMoney(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.submit(ctx, id, 'money', body, ReasonsForm, ({ version, lines }) =>
      this.save.reasons(
        ctx,
        id,
        version,
        lines.map(({ lineId, reason }) => ({ lineId, reason: reason ?? '' })),
      ),
    );
  }

  private async show(ctx: Context, id: string, part: ReportPart, form?: FailedForm): Promise<Result> {
    const { report, project, parts, problems } = await this.read.forWriting(ctx, id);
    const typed = (form?.values?.reach as unknown[] | undefined)?.length ?? parts.reach.length;
    return page(
      `monitoring/${part}.njk`,
      {
        ...{ report, project, parts, part, form, totals: totalsOf(parts.lines) },
        version: shownVersion(report.version, form, 'monitoring.stale'),
        lines: parts.lines.map((line) => ({ ...line, differenceKop: differenceOf(line) })),
        rows: Array.from({ length: typed + SPARE_ROWS }, (_, index) => parts.reach[index] ?? {}),
        problems: problems.filter((one) => one.part === part),
        paths: pathsOf(id, part),
      },
      form ? 422 : 200,
    );
  }

  private submit<Shape extends object>(
    ctx: Context,
    id: string,
    part: ReportPart,
    body: FormBody,
    shape: ClassConstructor<Shape>,
    act: (input: Shape) => Promise<void>,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape, act },
      next: () => seeOther(body?.action === 'stay' ? monitoringPaths.part(id, part) : monitoringPaths.report(id)),
      again: (form) => this.show(ctx, id, part, form),
    });
  }
}

const pathsOf = (id: string, part: ReportPart) => ({
  ...{ self: monitoringPaths.part(id, part), report: monitoringPaths.report(id) },
  newExpense: monitoringPaths.newExpense(id),
  expense: monitoringPaths.expense(id, ''),
});
