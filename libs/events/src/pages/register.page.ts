import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { errorText } from '#libs/platform/phrases';
import { LIMITS } from '../model/limits.js';
import { registeringRefusal } from '../model/registering.js';
import { registrationToken } from '../model/registration-token.js';
import { eventPaths } from '../paths.js';
import { EventForPage } from '../queries/event-for-page.js';
import { eventFor } from '../queries/find-event.js';
import { slotsOf } from '../queries/slots-of-event.js';
import { RegisterGuest } from '../use-cases/register-guest.js';
import { isOneSlot } from '../use-cases/slot-places.js';
import { titleOf } from './event-feed.js';
import { RegisterForm } from './registration.forms.js';

const WHY = 'anybody may come to an event; a place is taken after the owner of the address says yes';

/** Anybody registers: the name and the address are enough. */
@Controller('events/:id/registration')
export class RegisterPage {
  constructor(
    private readonly db: Database,
    private readonly read: EventForPage,
    private readonly register: RegisterGuest,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get()
  @Public(WHY)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('done') done?: string,
    @Query('slot') slot?: unknown,
    form?: FailedForm,
  ): Promise<Result> {
    const event = await eventFor(this.db, ctx.actor, id);
    const refusal = registeringRefusal(event, ctx.now);
    return page('events/register.njk', {
      view: await this.read.view(ctx, event),
      ...{ event, title: titleOf(event, ctx.lang), limits: LIMITS, form },
      slots: await slotsOf(this.db, id),
      slot: typeof slot === 'string' ? slot : null,
      isOneSlot: isOneSlot(event),
      isAsked: done === 'asked',
      closed: refusal && errorText(ctx.lang, { code: refusal, data: {} }),
      own: { email: ctx.actor.email, fullName: ctx.actor.fullName },
      here: eventPaths.register(id),
      back: eventPaths.show(id),
    });
  }

  @Post()
  @Public(WHY)
  save(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Req() request: PortalRequest,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: RegisterForm,
      act: ({ slots, ...input }) => this.register.execute(ctx, id, { ...input, slotIds: slots }, request.ip),
      next: (placed) =>
        seeOther(
          placed
            ? eventPaths.own(registrationToken(placed, this.config.sessionSecret))
            : `${eventPaths.register(id)}?done=asked`,
        ),
      again: (form) => this.show(ctx, id, undefined, undefined, form),
    });
  }
}
