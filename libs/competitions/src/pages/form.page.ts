import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { invalidField } from '#libs/platform/errors';
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
import { phrase } from '#libs/platform/phrases';
import { moveQuestion, moveSection, type FormStep } from '../model/form/form-builder.js';
import { competitionPaths } from '../paths.js';
import { ReadFormForBuilding } from '../queries/form-for-building.js';
import { CopyForm } from '../use-cases/copy-form.js';
import { EditForm } from '../use-cases/edit-form.js';
import { SaveSettings } from '../use-cases/save-settings.js';
import { CopyFormForm, FormMoveForm, FormOrderForm } from './form.forms.js';

const DONE = ['saved', 'removed', 'copied', 'begun', 'given-up', 'published'];

/** The form of a competition: its sections and questions in their order, and what is wrong with them. */
@Controller()
export class FormPage {
  constructor(
    private readonly read: ReadFormForBuilding,
    private readonly edit: EditForm,
    private readonly copyForm: CopyForm,
    private readonly settings: SaveSettings,
  ) {}

  @Get('organiser/competitions/:id/form')
  @Allow('officer')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('done') done?: string,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    return page('competitions/form.njk', {
      ...{ view, paths: competitionPaths, form },
      sources: view.stage === 'draft' ? await this.read.sources(view.competition) : [],
      notice: DONE.includes(done ?? '') ? phrase(ctx.lang, `competitions:form.done.${done}`) : null,
    });
  }

  /** One of the buttons «up» and «down». */
  @Post('organiser/competitions/:id/form/moves')
  @Allow('officer')
  move(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: FormMoveForm,
      act: async ({ revision, section, question, direction }) => {
        await this.edit.execute(ctx, id, revision, stepOf({ section, question, direction }));
        return section ? `section-${section}` : `question-${question}`;
      },
      next: (place) => seeOther(`${competitionPaths.form(id)}#${place}`),
      again: (form) => this.show(ctx, id, undefined, form),
    });
  }

  @Post('organiser/competitions/:id/form/copy')
  @Allow('officer')
  copy(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: CopyFormForm,
      act: ({ revision, from }) => this.copyForm.execute(ctx, id, revision, from),
      next: () => seeOther(`${competitionPaths.form(id)}?done=copied`),
      again: (form) => this.show(ctx, id, undefined, form),
    });
  }

  /** The order that approves the form (rule 20). */
  @Post('organiser/competitions/:id/form/order')
  @Allow('officer')
  order(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: FormOrderForm,
      act: ({ version, formOrderNumber, formOrderOn }) => {
        if (formOrderNumber && !formOrderOn) throw invalidField('formOrderOn', 'platform.day');
        return this.settings.execute(ctx, id, version, { formOrderNumber, formOrderOn });
      },
      next: () => seeOther(`${competitionPaths.form(id)}?done=saved`),
      again: (form) => this.show(ctx, id, undefined, form),
    });
  }
}

function stepOf({ section, question, direction }: Pick<FormMoveForm, 'section' | 'question' | 'direction'>): FormStep {
  return section ? moveSection(section, direction) : moveQuestion(question ?? '', direction);
}
