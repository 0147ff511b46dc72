import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
import { Ctx, handleForm, ParseId, type FailedForm, type FormBody, type Result } from '#libs/platform/http';
import { answersPart } from '../model/parts.js';
import { SaveAnswers } from '../use-cases/save-answers.js';
import { pressed } from './form-rows.js';
import { PartPage, type PartQuery } from './part-page.js';
import { AnswersForm } from './part.forms.js';

/** The questions of one section. */
@Controller()
export class AnswersPage {
  constructor(
    private readonly part: PartPage,
    private readonly save: SaveAnswers,
  ) {}

  @Get('applications/:id/answers/:section')
  @Allow('applicant')
  show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('section') key: string,
    @Query() query: PartQuery,
    form?: FailedForm,
  ): Promise<Result> {
    return this.part.show(ctx, id, answersPart(key), { query, form }, ({ settings }) => {
      const section = settings.form.sections.find((one) => one.key === key);
      if (!section) throw new NotFound();
      return { template: 'applications/answers.njk', section };
    });
  }

  @Post('applications/:id/answers/:section')
  @Allow('applicant')
  async submit(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('section') section: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const next = await this.part.next(ctx, id, answersPart(section), pressed(body) === 'next' ? 'next' : 'save');
    return handleForm({
      body,
      shape: AnswersForm,
      act: ({ version, answers }) => this.save.execute(ctx, id, { section, version, typed: answers }),
      next: () => next,
      again: (form) => this.show(ctx, id, section, {}, form),
    });
  }
}
