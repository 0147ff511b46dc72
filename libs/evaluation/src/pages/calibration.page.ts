import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
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
import { DISTRIBUTORS, evaluationPolicy } from '../access/evaluation.policy.js';
import { CALIBRATION_LIMITS } from '../model/calibration.js';
import { evaluationPaths } from '../paths.js';
import { CalibrationRoom } from '../queries/calibration-room.js';
import { modelAsSample } from '../queries/model-as-sample.js';
import { ClarifyCriterion } from '../use-cases/clarify-criterion.js';
import { LeadCalibration } from '../use-cases/lead-calibration.js';
import { CalibrationForm, ClarificationForm, LastDayForm, readSamples } from './calibration.forms.js';
import { ButtonForm } from './scoring.forms.js';
import { wayBack } from './way-back.js';

/** The calibration round, for who holds it: samples, the last day, the spread, clearer words beside the points. */
@Controller('organiser/competitions/:id/calibration')
export class CalibrationPage {
  constructor(
    private readonly db: Database,
    private readonly read: CalibrationRoom,
    private readonly lead: LeadCalibration,
    private readonly clarify: ClarifyCriterion,
  ) {}

  @Get()
  @Allow(...DISTRIBUTORS)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('from') from?: unknown,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.read.forStaff(ctx, id);
    const may = (act: 'calibrate' | 'clarify') => evaluationPolicy[act].allows(ctx.actor, view.competition);
    return page('evaluation/calibration.njk', {
      ...{ view, form, paths: evaluationPaths, limits: CALIBRATION_LIMITS, back: wayBack(ctx, view.competition) },
      mayLead: view.isBeforeScoring && may('calibrate'),
      mayClarify: view.isBeforeScoring && may('clarify'),
      modelText: view.round ? '' : await modelAsSample(this.db, view.competition),
      usesModel: from === 'model',
    });
  }

  @Post()
  @Allow('officer', 'commission-secretary')
  open(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: CalibrationForm },
      act: (input) => this.lead.open(ctx, id, { untilOn: input.untilOn, samples: readSamples(input) }),
      ...this.thenShow(ctx, id),
    });
  }

  @Post('last-day')
  @Allow('officer', 'commission-secretary')
  moveLastDay(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    const act = ({ untilOn }: LastDayForm) => this.lead.moveLastDay(ctx, id, untilOn);
    return handleForm({ body, shape: LastDayForm, act, ...this.thenShow(ctx, id) });
  }

  @Post('closing')
  @Allow('officer', 'commission-secretary')
  close(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({ body, shape: ButtonForm, act: () => this.lead.close(ctx, id), ...this.thenShow(ctx, id) });
  }

  @Post('clarifications')
  @Allow('officer')
  saveClarification(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    const act = (input: ClarificationForm) => this.clarify.execute(ctx, id, input);
    return handleForm({ body, shape: ClarificationForm, act, ...this.thenShow(ctx, id) });
  }

  private thenShow(ctx: Context, id: string) {
    return {
      next: () => seeOther(evaluationPaths.calibration(id)),
      again: (form: FailedForm) => this.show(ctx, id, undefined, form),
    };
  }
}
