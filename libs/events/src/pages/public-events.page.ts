import { Controller, Get, Query } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Ctx, Listed, ParseId, type AskedList, type Result } from '#libs/platform/http';
import { eventPaths } from '../paths.js';
import { measureLine } from '../queries/event-for-page.js';
import { PublicEvents, type EventLine } from '../queries/public-events.js';
import { publicEventsList } from './public-events.list.js';

/** Every published event; `?measure=` leaves those under one measure of a plan. */
@Controller()
export class PublicEventsPage {
  constructor(
    private readonly events: PublicEvents,
    private readonly db: Database,
  ) {}

  @Get('events')
  @Public('published events are public information')
  async list(
    @Ctx() ctx: Context,
    @Listed(publicEventsList) asked: AskedList<EventLine>,
    @Query('measure') typed?: unknown,
  ): Promise<Result> {
    const measureId = typeof typed === 'string' ? new ParseId().transform(typed) : null;
    const measure = await measureLine(this.db, measureId);
    if (measureId && !measure) throw new NotFound();
    const feeds = { ics: eventPaths.feed('ics'), atom: eventPaths.feed('atom') };
    const model = { measure, allPath: eventPaths.list, feeds };
    return asked.answer('events/list.njk', await this.events.execute(ctx, asked, measureId), model, measure?.number);
  }
}
