import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  AskedList,
  Ctx,
  handleForm,
  Listed,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { DISTRIBUTORS } from '../access/evaluation.policy.js';
import { evaluationPaths } from '../paths.js';
import { ConflictQuestions } from '../queries/conflict-questions.js';
import { DecideConflictQuestion } from '../use-cases/decide-conflict-question.js';
import { wayBack } from './way-back.js';
import { AnswerQuestionForm } from './conflict-questions.forms.js';
import type { QuestionRow } from '../model/conflict-question.js';
import { conflictQuestionsList } from './conflict-questions.list.js';

/** Questions about conflicts of interest: found in data, challenges, statements; the chair answers each with a reason. */
@Controller()
export class ConflictQuestionsPage {
  constructor(
    private readonly questions: ConflictQuestions,
    private readonly decide: DecideConflictQuestion,
  ) {}

  @Get('organiser/competitions/:id/conflicts')
  @Allow(...DISTRIBUTORS)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Listed(conflictQuestionsList) asked: AskedList<QuestionRow>,
  ): Promise<Result> {
    const competition = await this.questions.competition(ctx, id);
    const found = await this.questions.list(ctx, competition, asked);
    return asked.answer(
      'evaluation/conflict-questions.njk',
      found,
      { competition, back: wayBack(ctx, competition) },
      competition.code,
    );
  }

  @Get('organiser/competitions/:id/conflicts/:questionId')
  @Allow(...DISTRIBUTORS)
  async one(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('questionId', ParseId) questionId: string,
    form?: FailedForm,
  ): Promise<Result> {
    const competition = await this.questions.competition(ctx, id);
    const question = await this.questions.one(ctx, competition, questionId);
    return page('evaluation/conflict-question.njk', { competition, question, paths: evaluationPaths, form });
  }

  @Post('organiser/competitions/:id/conflicts/:questionId')
  @Allow('commission-chair', 'commission-secretary')
  save(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('questionId', ParseId) questionId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: AnswerQuestionForm,
      act: (input) => this.decide.execute(ctx, id, questionId, input),
      next: () => seeOther(evaluationPaths.conflictQuestions(id)),
      again: (form) => this.one(ctx, id, questionId, form),
    });
  }
}
