import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';
import type { EventKind, EventState, Format, Waitlist, RegistrationMode } from '../model/event.js';
import { phaseAt, type Phase } from '../model/phase.js';
import { TAKEN } from './find-registration.js';

export interface EventLine {
  id: string;
  kind: EventKind;
  title: string;
  titleEn: string | null;
  summary: string;
  summaryEn: string | null;
  format: Format;
  settlement: string | null;
  startsAt: Date;
  endsAt: Date;
  organiserName: string;
  phase: Phase;
}

interface Stored extends Omit<EventLine, 'phase'> {
  state: EventState;
  registration: RegistrationMode;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
  capacity: number | null;
  reservedSeats: number;
  waitlist: Waitlist;
  taken: number;
}

/** Over $1 = now. Who can still register is said in the same words as in `model/phase.ts`. */
const SELECT = `
  select e.*, e."endsAt" >= $1 and e.state <> 'cancelled' as "isAhead",
         e."endsAt" >= $1 and e."startsAt" < $1::timestamptz + interval '7 days' as "isInWeek",
         e."endsAt" >= $1 and e."startsAt" < $1::timestamptz + interval '31 days' as "isInMonth",
         e.state = 'published' and e."startsAt" > $1 and e.registration in ('open', 'approval', 'external')
           and coalesce(e."registrationOpensAt", $1) <= $1 and coalesce(e."registrationClosesAt", e."startsAt") > $1
           and (e.registration = 'external' or e.capacity is null or e.waitlist <> 'off'
             or e.taken < e.capacity - e."reservedSeats") as "isOpen"
    from (select e.id, e.kind, e.title, e.title_en as "titleEn", e.summary, e.summary_en as "summaryEn", e.format, e.settlement,
                 e.starts_at as "startsAt", e.ends_at as "endsAt", o.name as "organiserName", e.state, e.registration,
                 e.registration_opens_at as "registrationOpensAt", e.registration_closes_at as "registrationClosesAt",
                 e.capacity, e.reserved_seats as "reservedSeats", e.waitlist, e.step_free as "stepFree", e.shelter,
                 e.search_form || ' ' || o.search_form as "searchForm", ${TAKEN} as taken
            from events.event e join identity.v_organiser o on o.id = e.organiser_id
           where e.state <> 'draft' and ($2::uuid is null or e.measure_id = $2)) e`;

/** As many rows. */
const BARE = `select from events.event e
  where e.state <> 'draft' and ($2::uuid is null or e.measure_id = $2) and $1::timestamptz is not null`;

/** Published events of all authorities, those ahead first; drafts never. */
@Injectable()
export class PublicEvents {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, asked: AskedList<EventLine>, measureId: string | null): Promise<Found<EventLine>> {
    const found = await asked.find<Stored>(this.db, SELECT, [ctx.now, measureId], BARE);
    return { ...found, rows: found.rows.map((row) => ({ ...row, phase: phaseAt(row, row.taken, ctx.now) })) };
  }
}
