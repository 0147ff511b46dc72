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
import { ExpertsToChoose } from '../queries/experts-to-choose.js';
import { ReplaceInDistribution } from '../use-cases/replace-in-distribution.js';
import { ReplacementForm } from './distribution.forms.js';

/** One expert in the place of another, before the distribution is approved. */
@Controller()
export class ReplaceInDistributionPage {
  constructor(
    private readonly read: ExpertsToChoose,
    private readonly replace: ReplaceInDistribution,
  ) {}

  @Get('organiser/competitions/:id/distribution/:applicationId/:personId')
  @Allow(...DISTRIBUTORS)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('applicationId', ParseId) applicationId: string,
    @Param('personId', ParseId) personId: string,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id, { applicationId, personId });
    const action = evaluationPaths.replaceInDistribution(id, applicationId, personId);
    return page('evaluation/replace-in-distribution.njk', { view, action, paths: evaluationPaths, form });
  }

  @Post('organiser/competitions/:id/distribution/:applicationId/:personId')
  @Allow(...DISTRIBUTORS)
  save(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('applicationId', ParseId) applicationId: string,
    @Param('personId', ParseId) fromPersonId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: ReplacementForm,
      act: (input) => this.replace.execute(ctx, id, { ...input, applicationId, fromPersonId }),
      next: () => seeOther(evaluationPaths.distribution(id)),
      again: (form) => this.show(ctx, id, applicationId, fromPersonId, form),
    });
  }
}
