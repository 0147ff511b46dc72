import { Body, Controller, Get, Param, Post } from '@nestjs/common';
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
import { REPORT_PARTS } from '../model/report-problems.js';
import { monitoringPaths } from '../paths.js';
import { ReportForPage } from '../queries/report-for-page.js';
import { DecideReport } from '../use-cases/decide-report.js';
import { SubmitReport } from '../use-cases/submit-report.js';
import { ReasonForm, VersionForm } from './report.forms.js';
import { REPORT_TONES } from './report-words.js';

/** A report, for its recipient and for the department. */
@Controller('reports/:id')
export class ReportPage {
  constructor(
    private readonly read: ReportForPage,
    private readonly submit: SubmitReport,
    private readonly decide: DecideReport,
  ) {}

  @Get()
  @Allow('applicant', 'officer', 'director', 'accountant', 'monitor')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const { report, project, parts, problems, isOwn } = view;
    return page(
      'monitoring/report.njk',
      {
        ...{ ...view, form, tone: REPORT_TONES[report.state], totals: totalsOf(parts.lines) },
        lines: parts.lines.map((line) => ({ ...line, differenceKop: differenceOf(line) })),
        tasks: REPORT_PARTS.map((part) => ({
          ...{ part, path: monitoringPaths.part(id, part) },
          missing: problems.filter((one) => one.part === part).length,
        })),
        paths: {
          project: isOwn ? monitoringPaths.own(project.id) : monitoringPaths.show(project.id),
          submission: monitoringPaths.submission(id),
          giveBack: monitoringPaths.giveBack(id),
          acceptance: monitoringPaths.acceptance(id),
          check: monitoringPaths.check(id),
          expense: monitoringPaths.expense(id, ''),
        },
      },
      form ? 422 : 200,
    );
  }

  @Post('submission')
  @Allow('applicant')
  send(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: VersionForm },
      act: ({ version }) => this.submit.execute(ctx, id, version),
      ...this.back(ctx, id),
    });
  }

  @Post('return')
  @Allow('officer', 'monitor')
  giveBack(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: ReasonForm },
      act: ({ version, reason }) => this.decide.giveBack(ctx, id, version, reason),
      ...this.back(ctx, id),
    });
  }

  @Post('acceptance')
  @Allow('officer', 'monitor')
  accept(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: VersionForm },
      act: ({ version }) => this.decide.accept(ctx, id, version),
      ...this.back(ctx, id),
    });
  }

  private back(ctx: Context, id: string) {
    return {
      next: () => seeOther(monitoringPaths.report(id)),
      again: (form: FailedForm) => this.show(ctx, id, form),
    };
  }
}
