import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  Ctx,
  handleForm,
  KyivMomentField,
  OneOfField,
  page,
  ParseId,
  seeOther,
  TextField,
  WholeNumberField,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { KNOWN, type Known } from '../model/event.js';
import { LIMITS } from '../model/limits.js';
import { eventPaths } from '../paths.js';
import { eventFor } from '../queries/find-event.js';
import { slotsOf } from '../queries/slots-of-event.js';
import { WriteSlots } from '../use-cases/write-slots.js';
import { NoFields } from './event.forms.js';

class SlotsForm {
  @TextField({ max: LIMITS.line, code: 'events.host-missing' }) host: string;
  @TextField({ max: LIMITS.line, required: false }) title: string | null;
  @TextField({ max: LIMITS.line, required: false }) place: string | null;
  @TextField({ max: LIMITS.line, required: false }) guide: string | null;
  @TextField({ max: LIMITS.reason, required: false }) note: string | null;
  @KyivMomentField() startsAt: Date;
  @WholeNumberField({ min: 5, max: LIMITS.slotMinutes }) minutes: number;
  @WholeNumberField({ min: 1, max: 24 }) count: number;
  @WholeNumberField({ min: 1, max: LIMITS.capacity, required: false }) capacity: number | null;
  @OneOfField(KNOWN) stepFree: Known;
  @OneOfField(KNOWN) shelter: Known;
}

/** Slots of an open day, sessions of a programme. */
@Controller('organiser/events/:id/slots')
export class SlotsPage {
  constructor(
    private readonly db: Database,
    private readonly write: WriteSlots,
  ) {}

  @Get()
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const event = await eventFor(this.db, ctx.actor, id, 'edit');
    const slots = await slotsOf(this.db, id);
    return page('events/slots.njk', {
      ...{ event, known: KNOWN, form },
      slots: slots.map((one) => ({ ...one, remove: eventPaths.removeSlot(id, one.id) })),
      here: eventPaths.slots(id),
      back: eventPaths.work(id),
    });
  }

  @Post()
  @Allow('officer')
  add(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: SlotsForm,
      act: (input) => this.write.add(ctx, id, input),
      next: () => seeOther(eventPaths.slots(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Post(':slotId/removal')
  @Allow('officer')
  remove(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('slotId', ParseId) slotId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: NoFields,
      act: () => this.write.remove(ctx, id, slotId),
      next: () => seeOther(eventPaths.slots(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
