import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ListMeasures } from '#libs/measures';
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
import {
  EVENT_KINDS,
  FACILITIES,
  FORMATS,
  KNOWN,
  LOCATION_VISIBILITIES,
  REGISTRATION_MODES,
  WAITLISTS,
  type EventContent,
} from '../model/event.js';
import { PART_NAMES, type Part } from '../model/event-columns.js';
import { LIMITS } from '../model/limits.js';
import { eventPaths } from '../paths.js';
import { eventFor } from '../queries/find-event.js';
import { EditEvent } from '../use-cases/edit-event.js';
import { PART_FORMS } from './event.forms.js';
import { measureChoices } from './measure-choices.js';

const CHOICES = {
  kinds: EVENT_KINDS,
  formats: FORMATS,
  facilities: FACILITIES,
  known: KNOWN,
  locations: LOCATION_VISIBILITIES,
  modes: REGISTRATION_MODES,
  waitlists: WAITLISTS,
};

/** One short part of an event; saved half-done, checked whole at publishing. */
@Controller('organiser/events/:id')
export class EditEventPage {
  constructor(
    private readonly db: Database,
    private readonly measures: ListMeasures,
    private readonly edit: EditEvent,
  ) {}

  @Get('parts/:part')
  @Allow('officer')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('part') typed: string,
    form?: FailedForm,
  ): Promise<Result> {
    const part = partOf(typed);
    const event = await eventFor(this.db, ctx.actor, id, 'edit');
    return page(`events/edit-${part}.njk`, {
      ...CHOICES,
      measures: part === 'basics' ? measureChoices(ctx.lang, await this.measures.execute(this.db)) : [],
      ...{ event, part, limits: LIMITS, form },
      here: eventPaths.part(id, part),
      back: eventPaths.work(id),
    });
  }

  @Post('parts/:part')
  @Allow('officer')
  save(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('part') typed: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const part = partOf(typed);
    const next = PART_NAMES[PART_NAMES.indexOf(part) + 1];
    return handleForm({
      body,
      shape: PART_FORMS[part],
      act: ({ version, ...content }) => this.edit.execute(ctx, id, version, content as Partial<EventContent>),
      // «Save and go on» leads through the parts once.
      next: () => seeOther(next && body?.go === 'on' ? eventPaths.part(id, next) : `${eventPaths.work(id)}?done=saved`),
      again: (form) => this.show(ctx, id, part, form),
    });
  }
}

function partOf(typed: string): Part {
  const part = PART_NAMES.find((one) => one === typed);
  if (!part) throw new NotFound();
  return part;
}
