import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
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
import { formChanges } from '../model/form/form-changes.js';
import { competitionPaths } from '../paths.js';
import { ReadFormForBuilding } from '../queries/form-for-building.js';
import { ChangeForm } from '../use-cases/change-form.js';
import { FormActForm, RevisedForm } from './form.forms.js';

/** The form is changed while it is being filled in: begun, given up, or published by an act (rule 20). */
@Controller()
export class FormChangePage {
  constructor(
    private readonly read: ReadFormForBuilding,
    private readonly change: ChangeForm,
  ) {}

  @Post('organiser/competitions/:id/form/change')
  @Allow('officer')
  begin(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.act(id, body, (revision) => this.change.begin(ctx, id, revision), 'begun');
  }

  @Post('organiser/competitions/:id/form/change/removal')
  @Allow('officer')
  giveUp(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.act(id, body, (revision) => this.change.giveUp(ctx, id, revision), 'given-up');
  }

  @Get('organiser/competitions/:id/form/change/publication')
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    if (view.stage !== 'change') throw new NotFound();
    const changes = formChanges(view.competition.form, view.form);
    return page('competitions/form-publication.njk', { view, changes, paths: competitionPaths, form });
  }

  @Post('organiser/competitions/:id/form/change/publication')
  @Allow('officer')
  publish(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: FormActForm,
      act: ({ revision, actNumber, actOn, reason }) =>
        this.change.publish(ctx, id, revision, { number: actNumber, on: actOn, reason }),
      next: () => seeOther(`${competitionPaths.form(id)}?done=published`),
      again: (form) => this.show(ctx, id, form),
    });
  }

  private act(id: string, body: FormBody, act: (revision: number) => Promise<void>, done: string): Promise<Result> {
    const next = (query = '') => Promise.resolve(seeOther(`${competitionPaths.form(id)}${query}`));
    return handleForm({
      ...{ body, shape: RevisedForm, act: ({ revision }: RevisedForm) => act(revision) },
      next: () => seeOther(`${competitionPaths.form(id)}?done=${done}`),
      again: () => next(),
    });
  }
}
