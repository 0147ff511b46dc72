import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
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
import { sessionPaths } from '#libs/sessions';
import { isWaiting } from '../model/next-in-rating.js';
import { awardPaths } from '../paths.js';
import { AwardsForPage, type AwardsView } from '../queries/awards-for-page.js';
import { OpenAdditionalCompetition } from '../use-cases/open-additional-competition.js';
import { PlanNextSession } from '../use-cases/plan-next-session.js';
import { SignOrderOfChange } from '../use-cases/sign-order-of-change.js';
import { SignAdditionalOrder } from '../use-cases/sign-additional-order.js';
import { AdditionalCallForm, AwardSessionForm, OrderForm } from './award.forms.js';
import { termInWords } from './term-in-words.js';

/** What became of the awards after the order: consents, refusals, the next in the rating, an additional competition. */
@Controller()
export class AwardsPage {
  constructor(
    private readonly read: AwardsForPage,
    private readonly plan: PlanNextSession,
    private readonly sign: SignAdditionalOrder,
    private readonly follow: SignOrderOfChange,
    private readonly open: OpenAdditionalCompetition,
  ) {}

  @Get('organiser/competitions/:id/awards')
  @Allow('officer', 'director')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    return page('awards/awards.njk', {
      ...view,
      awards: view.awards.map((award) => ({
        ...award,
        ...termInWords(award.term, ctx.lang),
        refusalPath: awardPaths.registerRefusal(award.applicationId),
        consentPath: awardPaths.staffConsent(award.applicationId),
      })),
      waiting: waitingRows(view),
      sessions: view.next.sessions.map((session) => ({ ...session, path: sessionPaths.show(session.id) })),
      orders: view.additionalOrders.map((order) => ({
        ...order,
        path: awardPaths.additionalOrder(view.competition.code!, order.id),
      })),
      leftKop: view.competition.potKop! - view.givenKop,
      additionalPath: view.additional.additional && competitionPaths.overview(view.additional.additional.id),
      paths: {
        overview: competitionPaths.overview(id),
        here: awardPaths.changes(id),
        order: awardPaths.signAdditional(id),
        change: awardPaths.signChange(id),
        call: awardPaths.openAdditional(id),
        results: awardPaths.results(view.competition.code!),
      },
      form,
    });
  }

  @Post('organiser/competitions/:id/awards')
  @Allow('officer')
  planNext(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: AwardSessionForm,
      act: (input) => this.plan.execute(ctx, id, input),
      next: (sessionId) => seeOther(sessionPaths.show(sessionId)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Post('organiser/competitions/:id/awards/order')
  @Allow('director')
  order(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: OrderForm,
      act: ({ number }) => this.sign.execute(ctx, id, number),
      next: () => seeOther(awardPaths.changes(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Post('organiser/competitions/:id/awards/change')
  @Allow('director')
  change(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: OrderForm,
      act: ({ number }) => this.follow.execute(ctx, id, number),
      next: () => seeOther(awardPaths.changes(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Post('organiser/competitions/:id/awards/additional')
  @Allow('officer')
  additional(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: AdditionalCallForm,
      act: (input) => this.open.execute(ctx, id, input),
      next: (additionalId) => seeOther(competitionPaths.overview(additionalId)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}

/** Who waits in the rating; those whom the free money reaches say how much. */
function waitingRows({ next: { rows, lines, adopted } }: AwardsView) {
  return rows.filter(isWaiting).map((row) => {
    const line = lines.find(({ applicationId }) => applicationId === row.applicationId);
    const decided = adopted.find(({ applicationId }) => applicationId === row.applicationId);
    return { ...row, offerKop: line?.amountKop ?? 0, decidedKop: decided?.amountKop ?? 0 };
  });
}
