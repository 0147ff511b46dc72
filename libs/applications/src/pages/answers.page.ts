import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { sectionOf, shownQuestions, type FormSection, type Question } from '#libs/competitions';
import { Allow, type Context } from '#libs/platform/access';
import { isSame } from '#libs/platform/canonical-json';
import { NotFound } from '#libs/platform/errors';
import {
  Ctx,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
  type Autosaved,
} from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { frozenAnswer } from '../model/answer-words.js';
import type { Answers } from '../model/answers.js';
import { answersPart } from '../model/parts.js';
import { readAnswer } from '../model/read-answer.js';
import { applicationPaths } from '../paths.js';
import type { ApplicationForWriting } from '../queries/application-for-writing.js';
import { SaveAnswers } from '../use-cases/save-answers.js';
import { answersButton, withoutRow } from './answer-buttons.js';
import { isStale, PartPage, type PartQuery } from './part-page.js';
import { AnswersForm } from './part.forms.js';

/** The questions of one section. */
@Controller()
export class AnswersPage {
  constructor(
    private readonly part: PartPage,
    private readonly save: SaveAnswers,
  ) {}

  @Get('applications/:id/answers/:section')
  @Allow('applicant', 'officer')
  show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('section') key: string,
    @Query() query: PartQuery,
    form?: FailedForm,
  ): Promise<Result> {
    return this.part.show(ctx, id, answersPart(key), { query, form }, (view) => {
      const section = sectionOf(view.settings.form, key);
      if (!section || section.part) throw new NotFound();
      const savedNow = isStale(form) ? savedAnswers(view, section, form!.values.answers, ctx.lang) : {};
      return {
        ...{ template: 'applications/answers.njk', section, asked: askedOn(view, form), addRow: query.add, savedNow },
        hasTables: section.questions.some(({ kind }) => kind === 'table'),
      };
    });
  }

  @Post('applications/:id/answers/:section')
  @Allow('applicant', 'officer')
  async submit(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('section') section: string,
    @Body() body: FormBody,
  ): Promise<Result | Autosaved> {
    const button = answersButton(body);
    const next = await this.part.next(ctx, id, answersPart(section), button.verb === 'next' ? 'next' : 'save');
    const own = applicationPaths.answers(id, section);
    return this.part.save(ctx, {
      body: button.verb === 'remove' ? withoutRow(body, button) : body,
      shape: AnswersForm,
      act: ({ version, answers }) => this.save.execute(ctx, id, { section, version, typed: answers }),
      next: ({ asks }) => {
        if (button.verb === 'add') return seeOther(`${own}?add=${button.question}#answers[${button.question}]`);
        if (button.verb === 'remove') return seeOther(`${own}#answers[${button.question}]`);
        // Without scripts a question that depends on an answer of this page is met only now.
        return asks ? seeOther(`${own}#answers[${asks}]`) : next;
      },
      again: (form) => this.show(ctx, id, section, {}, form),
    });
  }
}

/** After a failed submit what was typed decides what is asked, as it does once it is saved. */
function askedOn({ settings, draft }: ApplicationForWriting, form?: FailedForm): string[] {
  const typed = (form?.values?.answers ?? {}) as Answers;
  return [...shownQuestions(settings.form, { ...draft.answers, ...typed })];
}

/** What is saved now, in words, where it is not what was typed: by the key of the question. */
function savedAnswers(
  { draft }: ApplicationForWriting,
  section: FormSection,
  typed: unknown,
  lang: Context['lang'],
): Record<string, string> {
  const answers = (typed ?? {}) as Record<string, unknown>;
  const others = section.questions.filter((one) => {
    const { value } = readAnswer(one, answers[one.key]);
    return one.key in answers && !isSame(value, draft.answers[one.key] ?? '');
  });
  const words = (one: Question) => frozenAnswer(one, draft.answers[one.key], lang).answer;
  return Object.fromEntries(others.map((one) => [one.key, words(one) || phrase(lang, 'platform:notGiven')]));
}
