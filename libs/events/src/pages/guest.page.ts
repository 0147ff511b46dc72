import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, holds, type Context } from '#libs/platform/access';
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
import { LIMITS } from '../model/limits.js';
import { eventPaths } from '../paths.js';
import { Guests } from '../queries/guests.js';
import { DecideRegistration } from '../use-cases/decide-registration.js';
import { LeaveRegistration } from '../use-cases/leave-registration.js';
import { mayStep } from '../use-cases/own-registration.js';
import { NoFields } from './event.forms.js';
import { GUEST_TONES } from './guests.list.js';
import { RejectForm } from './registration.forms.js';

/** One who comes: contacts, needs of access (for the officer only), decisions. */
@Controller('organiser/events/:id/people/:guestId')
export class GuestPage {
  constructor(
    private readonly guests: Guests,
    private readonly decide: DecideRegistration,
    private readonly leave: LeaveRegistration,
  ) {}

  @Get()
  @Allow('officer', 'director')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('guestId', ParseId) guestId: string,
    form?: FailedForm,
  ): Promise<Result> {
    const { event, guest, slots } = await this.guests.one(ctx, id, guestId);
    const isOfficer = holds(ctx.actor, ['officer'], event.organiserId);
    const act = (action: 'approve' | 'reject' | 'withdraw', name: string) =>
      isOfficer && mayStep(guest.state, action) ? eventPaths.guestAct(id, guestId, name) : null;
    return page('events/guest.njk', {
      ...{ event, slots },
      // What somebody cannot do without is told to the one who prepares the event, to nobody else.
      guest: isOfficer ? guest : { ...guest, accessNeeds: null },
      ...{ isOfficer, tone: GUEST_TONES[guest.state], limits: LIMITS, form },
      acts: {
        approval: act('approve', 'approval'),
        rejection: act('reject', 'rejection'),
        withdrawal: act('withdraw', 'withdrawal'),
      },
      back: eventPaths.people(id),
    });
  }

  @Post('approval')
  @Allow('officer')
  approve(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('guestId', ParseId) guestId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: NoFields,
      act: () => this.decide.approve(ctx, guestId),
      next: () => seeOther(eventPaths.guest(id, guestId)),
      again: (form) => this.show(ctx, id, guestId, form),
    });
  }

  @Post('rejection')
  @Allow('officer')
  reject(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('guestId', ParseId) guestId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: RejectForm,
      act: ({ reason }) => this.decide.reject(ctx, guestId, reason),
      next: () => seeOther(eventPaths.guest(id, guestId)),
      again: (form) => this.show(ctx, id, guestId, form),
    });
  }

  @Post('withdrawal')
  @Allow('officer')
  withdraw(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('guestId', ParseId) guestId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: NoFields,
      act: () => this.leave.execute(ctx, guestId),
      next: () => seeOther(eventPaths.guest(id, guestId)),
      again: (form) => this.show(ctx, id, guestId, form),
    });
  }
}
