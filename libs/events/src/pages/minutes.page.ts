import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
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
import type { ClassConstructor } from 'class-transformer';
import { LIMITS } from '../model/limits.js';
import { eventPaths } from '../paths.js';
import { eventFor } from '../queries/find-event.js';
import { decisionsOf, minutesOf } from '../queries/minutes.js';
import { CloseDecision } from '../use-cases/close-decision.js';
import { WriteMinutes } from '../use-cases/write-minutes.js';
import { DecisionForm, MinutesForm, MinutesItemForm } from './day.forms.js';
import { NoFields } from './event.forms.js';

/** Minutes of a gathering, and what became of its decisions. */
@Controller('organiser/events/:id')
export class MinutesPage {
  constructor(
    private readonly db: Database,
    private readonly write: WriteMinutes,
    private readonly close: CloseDecision,
  ) {}

  @Get('minutes')
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const event = await eventFor(this.db, ctx.actor, id, 'act');
    const decisions = await decisionsOf(this.db, id);
    return page('events/minutes.njk', {
      ...{ event, limits: LIMITS, form },
      minutes: await minutesOf(this.db, id),
      decisions: decisions.map((one) => ({ ...one, href: eventPaths.decision(id, one.id) })),
      today: kyivDay(ctx.now),
      here: eventPaths.minutes(id),
      items: eventPaths.minutesItems(id),
      publication: eventPaths.minutesAct(id),
      file: eventPaths.minutesFile(id),
      back: eventPaths.work(id),
    });
  }

  @Post('minutes')
  @Allow('officer')
  head(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.step(ctx, id, body, MinutesForm, (input) => this.write.head(ctx, id, input));
  }

  @Post('minutes/items')
  @Allow('officer')
  item(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.step(ctx, id, body, MinutesItemForm, (input) => this.write.addItem(ctx, id, input));
  }

  @Post('minutes/publication')
  @Allow('officer')
  publish(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return this.step(ctx, id, body, NoFields, () => this.write.publish(ctx, id));
  }

  @Post('decisions/:decisionId')
  @Allow('officer')
  decide(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('decisionId', ParseId) decisionId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return this.step(ctx, id, body, DecisionForm, ({ how, proof }) =>
      this.close.execute(ctx, id, decisionId, how, proof),
    );
  }

  private step<Shape extends object>(
    ctx: Context,
    id: string,
    body: FormBody,
    shape: ClassConstructor<Shape>,
    act: (input: Shape) => Promise<void>,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape, act },
      next: () => seeOther(eventPaths.minutes(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
