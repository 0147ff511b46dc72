import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ORDER_NUMBER_MAX, PaperMarks } from '#libs/documents';
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
import { competitionPaths } from '#libs/competitions';
import { awardPaths } from '../paths.js';
import { OrderForPage } from '../queries/order-for-page.js';
import { SignAwardOrder } from '../use-cases/sign-award-order.js';
import { NOTE_MAX } from '../model/director-lines.js';
import { allocationRows } from './allocation-rows.js';
import { departuresOf, OrderForm } from './award.forms.js';

/** The director's order: the last step of a competition. */
@Controller()
export class OrderPage {
  constructor(
    private readonly read: OrderForPage,
    private readonly sign: SignAwardOrder,
    private readonly marks: PaperMarks,
  ) {}

  @Get('organiser/competitions/:id/order')
  @Allow('officer', 'director')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const code = view.competition.code!;
    return page('awards/order.njk', {
      ...view,
      mark: view.order && (await this.marks.ofOne(ctx, 'award-order', view.order.id)),
      rows: allocationRows(view.allocation.rows, view.rights, ctx.lang),
      // Down to the passing score: below it there is nothing to decline.
      choices: view.isByDirector
        ? view.allocation.rows.filter(({ computed }) => computed.outcome !== 'not-funded')
        : [],
      adviceOf: Object.fromEntries(view.advice),
      noteMax: NOTE_MAX,
      numberMax: ORDER_NUMBER_MAX,
      paths: {
        overview: competitionPaths.overview(id),
        here: awardPaths.order(id),
        allocation: awardPaths.allocation(id),
        results: awardPaths.results(code),
        paper: awardPaths.resultsOrder(code),
      },
      form,
    });
  }

  @Post('organiser/competitions/:id/order')
  @Allow('director')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: OrderForm,
      act: (input) => this.sign.execute(ctx, id, input.number, departuresOf(body)),
      next: () => seeOther(awardPaths.order(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
