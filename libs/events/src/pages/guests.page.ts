import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, holds, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  Ctx,
  handleForm,
  Listed,
  page,
  ParseId,
  seeOther,
  type AskedList,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { LIMITS } from '../model/limits.js';
import { eventPaths } from '../paths.js';
import { Guests, type GuestLine } from '../queries/guests.js';
import { slotsOf } from '../queries/slots-of-event.js';
import { EnterGuest } from '../use-cases/enter-guest.js';
import { isOneSlot } from '../use-cases/slot-places.js';
import { guestsList } from './guests.list.js';
import { EnterForm } from './registration.forms.js';

/** Who comes to an event, and the one screen for those who call. */
@Controller('organiser/events/:id/people')
export class GuestsPage {
  constructor(
    private readonly guests: Guests,
    private readonly enter: EnterGuest,
    private readonly db: Database,
  ) {}

  @Get()
  @Allow('officer', 'director')
  async list(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Listed(guestsList) asked: AskedList<GuestLine>,
  ): Promise<Result> {
    const { event, taken, waiting } = await this.guests.event(ctx, id);
    const canEnter = holds(ctx.actor, ['officer'], event.organiserId) && event.state === 'published';
    const model = {
      ...{ event, taken, waiting },
      enter: canEnter ? eventPaths.enter(id) : null,
      back: eventPaths.work(id),
    };
    return asked.answer('events/people.njk', await this.guests.list(event, asked), model, event.title);
  }

  @Get('new')
  @Allow('officer')
  async form(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('done') done?: string,
    form?: FailedForm,
  ): Promise<Result> {
    const { event, taken, waiting } = await this.guests.event(ctx, id);
    return page('events/enter.njk', {
      ...{ event, taken, waiting, limits: LIMITS, form },
      slots: await slotsOf(this.db, id),
      isOneSlot: isOneSlot(event),
      here: eventPaths.enter(id),
      back: eventPaths.people(id),
      notice: ['confirmed', 'waitlisted'].includes(done ?? '') ? phrase(ctx.lang, `events:entered.${done}`) : null,
    });
  }

  @Post('new')
  @Allow('officer')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: EnterForm,
      act: ({ slots, ...input }) => this.enter.execute(ctx, id, { ...input, slotIds: slots }),
      // The next caller waits.
      next: ({ state }) => seeOther(`${eventPaths.enter(id)}?done=${state}`),
      again: (form) => this.form(ctx, id, undefined, form),
    });
  }
}
