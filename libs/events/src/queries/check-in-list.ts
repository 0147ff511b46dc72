import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { EventRow } from '../model/event.js';
import { eventFor } from './find-event.js';

export interface ExpectedGuest {
  id: string;
  fullName: string;
  organisation: string | null;
  position: string | null;
  seats: number;
  code: string;
  isThere: boolean;
}

const GUESTS_MAX = 5_000;

/** Whoever is expected or there, by name: nobody who waits or has withdrawn. */
@Injectable()
export class CheckInList {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, id: string): Promise<{ event: EventRow; guests: ExpectedGuest[] }> {
    const event = await eventFor(this.db, ctx.actor, id, 'work');
    const guests = await this.db.rows<ExpectedGuest>(
      `select id, full_name as "fullName", organisation, position, seats, code, state = 'attended' as "isThere"
         from events.registration where event_id = $1 and state in ('confirmed', 'attended')
        order by full_name collate "uk-x-icu", id limit ${GUESTS_MAX}`,
      [id],
    );
    return { event, guests };
  }
}
