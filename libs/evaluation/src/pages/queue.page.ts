import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  type AskedList,
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
import { SCORERS } from '../access/evaluation.policy.js';
import { evaluationPaths } from '../paths.js';
import { ReadMyQueue, type QueueRow } from '../queries/my-queue.js';
import { scoresToExplain } from '../queries/scores-to-explain.js';
import { SignSheets } from '../use-cases/sign-sheets.js';
import { queueList } from './queue.list.js';
import { ButtonForm } from './scoring.forms.js';

/** A person's queue: what is done, what is next, and the signature under everything that is ready. */
@Controller()
export class QueuePage {
  constructor(
    private readonly read: ReadMyQueue,
    private readonly sign: SignSheets,
    private readonly db: Database,
  ) {}

  @Get('scoring/:competitionId')
  @Allow(...SCORERS)
  async show(
    @Ctx() ctx: Context,
    @Param('competitionId', ParseId) id: string,
    @Listed(queueList) asked: AskedList<QueueRow>,
    @Query('signed') signed?: unknown,
  ): Promise<Result> {
    const queue = await this.read.execute(ctx, id);
    const found = await asked.pick(this.db, queue.rows);
    return asked.answer('evaluation/queue.njk', found, { queue, hasSigned: signed === '1', paths: evaluationPaths });
  }

  @Get('scoring/:competitionId/signature')
  @Allow(...SCORERS)
  async check(@Ctx() ctx: Context, @Param('competitionId', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const queue = await this.read.execute(ctx, id);
    const ready = queue.rows.filter(({ state }) => state === 'ready');
    const unexplained = await scoresToExplain(this.db, id, ctx.actor.personId);
    return page('evaluation/signature.njk', { queue, ready, unexplained, paths: evaluationPaths, form });
  }

  @Post('scoring/:competitionId/signature')
  @Allow(...SCORERS)
  save(@Ctx() ctx: Context, @Param('competitionId', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: ButtonForm,
      act: () => this.sign.execute(ctx, id),
      next: () => seeOther(`${evaluationPaths.queue(id)}?signed=1`),
      again: (form) => this.check(ctx, id, form),
    });
  }
}
