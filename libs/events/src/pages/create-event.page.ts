import { Body, Controller, Get, Post } from '@nestjs/common';
import { organisers } from '#libs/identity';
import { ListMeasures } from '#libs/measures';
import { Allow, scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Ctx, handleForm, page, seeOther, type FailedForm, type FormBody, type Result } from '#libs/platform/http';
import { EVENT_KINDS } from '../model/event.js';
import { eventPaths } from '../paths.js';
import { CreateEvent } from '../use-cases/create-event.js';
import { NewEventForm } from './event.forms.js';
import { measureChoices } from './measure-choices.js';

/** The few answers an event starts with. */
@Controller()
export class CreateEventPage {
  constructor(
    private readonly create: CreateEvent,
    private readonly measures: ListMeasures,
    private readonly db: Database,
  ) {}

  @Get('organiser/events/new')
  @Allow('officer')
  async show(@Ctx() ctx: Context, form?: FailedForm): Promise<Result> {
    const mine = scopesOf(ctx.actor, ['officer']);
    const authorities = (await organisers(this.db)).filter(({ id }) => mine.includes(id));
    return page('events/new.njk', {
      authorities: authorities.map(({ id, name }) => ({ value: id, text: name })),
      kinds: EVENT_KINDS,
      measures: measureChoices(ctx.lang, await this.measures.execute(this.db)),
      here: eventPaths.newEvent,
      back: eventPaths.ofAuthority,
      form,
    });
  }

  @Post('organiser/events/new')
  @Allow('officer')
  submit(@Ctx() ctx: Context, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: NewEventForm,
      act: (input) => this.create.execute(ctx, input),
      next: (id) => seeOther(eventPaths.part(id, 'basics')),
      again: (form) => this.show(ctx, form),
    });
  }
}
