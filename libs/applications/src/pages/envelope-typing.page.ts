import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { identityPaths } from '#libs/identity';
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
import { applicationPaths } from '../paths.js';
import { EnvelopeForPage } from '../queries/envelope-for-page.js';
import { organisationOfEnvelope } from '../queries/organisation-of-envelope.js';
import { Database } from '#libs/platform/database';
import { BeginTyping } from '../use-cases/begin-typing.js';
import { TypingForm } from './envelope.forms.js';

/** Whose proposal is in the envelope: the organisation is found by its code, or its card is entered first. */
@Controller()
export class EnvelopeTypingPage {
  constructor(
    private readonly read: EnvelopeForPage,
    private readonly db: Database,
    private readonly begin: BeginTyping,
  ) {}

  @Get('organiser/competitions/:id/envelopes/:envelopeId/typing')
  @Allow('officer')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('envelopeId', ParseId) envelopeId: string,
    @Query('edrpou') asked: unknown,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id, envelopeId);
    const off = view.actions['begin-typing'];
    if (!form && (!off || off.reason)) return seeOther(applicationPaths.envelope(id, envelopeId));
    const edrpou = typeof asked === 'string' ? asked.trim() : '';
    const self = applicationPaths.envelopeTyping(id, envelopeId);
    return page('applications/envelope-typing.njk', {
      ...{ ...view, form, edrpou },
      organisation: edrpou ? await organisationOfEnvelope(this.db, edrpou) : null,
      paths: {
        ...{ self, envelope: applicationPaths.envelope(id, envelopeId) },
        enter: identityPaths.organisationFromPaper(`${self}?edrpou=${encodeURIComponent(edrpou)}`, edrpou),
      },
    });
  }

  @Post('organiser/competitions/:id/envelopes/:envelopeId/typing')
  @Allow('officer')
  start(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('envelopeId', ParseId) envelopeId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: TypingForm },
      act: (input) => this.begin.execute(ctx, id, envelopeId, input),
      next: (applicationId) => seeOther(applicationPaths.show(applicationId)),
      again: (form) => this.show(ctx, id, envelopeId, undefined, form),
    });
  }
}
