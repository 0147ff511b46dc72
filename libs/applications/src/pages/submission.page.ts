import { Body, Controller, Get, Param, Post } from '@nestjs/common';
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
import { Database } from '#libs/platform/database';
import { errorText } from '#libs/platform/phrases';
import { applicationPaths } from '../paths.js';
import { ReadApplicationForWriting, type ApplicationForWriting } from '../queries/application-for-writing.js';
import { eligibilityOf } from '../queries/eligibility.js';
import { SubmitApplication } from '../use-cases/submit-application.js';
import { asItWillBe } from './as-it-will-be.js';
import { inTheWay, type Requirement } from '../model/eligibility.js';
import { fieldErrorOf } from '../model/problem-in-words.js';
import { pathOfProblem } from './part-links.js';
import { SubmissionForm } from './part.forms.js';

/** Check your answers, then submit. The button is always there: pressed too early it says what is missing. */
@Controller()
export class SubmissionPage {
  constructor(
    private readonly read: ReadApplicationForWriting,
    private readonly submitApplication: SubmitApplication,
    private readonly db: Database,
  ) {}

  @Get('applications/:id/submission')
  @Allow('applicant', 'officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    if (view.envelopePath) return seeOther(view.envelopePath);
    if (view.closedBecause && !form) return seeOther(applicationPaths.show(id));
    return page('applications/submission.njk', {
      ...{ view, form, paths: applicationPaths, content: asItWillBe(view, ctx) },
      obstacles: await this.obstaclesTo(view),
      problems: view.problems.map((problem) => ({
        href: pathOfProblem(id, problem),
        text: errorText(ctx.lang, fieldErrorOf(problem, ctx.lang)),
      })),
    });
  }

  /** Why the organisation cannot send it, however whole it is (rules 5, 11). */
  private async obstaclesTo({ application, settings, partsOpen }: ApplicationForWriting): Promise<Requirement[]> {
    // What was given back is mended by who takes part already.
    if (partsOpen) return [];
    const { organisationId, id } = application;
    return inTheWay((await eligibilityOf(this.db, settings, organisationId, id)).requirements);
  }

  @Post('applications/:id/submission')
  @Allow('applicant')
  submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: SubmissionForm,
      act: ({ version }) => this.submitApplication.execute(ctx, id, version),
      next: () => seeOther(applicationPaths.receipt(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
