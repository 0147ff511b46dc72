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
import { DISTRIBUTORS } from '../access/evaluation.policy.js';
import { evaluationPaths } from '../paths.js';
import { ExpertToReplace } from '../queries/expert-to-replace.js';
import { ReplaceExpert } from '../use-cases/replace-expert.js';
import { ReplacementReasonForm } from './expert.forms.js';

/** An expert is replaced by the first of the reserve, with a reason and without an order. */
@Controller()
export class ReplaceExpertPage {
  constructor(
    private readonly read: ExpertToReplace,
    private readonly replace: ReplaceExpert,
  ) {}

  @Get('organiser/competitions/:id/experts/:personId/replacement')
  @Allow(...DISTRIBUTORS)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('personId', ParseId) personId: string,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id, personId);
    return page('evaluation/replace-expert.njk', { view, paths: evaluationPaths, form });
  }

  @Post('organiser/competitions/:id/experts/:personId/replacement')
  @Allow(...DISTRIBUTORS)
  save(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('personId', ParseId) personId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: ReplacementReasonForm,
      act: ({ reason }) => this.replace.execute(ctx, id, personId, reason),
      next: () => seeOther(evaluationPaths.distribution(id)),
      again: (form) => this.show(ctx, id, personId, form),
    });
  }
}
