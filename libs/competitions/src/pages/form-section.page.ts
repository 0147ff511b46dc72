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
import { addSection, removeSection, renameSection, type FormStep } from '../model/form/form-builder.js';
import { sectionOf } from '../model/form/proposal-form.js';
import { competitionPaths } from '../paths.js';
import { ReadFormForBuilding } from '../queries/form-for-building.js';
import { EditForm } from '../use-cases/edit-form.js';
import { RevisedForm, SectionForm } from './form.forms.js';

/** One section: its name in both languages, and how an applicant will see it. */
@Controller()
export class FormSectionPage {
  constructor(
    private readonly read: ReadFormForBuilding,
    private readonly edit: EditForm,
  ) {}

  @Get('organiser/competitions/:id/form/sections/new')
  @Allow('officer')
  async showNew(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    return page('competitions/form-section.njk', {
      ...{ view, form, paths: competitionPaths, action: competitionPaths.newSection(id) },
    });
  }

  @Post('organiser/competitions/:id/form/sections/new')
  @Allow('officer')
  add(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.save(ctx, id, body, addSection, (form) => this.showNew(ctx, id, form));
  }

  @Get('organiser/competitions/:id/form/sections/:section')
  @Allow('officer')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('section') key: string,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const section = sectionOf(view.form, key);
    if (!section || section.part) throw new NotFound();
    return page('competitions/form-section.njk', {
      ...{ view, section, form, paths: competitionPaths, action: competitionPaths.formSection(id, key) },
    });
  }

  @Post('organiser/competitions/:id/form/sections/:section')
  @Allow('officer')
  rename(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('section') key: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const step = (title: { uk: string; en: string }) => renameSection(key, title);
    return this.save(ctx, id, body, step, (form) => this.show(ctx, id, key, form));
  }

  @Post('organiser/competitions/:id/form/sections/:section/removal')
  @Allow('officer')
  remove(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('section') key: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: RevisedForm },
      act: ({ revision }) => this.edit.execute(ctx, id, revision, removeSection(key)),
      next: () => seeOther(`${competitionPaths.form(id)}?done=removed`),
      again: (form) => this.show(ctx, id, key, form),
    });
  }

  @Get('organiser/competitions/:id/form/preview/:section')
  @Allow('officer')
  async preview(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Param('section') key: string): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const section = sectionOf(view.form, key);
    if (!section) throw new NotFound();
    const at = view.form.sections.indexOf(section);
    return page('competitions/form-preview.njk', {
      ...{ view, section, paths: competitionPaths, number: at + 1 },
      earlier: view.form.sections[at - 1],
      later: view.form.sections[at + 1],
    });
  }

  private save(
    ctx: Context,
    id: string,
    body: FormBody,
    step: (title: { uk: string; en: string }) => FormStep,
    again: (form: FailedForm) => Promise<Result>,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: SectionForm, again },
      act: ({ revision, titleUk, titleEn }) =>
        this.edit.execute(ctx, id, revision, step({ uk: titleUk, en: titleEn ?? '' })),
      next: () => seeOther(`${competitionPaths.form(id)}?done=saved`),
    });
  }
}
