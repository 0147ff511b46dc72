import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, Public, type Context } from '#libs/platform/access';
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
import { CORRECTABLE_FIELDS } from '../model/correction.js';
import { canStillAct } from '../model/act.js';
import { LIMITS } from '../model/limits.js';
import { competitionPaths } from '../paths.js';
import { CorrectionsForPage } from '../queries/corrections-for-page.js';
import { CorrectSlip } from '../use-cases/correct-slip.js';
import { CorrectionForm } from './correction.form.js';

/** Numbered corrections of what was published: all of them for everybody, and the form for the officer. */
@Controller()
export class CorrectionsPage {
  constructor(
    private readonly read: CorrectionsForPage,
    private readonly correct: CorrectSlip,
  ) {}

  @Get('competitions/:code/corrections')
  @Public('corrections of what was published are public as it is')
  async list(@Ctx() ctx: Context, @Param('code') code: string): Promise<Result> {
    const { competition, corrections } = await this.read.byCode(code);
    return page('competitions/corrections.njk', {
      title: (ctx.lang === 'en' && competition.titleEn) || competition.title,
      corrections,
      back: competitionPaths.show(code),
    });
  }

  @Get('organiser/competitions/:id/corrections/new')
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { competition, subjects } = await this.read.forOfficer(ctx, id);
    return page('competitions/correction-new.njk', {
      competition,
      documents: subjects.filter((subject) => subject !== 'announcement'),
      fields: Object.keys(CORRECTABLE_FIELDS),
      canAct: canStillAct(competition.state),
      limits: LIMITS,
      acts: competitionPaths.acts(id),
      here: competitionPaths.newCorrection(id),
      back: competitionPaths.overview(id),
      form,
    });
  }

  @Post('organiser/competitions/:id/corrections/new')
  @Allow('officer')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: CorrectionForm,
      act: async (input) => {
        const { competition } = await this.read.forOfficer(ctx, id);
        // While only the announcement is out, the page does not ask where in which document.
        const where = { registerCode: input.registerCode ?? null, minutesNumber: input.minutesNumber ?? null };
        const slip = { ...input, ...where, place: input.place ?? '', was: input.was ?? '' };
        return { code: competition.code!, number: await this.correct.execute(ctx, id, slip) };
      },
      next: ({ code, number }) => seeOther(competitionPaths.correction(code, number)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
