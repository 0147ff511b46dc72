import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { competitionByCode, criteriaOf } from '#libs/competitions';
import { Allow, Public, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
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
import { SCORERS } from '../access/evaluation.policy.js';
import { CALIBRATION_LIMITS } from '../model/calibration.js';
import { evaluationPaths } from '../paths.js';
import { CalibrationRoom } from '../queries/calibration-room.js';
import { notesOf } from '../queries/read-calibration.js';
import { GiveCalibration } from '../use-cases/give-calibration.js';
import { ButtonForm, readScores } from './scoring.forms.js';

/** Samples that everybody who scores judges before the scoring, and the public words beside the points. */
@Controller()
export class CalibrationRoomPage {
  constructor(
    private readonly db: Database,
    private readonly read: CalibrationRoom,
    private readonly give: GiveCalibration,
  ) {}

  @Get('calibration/:id')
  @Allow(...SCORERS)
  async room(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const view = await this.read.forScorer(ctx, id);
    return page('evaluation/calibration-room.njk', { view, paths: evaluationPaths });
  }

  @Get('calibration/:id/:sampleId')
  @Allow(...SCORERS)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('sampleId', ParseId) sampleId: string,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.read.forScorer(ctx, id);
    const sample = view.samples.find((one) => one.id === sampleId);
    if (!sample) throw new NotFound();
    return page('evaluation/calibration-sample.njk', {
      ...{ view, sample, form, paths: evaluationPaths, limits: CALIBRATION_LIMITS },
    });
  }

  @Post('calibration/:id/:sampleId')
  @Allow(...SCORERS)
  save(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('sampleId', ParseId) sampleId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: ButtonForm },
      act: () => this.give.execute(ctx, id, sampleId, readScores(body)),
      next: () => seeOther(evaluationPaths.calibrationSample(id, sampleId)),
      again: (form) => this.show(ctx, id, sampleId, form),
    });
  }

  @Get('competitions/:code/clarifications')
  @Public('what the points of the criteria mean concerns everybody who applies')
  async clarifications(@Param('code') code: string): Promise<Result> {
    const competition = await competitionByCode(this.db, code);
    const [criteria, notes] = [await criteriaOf(this.db, competition.id), await notesOf(this.db, competition.id)];
    return page('evaluation/clarifications.njk', { competition, criteria, notes });
  }
}
