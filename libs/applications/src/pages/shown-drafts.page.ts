import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { STAFF_ROLES } from '#libs/identity';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  TextField,
  type FailedForm,
  type FormBody,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { errorText } from '#libs/platform/phrases';
import { applicationPaths } from '../paths.js';
import { ShownDraft } from '../queries/shown-draft.js';
import { LookAtDraft } from '../use-cases/look-at-draft.js';
import { asItWillBe } from './as-it-will-be.js';
import { fieldErrorOf } from '../model/problem-in-words.js';

const CODE_LENGTH_MAX = 40;

class CodeForm {
  @TextField({ max: CODE_LENGTH_MAX, code: 'applications.showing-unknown' }) code: string;
}

/** Somebody at the authority helps by telephone: by the code of the applicant the draft is read for an hour. */
@Controller()
export class ShownDraftsPage {
  constructor(
    private readonly shown: ShownDraft,
    private readonly look: LookAtDraft,
  ) {}

  @Get('organiser/shown-drafts')
  @Allow(...STAFF_ROLES)
  ask(form?: FailedForm): Result {
    return page('applications/shown-draft-code.njk', { form, path: applicationPaths.shownDrafts });
  }

  @Post('organiser/shown-drafts')
  @Allow(...STAFF_ROLES)
  open(@Ctx() ctx: Context, @Body() body: FormBody, @Req() request: PortalRequest): Promise<Result> {
    return handleForm({
      ...{ body, shape: CodeForm },
      act: ({ code }) => this.look.execute(ctx, code, request.ip),
      next: (id) => seeOther(applicationPaths.shownDraft(id)),
      again: async (form) => this.ask(form),
    });
  }

  @Get('organiser/shown-drafts/:id')
  @Allow(...STAFF_ROLES)
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const { application, settings, draft, problems, expiresAt } = await this.shown.execute(ctx, id);
    return page('applications/shown-draft.njk', {
      ...{ application, competition: settings, expiresAt },
      content: asItWillBe({ application, settings, draft }, ctx),
      problems: problems.map((problem) => errorText(ctx.lang, fieldErrorOf(problem, ctx.lang))),
      paths: { ask: applicationPaths.shownDrafts, application: applicationPaths.show(application.id) },
    });
  }
}
