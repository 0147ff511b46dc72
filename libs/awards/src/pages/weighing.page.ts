import { Body, Controller, Get, Param, Post } from '@nestjs/common';
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
import { competitionPaths, worksFor } from '#libs/competitions';
import { evaluationPaths } from '#libs/evaluation';
import { STAFF_ROLES } from '#libs/identity';
import { awardPaths } from '../paths.js';
import { WeighingForPage } from '../queries/weighing-for-page.js';
import { AnswerWeighing } from '../use-cases/answer-weighing.js';
import { WeighingAnswerForm } from './award.forms.js';
import { weighingInWords } from './weighing-in-words.js';
import { weighingList, type WeighingRow } from './weighing.list.js';

/** How firmly the result stands: for the chair before the minutes, for the others after the order. */
@Controller()
export class WeighingPage {
  constructor(
    private readonly read: WeighingForPage,
    private readonly answer: AnswerWeighing,
    private readonly db: Database,
  ) {}

  @Get('organiser/competitions/:id/weighing')
  @Allow(...STAFF_ROLES, 'commission-chair', 'commission-secretary', 'commission-member', 'expert')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Listed(weighingList) asked: AskedList<WeighingRow>,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const { rows, ...words } = weighingInWords(view, ctx.lang);
    const isStaff = worksFor(ctx.actor, STAFF_ROLES, view.competition);
    const back = isStaff ? competitionPaths.overview(id) : evaluationPaths.rating(id);
    const paths = { back, here: awardPaths.weighing(id) };
    const model = { ...view, ...words, paths, form };
    return asked.answer('awards/weighing.njk', await asked.pick(this.db, rows), model, view.competition.code);
  }

  @Post('organiser/competitions/:id/weighing')
  @Allow('commission-chair')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    const here = awardPaths.weighing(id);
    return handleForm({
      body,
      shape: WeighingAnswerForm,
      act: (input) => this.answer.execute(ctx, id, input.answer),
      next: () => seeOther(here),
      again: (form) => this.show(ctx, id, AskedList.whole(weighingList, here, ctx), form),
    });
  }
}
