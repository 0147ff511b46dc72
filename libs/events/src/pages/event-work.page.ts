import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, holds, type Context } from '#libs/platform/access';
import { Ctx, Listed, page, ParseId, type AskedList, type Result } from '#libs/platform/http';
import { errorText, phrase } from '#libs/platform/phrases';
import type { EventState } from '../model/event.js';
import { eventPaths } from '../paths.js';
import { EventWorkFor, type EventWork } from '../queries/event-work.js';
import { EventsOfAuthority, type OwnEventLine } from '../queries/events-of-authority.js';
import { eventsOfAuthorityList, STATE_TONES } from './events-of-authority.list.js';
import { changeView } from './event-view.js';

/** What the page may say was done. */
const DONE: readonly string[] = ['saved', 'publish', 'postpone', 'reschedule', 'cancel', 'hold', 'report'];

/** Events for those who prepare them. */
@Controller('organiser/events')
export class EventWorkPage {
  constructor(
    private readonly events: EventsOfAuthority,
    private readonly work: EventWorkFor,
  ) {}

  @Get()
  @Allow('officer', 'director')
  async list(@Ctx() ctx: Context, @Listed(eventsOfAuthorityList) asked: AskedList<OwnEventLine>): Promise<Result> {
    const create = holds(ctx.actor, ['officer']) ? eventPaths.newEvent : null;
    return asked.answer('events/of-authority.njk', await this.events.execute(ctx, asked), { create });
  }

  @Get(':id')
  @Allow('officer', 'director')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Query('done') done?: string): Promise<Result> {
    const view = await this.work.execute(ctx, id);
    const { event } = view;
    return page('events/work.njk', {
      ...{ view, event },
      tone: STATE_TONES[event.state],
      parts: view.parts.map((one) => ({ ...one, href: eventPaths.part(id, one.part) })),
      actions: view.actions.map(({ action, reason }) => ({
        ...{ action, href: eventPaths.act(id, action) },
        reason: reason && errorText(ctx.lang, { code: reason, data: {} }),
      })),
      rooms: roomsOf(view),
      changes: view.changes.map((change) => changeView(change, ctx.lang)),
      preview: eventPaths.preview(id),
      publicPage: event.state === 'draft' ? null : eventPaths.show(id),
      back: eventPaths.ofAuthority,
      notice: DONE.includes(done ?? '') ? phrase(ctx.lang, `events:done.${done}`) : null,
    });
  }
}

const ROOMS: readonly {
  name: string;
  path: (id: string) => string;
  states: readonly EventState[];
  forOfficer: boolean;
}[] = [
  { name: 'slots', path: eventPaths.slots, states: ['draft', 'published'], forOfficer: true },
  {
    name: 'people',
    path: eventPaths.people,
    states: ['published', 'postponed', 'cancelled', 'held', 'reported'],
    forOfficer: false,
  },
  { name: 'checkIn', path: eventPaths.checkIn, states: ['published', 'held'], forOfficer: true },
  { name: 'outcome', path: eventPaths.outcome, states: ['held', 'reported'], forOfficer: true },
  { name: 'minutes', path: eventPaths.minutes, states: ['held', 'reported'], forOfficer: true },
];

/** Where the work goes on, by the state of the event. */
const roomsOf = ({ event: { id, state }, canEdit }: EventWork): { name: string; href: string }[] =>
  ROOMS.filter(({ states, forOfficer }) => states.includes(state) && (canEdit || !forOfficer)).map(
    ({ name, path }) => ({
      ...{ name, href: path(id) },
    }),
  );
