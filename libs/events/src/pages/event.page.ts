import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Allow, holds, Public, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Config } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Ctx, page, ParseId, type PageModel, type Result } from '#libs/platform/http';
import { FACILITIES, type EventRow, type Format } from '../model/event.js';
import { eventData } from '../model/event-data.js';
import { shownSlot } from '../model/shown-slot.js';
import { PHASE_TONES } from '../model/phase.js';
import { eventPaths } from '../paths.js';
import { EventForPage, type EventView } from '../queries/event-for-page.js';
import { eventFor } from '../queries/find-event.js';
import { decisionsOf, minutesOf } from '../queries/minutes.js';
import { slotsOf } from '../queries/slots-of-event.js';
import { outcomeOf } from '../queries/outcome.js';
import { changeView } from './event-view.js';
import { summaryOf, titleOf } from './event-feed.js';

/** One event for everybody; before it is published, for its authority. */
@Controller()
export class EventPage {
  constructor(
    private readonly read: EventForPage,
    private readonly db: Database,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get('events/:id')
  @Public('published events are public information')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Query('access') typed?: unknown): Promise<Result> {
    const access = typed === 'step-free' || typed === 'shelter' ? typed : null;
    const event = await eventFor(this.db, ctx.actor, id);
    if (event.state === 'draft') throw new NotFound();
    const view = await this.read.view(ctx, event);
    return page('events/event.njk', {
      ...this.model(ctx, view),
      ...(await this.results(ctx, event)),
      ...(await this.slots(view, access)),
      data: this.data(ctx, view),
    });
  }

  @Get('organiser/events/:id/preview')
  @Allow('officer', 'director')
  async preview(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const event = await eventFor(this.db, ctx.actor, id, 'work');
    const view = await this.read.view(ctx, event);
    return page('events/event.njk', { ...this.model(ctx, view), ...(await this.slots(view, null)), isPreview: true });
  }

  /** Slots of an open day or sessions of a programme. */
  private async slots(view: EventView, access: 'step-free' | 'shelter' | null): Promise<PageModel> {
    const { id } = view.event;
    const slots = (await slotsOf(this.db, id, access)).map((one) => shownSlot(one, view.isPlaceTold));
    return { slots, access, hasSlots: access !== null || slots.length > 0, here: eventPaths.show(id) };
  }

  /** After the report: what came of it. */
  private async results(ctx: Context, { id, state }: EventRow): Promise<PageModel> {
    if (state !== 'reported') return {};
    const [outcome, minutes] = [await outcomeOf(this.db, id), await minutesOf(this.db, id)];
    const isOpen = minutes?.state === 'published';
    return {
      outcome,
      files: outcome.materials.map((one) => ({ ...one, href: eventPaths.material(id, one.id) })),
      decisions: isOpen ? await decisionsOf(this.db, id) : [],
      minutesFile: isOpen ? eventPaths.minutesFile(id) : null,
      today: kyivDay(ctx.now),
    };
  }

  private model(ctx: Context, view: EventView): PageModel {
    const { event } = view;
    const isStaff = holds(ctx.actor, ['officer', 'director'], event.organiserId);
    return {
      view,
      event,
      title: titleOf(event, ctx.lang),
      summary: summaryOf(event, ctx.lang),
      tone: PHASE_TONES[view.phase],
      changes: view.changes.map((change) => changeView(change, ctx.lang)),
      facilities: FACILITIES.map((name) => ({ name, known: event[name] })),
      register: eventPaths.register(event.id),
      door: doorOf(view),
      calendar: eventPaths.calendar(event.id),
      work: isStaff ? eventPaths.work(event.id) : null,
      back: eventPaths.list,
    };
  }

  private data({ lang }: Context, { event, organiserName, changes }: EventView): Record<string, unknown> {
    const prefix = `${this.config.publicUrl}${lang === 'en' ? '/en' : ''}`;
    return eventData(shown(event, lang), {
      organiserName,
      url: `${prefix}${eventPaths.show(event.id)}`,
      organiserUrl: prefix || '/',
      earlierStarts: changes.flatMap(({ before, after }) =>
        before.startsAt && before.startsAt !== after.startsAt ? [before.startsAt] : [],
      ),
      wasFormat: (changes.find(({ before }) => before.format)?.before.format as Format | undefined) ?? null,
    });
  }
}

const shown = (event: EventRow, lang: Context['lang']): EventRow => ({
  ...event,
  title: titleOf(event, lang),
  summary: summaryOf(event, lang),
});

/** How one registers here now: by a form, on another site, or not at all. */
function doorOf({ event, phase }: EventView): 'form' | 'elsewhere' | null {
  if (phase !== 'open' && phase !== 'waiting') return null;
  return event.registration === 'external' ? 'elsewhere' : 'form';
}
