import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { addDays, kyivDay, kyivInstant } from '#libs/platform/clock';
import type { EventRow } from '../model/event.js';
import { EVENT_COLUMNS } from '../model/event-columns.js';
import { LIMITS } from '../model/limits.js';

export interface FeedEvent extends EventRow {
  organiserName: string;
}

/** Published events for calendars and feed readers: the latest and what is ahead; a cancelled one stays for its time. */
@Injectable()
export class EventsForFeed {
  constructor(private readonly db: Database) {}

  list(now: Date): Promise<FeedEvent[]> {
    const since = kyivInstant(addDays(kyivDay(now), -LIMITS.feedDays));
    return this.db.rows<FeedEvent>(
      `select ${EVENT_COLUMNS}, o.name as "organiserName"
         from events.event e join identity.v_organiser o on o.id = e.organiser_id
        where e.state <> 'draft' and (e.ends_at >= $1 or e.changed_at >= $1)
        order by e.starts_at desc, e.id limit ${LIMITS.feed}`,
      [since],
    );
  }

  async one(event: EventRow): Promise<FeedEvent> {
    const row = await this.db.one<{ name: string }>('select name from identity.v_organiser where id = $1', [
      event.organiserId,
    ]);
    return { ...event, organiserName: row!.name };
  }
}
