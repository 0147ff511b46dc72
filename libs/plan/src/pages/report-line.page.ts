import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { quarterInWords, type Quarter } from '#libs/measures';
import { Allow, type Context } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  TextField,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { draftLine } from '../model/draft-line.js';
import { LIMITS } from '../model/limits.js';
import { ParseQuarter } from '../parse-quarter.js';
import { planWorkPaths } from '../paths.js';
import { WholeReport } from '../queries/whole-report.js';
import { DraftReport } from '../use-cases/draft-report.js';

class LineForm {
  @TextField({ max: LIMITS.narrative })
  narrative: string;
}

/** One line of a report in the words of a person, with what the facts say beside it. */
@Controller('organiser/plans/:planId/reports/:quarter/lines/:instanceId')
export class ReportLinePage {
  constructor(
    private readonly whole: WholeReport,
    private readonly draft: DraftReport,
  ) {}

  @Get()
  @Allow('officer')
  async show(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('quarter', ParseQuarter) quarter: Quarter,
    @Param('instanceId', ParseId) instanceId: string,
    form?: FailedForm,
  ): Promise<Result> {
    const { plan, report, content } = await this.whole.forOfficer(ctx, planId, quarter);
    const line = content.directions.flatMap(({ lines }) => lines).find((one) => one.instanceId === instanceId);
    if (!line || report?.state !== 'draft') throw new NotFound();
    return page('plan/report-line.njk', {
      ...{ plan, line, form, max: LIMITS.narrative, quarterText: quarterInWords(quarter, ctx.lang) },
      fresh: draftLine(line),
      paths: {
        here: planWorkPaths.reportLine(planId, quarter, instanceId),
        report: planWorkPaths.report(planId, quarter),
        measure: planWorkPaths.measure(planId, line.number),
      },
    });
  }

  @Post()
  @Allow('officer')
  save(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('quarter', ParseQuarter) quarter: Quarter,
    @Param('instanceId', ParseId) instanceId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: LineForm,
      act: ({ narrative }) => this.draft.edit(ctx, planId, quarter, instanceId, narrative),
      next: () => seeOther(planWorkPaths.report(planId, quarter)),
      again: (form) => this.show(ctx, planId, quarter, instanceId, form),
    });
  }
}
