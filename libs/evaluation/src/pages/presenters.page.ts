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
import { CAPACITIES, DEFENCE_LIMITS } from '../model/defence.js';
import { evaluationPaths } from '../paths.js';
import { PresentersForApplicant } from '../queries/presenters-for-applicant.js';
import { NamePresenters } from '../use-cases/name-presenters.js';
import { PresentersForm, readPresenters } from './defence.forms.js';

/** The applicant sees the own time and names who presents (rule 43). */
@Controller('applications/:id/defence')
export class PresentersPage {
  constructor(
    private readonly read: PresentersForApplicant,
    private readonly name: NamePresenters,
  ) {}

  @Get()
  @Allow('applicant')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    return page('evaluation/presenters.njk', {
      ...{ view, capacities: CAPACITIES, limits: DEFENCE_LIMITS, paths: evaluationPaths, form },
    });
  }

  @Post()
  @Allow('applicant')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: PresentersForm,
      act: () => this.name.execute(ctx, id, readPresenters(body)),
      next: () => seeOther(evaluationPaths.presenters(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
