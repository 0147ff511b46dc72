import { Injectable } from '@nestjs/common';
import { applicantsOf } from '#libs/identity';
import { Notices } from '#libs/notifications';
import type { Context } from '#libs/platform/access';
import { addDays, kyivDay, kyivInstant, shortDate } from '#libs/platform/clock';
import { UnitOfWork, type Reader, type Tx } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { monitoringPaths } from '../paths.js';

interface Owed {
  id: string;
  dueOn: string;
  reminder: number;
  title: string;
  organisationId: string;
  organiserId: string;
}

/** Days from the due day on which the recipient gets a letter about a report that is not there; after it until it comes. */
const REMINDERS = [-7, -1, 1, 8, 22];
/** Letters go in the morning. */
const AT = '09:00';
const AT_ONCE = 200;
/** Reports that nobody has submitted, of contracts that stand. */
const OWED = `
  from monitoring.report r
  join monitoring.project p on p.id = r.project_id
  join contracts.v_contract c on c.id = p.id`;
const STANDS = `r.state in ('draft', 'returned') and r.due_on is not null and c.state in ('signed', 'in-force')`;

/** rule 63: reminders before the term of a report, and after it; each once, the last one that has fallen due. */
@Sweep('monitoring.remind-reports')
@Injectable()
export class RemindReports implements SweepHandler {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  async nextDueAt(reader: Reader, now: Date): Promise<Date | null> {
    const row = await reader.one<{ on: string | null }>(
      `select min(r.due_on + o.days)::text as "on" from unnest($2::int[]) as o (days) cross join lateral (
         select r.due_on ${OWED} where ${STANDS} and r.due_on + o.days > $1::date order by r.due_on limit 1) r`,
      [lastMorning(now), REMINDERS],
    );
    return row?.on ? kyivInstant(row.on, AT) : null;
  }

  sweep(ctx: Context): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      for (const one of await unreminded(tx)) await this.remind(tx, one);
    });
  }

  private async remind(tx: Tx, one: Owed): Promise<void> {
    const { id, dueOn, title, organisationId, organiserId, reminder } = one;
    for (const to of await applicantsOf(tx, organisationId))
      await this.notices.queue(tx, {
        ...{ to, kind: reminder < 0 ? 'reminder' : 'duty', organiserId, path: monitoringPaths.report(id) },
        template: reminder < 0 ? 'monitoring.soon' : 'monitoring.overdue',
        data: { title, dueOn: shortDate(kyivInstant(dueOn, '12:00')) },
      });
    await tx.change('update monitoring.report set reminded = $2 where id = $1', [id, reminder]);
  }
}

/** The day whose morning has come. */
function lastMorning(now: Date): string {
  const today = kyivDay(now);
  return now >= kyivInstant(today, AT) ? today : addDays(today, -1);
}

/** With the last reminder that fell due, where it has not gone: an earlier one that nobody sent in time would only confuse. */
const unreminded = (tx: Tx): Promise<Owed[]> =>
  tx.rows(
    `select r.id, r.due_on::text as "dueOn", c.subject as title, p.organisation_id as "organisationId",
            p.organiser_id as "organiserId", d.reminder
       ${OWED} cross join lateral (
         select max(days) as reminder from unnest($2::int[]) as o (days) where r.due_on + days <= $1::date) d
      where ${STANDS} and d.reminder is distinct from r.reminded and d.reminder is not null
      order by r.due_on, r.id limit ${AT_ONCE} for no key update of r skip locked`,
    [lastMorning(tx.now), REMINDERS],
  );
