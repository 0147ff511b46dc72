import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Ctx, download, ParseId, type Result } from '#libs/platform/http';
import { eventFor } from '../queries/find-event.js';
import { EventsForFeed, type FeedEvent } from '../queries/events-for-feed.js';
import { atomOfEvents, changedAt, icsOfEvents, type FeedFrame } from './event-feed.js';

const WHY = 'published events are public information, for programs too';
const ATOM = 'application/atom+xml; charset=utf-8';
const ICS = 'text/calendar; charset=utf-8';

/** Published events for calendars and feed readers. */
@Controller()
export class EventFeedsPage {
  constructor(
    private readonly events: EventsForFeed,
    private readonly db: Database,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get('events.ics')
  @Public(WHY)
  async ics(@Ctx() ctx: Context): Promise<Result> {
    const events = await this.events.list(ctx.now);
    return file(icsOfEvents(events, this.frame(ctx)), 'events.ics', ICS, events);
  }

  @Get('events.atom')
  @Public(WHY)
  async atom(@Ctx() ctx: Context): Promise<Result> {
    const events = await this.events.list(ctx.now);
    return file(atomOfEvents(events, this.frame(ctx)), 'events.atom', ATOM, events);
  }

  @Get('events/:id/event.ics')
  @Public(WHY)
  async one(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const event = await eventFor(this.db, ctx.actor, id);
    if (event.state === 'draft') throw new NotFound();
    const events = [await this.events.one(event)];
    return file(icsOfEvents(events, this.frame(ctx)), 'event.ics', ICS, events);
  }

  private frame = ({ lang }: Context): FeedFrame => ({ lang, origin: this.config.publicUrl });
}

const file = (text: string, name: string, mediaType: string, events: readonly FeedEvent[]): Result =>
  download(Buffer.from(text), { name, mediaType, inline: true, changedAt: changedAt(events) });
