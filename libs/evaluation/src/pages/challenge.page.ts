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
import { evaluationPaths } from '../paths.js';
import { ChallengeForApplicant } from '../queries/challenge-for-applicant.js';
import { RaiseConflictQuestion } from '../use-cases/raise-conflict-question.js';
import { ChallengeForm } from './conflict-questions.forms.js';

/** An applicant challenges a member of the commission («відвід»): each member once, with a reason. */
@Controller()
export class ChallengePage {
  constructor(
    private readonly read: ChallengeForApplicant,
    private readonly raise: RaiseConflictQuestion,
  ) {}

  @Get('applications/:id/challenge')
  @Allow('applicant')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    return page('evaluation/challenge.njk', { view, applicationId: id, paths: evaluationPaths, form });
  }

  @Post('applications/:id/challenge')
  @Allow('applicant')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: ChallengeForm,
      act: (input) => this.raise.challenge(ctx, { ...input, applicationId: id }),
      next: () => seeOther(evaluationPaths.challenge(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
