import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { quarterInWords, type Quarter } from '#libs/measures';
import { ORDER_NUMBER, ORDER_NUMBER_MAX } from '#libs/documents';
import { Allow, holds, type Context } from '#libs/platform/access';
import {
  Ctx,
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
import { LIMITS } from '../model/limits.js';
import { STATE_TONES } from '../model/instance.lifecycle.js';
import { quarterCalendar } from '../model/quarter-calendar.js';
import { REPORT_TONES } from '../model/report.lifecycle.js';
import { ParseQuarter } from '../parse-quarter.js';
import { planWorkPaths } from '../paths.js';
import { WholeReport } from '../queries/whole-report.js';
import { DraftReport } from '../use-cases/draft-report.js';
import { MoveReport } from '../use-cases/move-report.js';

const VERSION_MAX = 1_000_000;

class NoFields {}
class SeenForm {
  @WholeNumberField({ min: 1, max: VERSION_MAX })
  version: number;
}
class GiveBackForm extends SeenForm {
  @TextField({ max: LIMITS.reason })
  note: string;
}
class SignForm extends SeenForm {
  @TextField({ max: ORDER_NUMBER_MAX, pattern: ORDER_NUMBER, patternCode: 'platform.wrong-form' })
  number: string;
}
class CorrectionForm {
  @TextField({ max: 10 })
  measureNumber: string;
  @TextField({ max: LIMITS.narrative })
  was: string;
  @TextField({ max: LIMITS.narrative })
  became: string;
  @TextField({ max: LIMITS.reason })
  reason: string;
}

/** The report of a quarter: drafted from facts, checked by a second person, signed, corrected by number. */
@Controller('organiser/plans/:planId/reports/:quarter')
export class ReportPage {
  constructor(
    private readonly whole: WholeReport,
    private readonly draft: DraftReport,
    private readonly move: MoveReport,
  ) {}

  @Get()
  @Allow('officer', 'director')
  async show(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('quarter', ParseQuarter) quarter: Quarter,
    form?: FailedForm,
  ): Promise<Result> {
    const found = await this.whole.forOfficer(ctx, planId, quarter);
    const { organiserId, organiserSlug, year } = found.plan;
    const step = (name: string) => planWorkPaths.reportStep(planId, quarter, name);
    return page('plan/report.njk', {
      ...{ ...found, form, quarter, quarterText: quarterInWords(quarter, ctx.lang) },
      ...{ tones: STATE_TONES, reportTones: REPORT_TONES, calendar: quarterCalendar(year, quarter) },
      can: { write: holds(ctx.actor, ['officer'], organiserId), sign: holds(ctx.actor, ['director'], organiserId) },
      undecided: found.content.directions
        .flatMap(({ lines }) => lines)
        .reduce((sum, line) => sum + (line.undecided?.length ?? 0), 0),
      measurePath: planWorkPaths.measure(planId, ''),
      linePath: planWorkPaths.reportLine(planId, quarter, ''),
      paths: {
        ...{ desk: planWorkPaths.desk(planId), answers: planWorkPaths.answers(planId, quarter) },
        ...{ here: planWorkPaths.report(planId, quarter), handOver: step('hand-over'), check: step('check') },
        ...{ giveBack: step('give-back'), sign: step('signature'), correct: step('corrections') },
        public: planWorkPaths.publicReport(organiserSlug, year, quarter),
      },
    });
  }

  @Post()
  @Allow('officer')
  write(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('quarter', ParseQuarter) quarter: Quarter,
    @Body() body: FormBody,
  ): Promise<Result> {
    return this.step(ctx, planId, quarter, body, NoFields, () => this.draft.execute(ctx, planId, quarter));
  }

  @Post('hand-over')
  @Allow('officer')
  handOver(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('quarter', ParseQuarter) quarter: Quarter,
    @Body() body: FormBody,
  ): Promise<Result> {
    return this.step(ctx, planId, quarter, body, SeenForm, ({ version }) =>
      this.move.handOver(ctx, planId, quarter, version),
    );
  }

  @Post('check')
  @Allow('officer', 'director')
  check(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('quarter', ParseQuarter) quarter: Quarter,
    @Body() body: FormBody,
  ): Promise<Result> {
    return this.step(ctx, planId, quarter, body, SeenForm, ({ version }) =>
      this.move.check(ctx, planId, quarter, version),
    );
  }

  @Post('give-back')
  @Allow('officer', 'director')
  giveBack(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('quarter', ParseQuarter) quarter: Quarter,
    @Body() body: FormBody,
  ): Promise<Result> {
    return this.step(ctx, planId, quarter, body, GiveBackForm, ({ version, note }) =>
      this.move.giveBack(ctx, planId, quarter, version, note),
    );
  }

  @Post('signature')
  @Allow('director')
  sign(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('quarter', ParseQuarter) quarter: Quarter,
    @Body() body: FormBody,
  ): Promise<Result> {
    return this.step(ctx, planId, quarter, body, SignForm, ({ version, number }) =>
      this.move.sign(ctx, planId, quarter, version, number),
    );
  }

  @Post('corrections')
  @Allow('officer')
  correct(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('quarter', ParseQuarter) quarter: Quarter,
    @Body() body: FormBody,
  ): Promise<Result> {
    return this.step(ctx, planId, quarter, body, CorrectionForm, async (input) => {
      await this.move.correct(ctx, planId, quarter, input);
    });
  }

  private step<Shape extends object>(
    ctx: Context,
    planId: string,
    quarter: Quarter,
    body: FormBody,
    shape: new () => Shape,
    act: (input: Shape) => Promise<void>,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape, act },
      next: () => seeOther(planWorkPaths.report(planId, quarter)),
      again: (form) => this.show(ctx, planId, quarter, form),
    });
  }
}
