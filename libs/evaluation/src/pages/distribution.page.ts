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
import { UNDER_WAY } from '../model/distribution.js';
import { DISTRIBUTORS } from '../access/evaluation.policy.js';
import { evaluationPaths } from '../paths.js';
import { DistributionForPage } from '../queries/distribution-for-page.js';
import { ApproveDistribution } from '../use-cases/approve-distribution.js';
import { AskForDistribution, DISTRIBUTING_STATES } from '../use-cases/ask-for-distribution.js';
import { CancelDistribution } from '../use-cases/cancel-distribution.js';
import { DISTRIBUTION_PAIRS, distributionList, type PairRow } from './distribution.list.js';
import { ApprovalForm } from './distribution.forms.js';
import { ButtonForm } from './scoring.forms.js';
import { wayBack } from './way-back.js';

/** Who gets which proposals: how far the computation is, what it found, why, and the button that approves it. */
@Controller()
export class DistributionPage {
  constructor(
    private readonly read: DistributionForPage,
    private readonly db: Database,
    private readonly ask: AskForDistribution,
    private readonly approve: ApproveDistribution,
    private readonly cancel: CancelDistribution,
  ) {}

  @Get('organiser/competitions/:id/distribution')
  @Allow(...DISTRIBUTORS)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Listed(distributionList) asked: AskedList<PairRow>,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const found = await asked.find<PairRow>(this.db, DISTRIBUTION_PAIRS, [view.distribution?.id ?? null]);
    const isUnderWay = view.distribution !== null && UNDER_WAY.includes(view.distribution.state);
    const mayAsk = !isUnderWay && DISTRIBUTING_STATES.includes(view.competition.state);
    const model = { view, isUnderWay, mayAsk, paths: evaluationPaths, back: wayBack(ctx, view.competition), form };
    return asked.answer('evaluation/distribution.njk', found, model, view.competition.code);
  }

  @Post('organiser/competitions/:id/distribution')
  @Allow(...DISTRIBUTORS)
  askFor(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.button(ctx, id, body, ButtonForm, () => this.ask.execute(ctx, id));
  }

  @Post('organiser/competitions/:id/distribution/approval')
  @Allow(...DISTRIBUTORS)
  approveIt(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.button(ctx, id, body, ApprovalForm, ({ version }) => this.approve.execute(ctx, id, version));
  }

  @Post('organiser/competitions/:id/distribution/cancellation')
  @Allow(...DISTRIBUTORS)
  cancelIt(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.button(ctx, id, body, ButtonForm, () => this.cancel.execute(ctx, id));
  }

  private button<Shape extends object>(
    ctx: Context,
    id: string,
    body: FormBody,
    shape: new () => Shape,
    act: (input: Shape) => Promise<void>,
  ): Promise<Result> {
    const path = evaluationPaths.distribution(id);
    const again = (form: FailedForm) => this.show(ctx, id, AskedList.whole(distributionList, path, ctx), form);
    return handleForm({ body, shape, act, next: () => seeOther(path), again });
  }
}
