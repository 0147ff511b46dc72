import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  AskedList,
  Ctx,
  handleForm,
  Listed,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { DISTRIBUTORS } from '../access/evaluation.policy.js';
import { evaluationPaths } from '../paths.js';
import { ProgressForPage } from '../queries/progress-for-page.js';
import { RemindScorers } from '../use-cases/remind-scorers.js';
import { progressList, progressRow, type ProgressRow } from './progress.list.js';
import { ButtonForm } from './scoring.forms.js';
import { wayBack } from './way-back.js';

/** How far every member is, for the staff, the chair and the secretary: counts only; a letter to those who are late. */
@Controller()
export class ProgressPage {
  constructor(
    private readonly read: ProgressForPage,
    private readonly remind: RemindScorers,
    private readonly db: Database,
  ) {}

  @Get('organiser/competitions/:id/scoring')
  @Allow(...DISTRIBUTORS)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Listed(progressList) asked: AskedList<ProgressRow>,
    @Query('reminded') reminded?: unknown,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const found = await asked.pick(this.db, view.people.map(progressRow));
    const back = wayBack(ctx, view.competition);
    const model = { view, back, hasReminded: reminded === '1', paths: evaluationPaths, form };
    return asked.answer('evaluation/progress.njk', found, model, view.competition.code);
  }

  @Post('organiser/competitions/:id/scoring/reminders')
  @Allow(...DISTRIBUTORS)
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: ButtonForm,
      act: () => this.remind.execute(ctx, id),
      next: () => seeOther(`${evaluationPaths.progress(id)}?reminded=1`),
      again: (form) =>
        this.show(ctx, id, AskedList.whole(progressList, evaluationPaths.progress(id), ctx), undefined, form),
    });
  }
}
