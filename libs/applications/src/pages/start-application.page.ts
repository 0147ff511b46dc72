import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { identityPaths } from '#libs/identity';
import { competitionPaths } from '#libs/competitions';
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
import { WhoMayApply } from '../queries/who-may-apply.js';
import { StartApplication } from '../use-cases/start-application.js';
import { checkWords } from './check-words.js';
import { StartForm } from './part.forms.js';

/** Before anything is typed: may we take part, and if not, why. */
@Controller()
export class StartApplicationPage {
  constructor(
    private readonly read: WhoMayApply,
    private readonly start: StartApplication,
  ) {}

  @Get('competitions/:id/applications')
  @Allow()
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const organisations = view.organisations.map((one) => ({
      ...one,
      known: one.known.map((check) => checkWords(ctx.lang, check)),
    }));
    return page('applications/start.njk', {
      view: { ...view, organisations },
      paths: {
        ...applicationPaths,
        newOrganisation: identityPaths.newOrganisation,
        competition: competitionPaths.show,
      },
      form,
    });
  }

  @Post('competitions/:id/applications')
  @Allow()
  async submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    // The button on the page of the competition names no organisation: first show whether it may take part.
    if (!body?.organisationId) return seeOther(applicationPaths.start(id));
    return handleForm({
      body,
      shape: StartForm,
      act: ({ organisationId, earlierId }) => this.start.execute(ctx, id, organisationId, earlierId),
      next: (applicationId) => seeOther(applicationPaths.show(applicationId)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
