import { Injectable } from '@nestjs/common';
import { DeskSource, type DeskItem } from '#libs/identity';
import { scopesOf, type Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { CHASE_DAYS, chaseAt } from '../model/report-terms.js';
import { eventPaths } from '../paths.js';

const ITEMS_MAX = 50;

interface Waiting {
  id: string;
  title: string;
  endsAt: Date;
  startsAt: Date;
  isHeld: boolean;
  pending: number;
}

/** What waits for an officer: an event without its outcome, people who wait for a decision. */
@Implements(DeskSource)
@Injectable()
export class EventsDesk implements DeskSource {
  async items({ actor, lang }: Context, reader: Reader): Promise<DeskItem[]> {
    const organisers = scopesOf(actor, ['officer']);
    if (organisers.length === 0) return [];
    const rows = await reader.rows<Waiting>(
      `select e.id, e.title, e.ends_at as "endsAt", e.starts_at as "startsAt", e.state = 'held' as "isHeld",
              (select count(*)::int from events.registration r where r.event_id = e.id and r.state = 'pending') as pending
         from events.event e
        where e.organiser_id = any($1)
          and (e.state = 'held' or e.state = 'published' and e.id in (select event_id from events.registration where state = 'pending'))
        order by e.starts_at, e.id limit ${ITEMS_MAX}`,
      [organisers],
    );
    return rows.map(({ id, title, endsAt, startsAt, isHeld, pending }) => ({
      title: phrase(lang, isHeld ? 'events:desk.report' : 'events:desk.pending', { count: pending }),
      href: isHeld ? eventPaths.outcome(id) : eventPaths.people(id),
      dueAt: isHeld ? chaseAt(endsAt, CHASE_DAYS[0]) : startsAt,
      context: title,
      role: 'officer',
    }));
  }
}
