import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { competitionSettings } from '#libs/competitions';
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
import { errorText } from '#libs/platform/phrases';
import { ENVELOPE_LIMITS } from '../model/envelope.js';
import { applicationPaths } from '../paths.js';
import { draftOf } from '../queries/draft-proposal.js';
import { EnvelopeForPage } from '../queries/envelope-for-page.js';
import { CheckTyped } from '../use-cases/check-typed.js';
import { applicationById } from '../use-cases/lock-application.js';
import { asItWillBe } from './as-it-will-be.js';
import { AcceptTypedForm, NotedStepForm } from './envelope.forms.js';
import { fieldErrorOf } from '../model/problem-in-words.js';

/** The second person compares what was typed with the scan or the paper, and accepts it or gives it back. */
@Controller()
export class EnvelopeCheckPage {
  constructor(
    private readonly read: EnvelopeForPage,
    private readonly db: Database,
    private readonly check: CheckTyped,
  ) {}

  @Get('organiser/competitions/:id/envelopes/:envelopeId/check')
  @Allow('officer')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('envelopeId', ParseId) envelopeId: string,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id, envelopeId);
    const { applicationId } = view.envelope;
    if (!form && view.actions.accept === undefined) return seeOther(applicationPaths.envelope(id, envelopeId));
    const application = await applicationById(this.db, applicationId!);
    const settings = await competitionSettings(this.db, id);
    return page('applications/envelope-check.njk', {
      ...{ ...view, form, limits: ENVELOPE_LIMITS },
      content: asItWillBe({ application, settings, draft: await draftOf(this.db, application) }, ctx),
      problems: view.typed!.problems.map((problem) => errorText(ctx.lang, fieldErrorOf(problem, ctx.lang))),
      paths: {
        ...{ self: applicationPaths.envelopeCheck(id, envelopeId) },
        ...{ envelope: applicationPaths.envelope(id, envelopeId) },
        ...{ scan: applicationPaths.envelopeFile(id, envelopeId, 'scan'), form: applicationPaths.show(applicationId!) },
      },
    });
  }

  @Post('organiser/competitions/:id/envelopes/:envelopeId/check')
  @Allow('officer')
  accept(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('envelopeId', ParseId) envelopeId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: AcceptTypedForm },
      act: (seen) => this.check.accept(ctx, id, envelopeId, seen),
      next: () => seeOther(`${applicationPaths.envelope(id, envelopeId)}?done=accepted`),
      again: (form) => this.show(ctx, id, envelopeId, form),
    });
  }

  @Post('organiser/competitions/:id/envelopes/:envelopeId/giving-back')
  @Allow('officer')
  giveBack(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('envelopeId', ParseId) envelopeId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: NotedStepForm },
      act: (input) => this.check.giveBack(ctx, id, envelopeId, input),
      next: () => seeOther(`${applicationPaths.envelope(id, envelopeId)}?done=given-back`),
      again: (form) => this.show(ctx, id, envelopeId, form),
    });
  }
}
