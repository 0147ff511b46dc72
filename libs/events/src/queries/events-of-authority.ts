import { Injectable } from '@nestjs/common';
import { scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';
import type { EventKind, EventState } from '../model/event.js';

export interface OwnEventLine {
  id: string;
  title: string;
  kind: EventKind;
  state: EventState;
  startsAt: Date | null;
  settlement: string | null;
  measure: string | null;
  organiserName: string;
}

/** The events of the authorities for which the actor works, drafts too. */
@Injectable()
export class EventsOfAuthority {
  constructor(private readonly db: Database) {}

  execute(ctx: Context, asked: AskedList<OwnEventLine>): Promise<Found<OwnEventLine>> {
    return asked.find(
      this.db,
      `select e.id, e.title, e.kind, e.state, e.starts_at as "startsAt", e.settlement, m.number as measure,
              o.name as "organiserName", e.search_form as "searchForm"
         from events.event e join identity.v_organiser o on o.id = e.organiser_id
         left join measures.v_measure m on m.id = e.measure_id
        where e.organiser_id = any($1)`,
      [scopesOf(ctx.actor, ['officer', 'director'])],
    );
  }
}
