import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { OpenDocument } from '#libs/documents';
import { STAFF_ROLES } from '#libs/identity';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  download,
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
import { EnvelopeForPage } from '../queries/envelope-for-page.js';
import { HandOverTyped } from '../use-cases/hand-over-typed.js';
import { SetAsideEnvelope } from '../use-cases/set-aside-envelope.js';
import { EnvelopeStepForm, NotedStepForm } from './envelope.forms.js';
import { ENVELOPE_TONES } from './envelopes.list.js';
import { fieldErrorOf } from '../model/problem-in-words.js';
import { pathOfProblem } from './part-links.js';

const DONE = ['registered', 'handed-over', 'given-back', 'accepted', 'set-aside'];

/** One envelope: what is on it, its receipt, and how far it is on its way to a proposal. */
@Controller()
export class EnvelopePage {
  constructor(
    private readonly read: EnvelopeForPage,
    private readonly documents: OpenDocument,
    private readonly handOver: HandOverTyped,
    private readonly setAside: SetAsideEnvelope,
  ) {}

  @Get('organiser/competitions/:id/envelopes/:envelopeId')
  @Allow(...STAFF_ROLES)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('envelopeId', ParseId) envelopeId: string,
    @Query('done') done?: string,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id, envelopeId);
    const { applicationId, state } = view.envelope;
    return page('applications/envelope.njk', {
      ...{ ...view, form, tone: ENVELOPE_TONES[state], limits: ENVELOPE_LIMITS },
      done: DONE.includes(done ?? '') ? done : undefined,
      problems: view.typed?.problems.map((problem) => ({
        href: state === 'typing' ? pathOfProblem(applicationId!, problem) : null,
        text: errorText(ctx.lang, fieldErrorOf(problem, ctx.lang)),
      })),
      paths: {
        ...{ list: applicationPaths.envelopes(id), self: applicationPaths.envelope(id, envelopeId) },
        ...{ receipt: applicationPaths.envelopeFile(id, envelopeId, 'receipt') },
        ...{ scan: applicationPaths.envelopeFile(id, envelopeId, 'scan') },
        ...{ typing: applicationPaths.envelopeTyping(id, envelopeId) },
        ...{ check: applicationPaths.envelopeCheck(id, envelopeId) },
        form: applicationId && applicationPaths.show(applicationId),
        reading: applicationId && applicationPaths.reading(applicationId),
      },
    });
  }

  @Get('organiser/competitions/:id/envelopes/:envelopeId/receipt')
  @Allow(...STAFF_ROLES)
  receipt(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('envelopeId', ParseId) envelopeId: string,
  ): Promise<Result> {
    return this.file(ctx, id, envelopeId, 'receipt');
  }

  @Get('organiser/competitions/:id/envelopes/:envelopeId/scan')
  @Allow(...STAFF_ROLES)
  scan(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('envelopeId', ParseId) envelopeId: string,
  ): Promise<Result> {
    return this.file(ctx, id, envelopeId, 'scan');
  }

  @Post('organiser/competitions/:id/envelopes/:envelopeId/handing-over')
  @Allow('officer')
  ready(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('envelopeId', ParseId) envelopeId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: EnvelopeStepForm },
      act: ({ version }) => this.handOver.execute(ctx, id, envelopeId, version),
      next: () => seeOther(`${applicationPaths.envelope(id, envelopeId)}?done=handed-over`),
      again: (form) => this.show(ctx, id, envelopeId, undefined, form),
    });
  }

  @Post('organiser/competitions/:id/envelopes/:envelopeId/setting-aside')
  @Allow('officer')
  aside(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('envelopeId', ParseId) envelopeId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: NotedStepForm },
      act: (input) => this.setAside.execute(ctx, id, envelopeId, input),
      next: () => seeOther(`${applicationPaths.envelope(id, envelopeId)}?done=set-aside`),
      again: (form) => this.show(ctx, id, envelopeId, undefined, form),
    });
  }

  private async file(ctx: Context, id: string, envelopeId: string, which: 'scan' | 'receipt'): Promise<Result> {
    const document = await this.read.file(ctx, id, envelopeId, which);
    return download(await this.documents.execute(document), { ...document, inline: true });
  }
}
