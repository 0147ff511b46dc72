import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
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
import type { ClassConstructor } from 'class-transformer';
import { LIMITS } from '../model/limits.js';
import { missingIn } from '../model/missing.js';
import { eventPaths } from '../paths.js';
import { eventFor } from '../queries/find-event.js';
import { HoldEvent } from '../use-cases/hold-event.js';
import { MoveEvent } from '../use-cases/move-event.js';
import { PublishEvent } from '../use-cases/publish-event.js';
import { ACT_FORMS, type ActInput, type ActName } from './event.forms.js';

/** An act about an event: first what follows from it, then the button. */
@Controller('organiser/events/:id/acts')
export class EventActPage {
  constructor(
    private readonly db: Database,
    private readonly publish: PublishEvent,
    private readonly move: MoveEvent,
    private readonly hold: HoldEvent,
  ) {}

  @Get(':action')
  @Allow('officer')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('action') typed: string,
    form?: FailedForm,
  ): Promise<Result> {
    const action = actOf(typed);
    const event = await eventFor(this.db, ctx.actor, id, 'act');
    return page('events/act.njk', {
      ...{ event, action, limits: LIMITS, form },
      missing:
        action === 'publish' ? missingIn(event).map((one) => ({ ...one, href: eventPaths.part(id, one.part) })) : [],
      here: eventPaths.act(id, action),
      preview: eventPaths.preview(id),
      back: eventPaths.work(id),
    });
  }

  @Post(':action')
  @Allow('officer')
  save(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('action') typed: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const action = actOf(typed);
    return handleForm<ActInput, void>({
      body,
      shape: ACT_FORMS[action] as ClassConstructor<ActInput>,
      act: (input) => this.act(ctx, id, action, input),
      next: () => seeOther(`${eventPaths.work(id)}?done=${action}`),
      again: (form) => this.show(ctx, id, action, form),
    });
  }

  private act(ctx: Context, id: string, action: ActName, { reason, startsAt, endsAt }: ActInput): Promise<void> {
    switch (action) {
      case 'publish':
        return this.publish.execute(ctx, id);
      case 'hold':
        return this.hold.execute(ctx, id);
      case 'postpone':
        return this.move.postpone(ctx, id, reason!);
      case 'cancel':
        return this.move.cancel(ctx, id, reason!);
      case 'reschedule':
        return this.move.reschedule(ctx, id, { startsAt: startsAt!, endsAt: endsAt!, reason: reason! });
    }
  }
}

function actOf(typed: string): ActName {
  if (!Object.hasOwn(ACT_FORMS, typed)) throw new NotFound();
  return typed as ActName;
}
