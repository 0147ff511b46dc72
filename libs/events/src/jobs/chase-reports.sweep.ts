import { Injectable } from '@nestjs/common';
import { peopleWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Reader, type Tx } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { CHASE_DAYS, chaseAt } from '../model/report-terms.js';
import { eventPaths } from '../paths.js';

interface Unreported {
  id: string;
  organiserId: string;
  title: string;
  endsAt: Date;
  /** How many of the reminders are behind. */
  chased: number;
}

const AT_ONCE = 200;
/** So long after the day nobody is reminded any more. */
const SINCE = `e.state = 'held' and e.ends_at > $1::timestamptz - interval '60 days' and e.chased < ${CHASE_DAYS.length}`;

/** Three and seven working days after an event without a report its officers are reminded, once each. */
@Sweep('events.chase-reports')
@Injectable()
export class ChaseReports implements SweepHandler {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  async nextDueAt(reader: Reader, now: Date): Promise<Date | null> {
    const dues = (await unreported(reader, now)).flatMap(({ endsAt, chased }) =>
      CHASE_DAYS.slice(chased).map((days) => chaseAt(endsAt, days)),
    );
    const ahead = dues.filter((due) => due > now).map((due) => due.getTime());
    return ahead.length > 0 ? new Date(Math.min(...ahead)) : null;
  }

  sweep(ctx: Context): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      for (const event of await unreported(tx, tx.now)) {
        const behind = CHASE_DAYS.filter((one) => chaseAt(event.endsAt, one) <= tx.now);
        if (behind.length <= event.chased) continue;
        await this.remind(tx, event, behind.at(-1)!);
        await tx.change('update events.event set chased = $2 where id = $1', [event.id, behind.length]);
      }
    });
  }

  private async remind(tx: Tx, { id, organiserId, title }: Unreported, days: number): Promise<void> {
    for (const to of await peopleWithRole(tx, organiserId, ['officer']))
      await this.notices.queue(tx, {
        ...{ to, kind: 'work', organiserId, template: 'events.report-awaited', path: eventPaths.outcome(id) },
        data: { title, count: days },
        onceKey: `events.report-awaited:${id}:${days}:${to.personId}`,
      });
  }
}

const unreported = (reader: Reader, now: Date): Promise<Unreported[]> =>
  reader.rows<Unreported>(
    `select e.id, e.organiser_id as "organiserId", e.title, e.ends_at as "endsAt", e.chased from events.event e
      where ${SINCE} order by e.ends_at, e.id limit ${AT_ONCE}`,
    [now],
  );
