import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { FILE_KINDS } from '#libs/documents';
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
import { phrase } from '#libs/platform/phrases';
import { addQuestion, changeQuestion, removeQuestion } from '../model/form/form-builder.js';
import {
  choicesOf,
  COLUMN_KINDS,
  FORM_LIMITS,
  inLang,
  QUESTION_KINDS,
  questionOf,
  questionsOf,
  sectionOf,
  type FormSection,
  type Question,
} from '../model/form/proposal-form.js';
import { competitionPaths } from '../paths.js';
import { ReadFormForBuilding, type FormForBuilding } from '../queries/form-for-building.js';
import { EditForm } from '../use-cases/edit-form.js';
import { RevisedForm } from './form.forms.js';
import { QuestionForm, questionIn } from './question.forms.js';
import { questionBody, rowsPressed } from './question-rows.js';

/** One question: what it asks, in both languages, when, and what an answer may be. */
@Controller()
export class QuestionPage {
  constructor(
    private readonly read: ReadFormForBuilding,
    private readonly edit: EditForm,
  ) {}

  @Get('organiser/competitions/:id/form/sections/:section/questions')
  @Allow('officer')
  async showNew(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('section') sectionKey: string,
    @Query('kind') chosen?: string,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const section = sectionOf(view.form, sectionKey);
    if (!section || (section.part && section.part !== 'files')) throw new NotFound();
    const kind =
      section.part === 'files' ? 'file' : QUESTION_KINDS.find((one) => one === (form?.values.kind ?? chosen));
    const kinds = QUESTION_KINDS.filter((one) => one !== 'file');
    const action = competitionPaths.newQuestion(id, sectionKey);
    if (!kind) return page('competitions/question-kind.njk', { view, section, kinds, action, paths: competitionPaths });
    return this.page(ctx, view, { section, kind, action, form });
  }

  @Post('organiser/competitions/:id/form/sections/:section/questions')
  @Allow('officer')
  add(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('section') section: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const again = (form: FailedForm) => this.showNew(ctx, id, section, undefined, form);
    return this.save(body, again, id, (input) =>
      this.edit.execute(ctx, id, input.revision, addQuestion(section, questionIn(input))),
    );
  }

  @Get('organiser/competitions/:id/form/questions/:question')
  @Allow('officer')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('question') key: string,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const question = questionOf(view.form, key);
    if (!question) throw new NotFound();
    const section = view.form.sections.find(({ questions }) => questions.includes(question))!;
    const action = competitionPaths.question(id, key);
    return this.page(ctx, view, { section, question, kind: question.kind, action, form });
  }

  @Post('organiser/competitions/:id/form/questions/:question')
  @Allow('officer')
  change(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('question') key: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const again = (form: FailedForm) => this.show(ctx, id, key, form);
    return this.save(body, again, id, (input) => {
      const { kind: _kind, ...question } = questionIn(input);
      return this.edit.execute(ctx, id, input.revision, changeQuestion(key, question));
    });
  }

  @Post('organiser/competitions/:id/form/questions/:question/removal')
  @Allow('officer')
  remove(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('question') key: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: RevisedForm },
      act: ({ revision }) => this.edit.execute(ctx, id, revision, removeQuestion(key)),
      next: () => seeOther(`${competitionPaths.form(id)}?done=removed`),
      again: (form) => this.show(ctx, id, key, { errors: form.errors.map(atTheTop), values: undefined as never }),
    });
  }

  private save(
    body: FormBody,
    again: (form: FailedForm) => Promise<Result>,
    id: string,
    act: (input: QuestionForm) => Promise<void>,
  ): Promise<Result> {
    const changed = rowsPressed(body);
    if (changed) return again({ errors: [], values: changed });
    return handleForm({
      ...{ body: questionBody(body), shape: QuestionForm, act, again },
      next: () => seeOther(`${competitionPaths.form(id)}?done=saved`),
    });
  }

  private page(
    ctx: Context,
    view: FormForBuilding,
    model: { section: FormSection; question?: Question; kind: string; action: string; form?: FailedForm },
  ): Result {
    const { competition, form } = view;
    const isStepOfRows = model.form && model.form.errors.length === 0;
    return page(
      'competitions/question-edit.njk',
      {
        ...{
          view,
          ...model,
          paths: competitionPaths,
          limits: FORM_LIMITS,
          fileKinds: FILE_KINDS,
          columnKinds: COLUMN_KINDS,
        },
        criteria: competition.criteria.map(({ key, title }) => ({ value: key, text: title })),
        conditions: conditionsFor(ctx, questionsOf(form), model.question, model.section),
      },
      isStepOfRows ? 200 : undefined,
    );
  }
}

const atTheTop = (error: FailedForm['errors'][number]) => ({ ...error, field: '' });

/** «питання: відповідь» of every earlier question that has options. */
function conditionsFor(ctx: Context, all: readonly Question[], question: Question | undefined, section: FormSection) {
  const last = section.questions.at(-1);
  const until = question ? all.indexOf(question) : last ? all.indexOf(last) + 1 : all.length;
  return all.slice(0, until).flatMap((one) =>
    choicesOf(one).map((is) => ({
      value: `${one.key}=${is}`,
      text: `${inLang(one.title, ctx.lang)}: ${answerTitle(ctx, one, is)}`,
    })),
  );
}

function answerTitle({ lang }: Context, { kind, options }: Question, is: string): string {
  if (kind === 'yes-no') return phrase(lang, `competitions:question.${is}`);
  return inLang(options?.find(({ value }) => value === is)?.title, lang);
}
