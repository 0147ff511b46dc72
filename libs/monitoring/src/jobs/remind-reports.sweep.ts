import { Injectable } from '@nestjs/common';
import { applicantsOf } from '#libs/identity';
import { Notices } from '#libs/notifications';
import type { Context } from '#libs/platform/access';
import { kyivDay, kyivInstant, shortDate } from '#libs/platform/clock';
import { UnitOfWork, type Reader, type Tx } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { nextReminderDay, reminderOn } from '../model/reminder.js';
import { monitoringPaths } from '../paths.js';

interface Owed {
  id: string;
  dueOn: string;
  title: string;
  organisationId: string;
  organiserId: string;
}

/** Letters go in the morning. */
const AT = '09:00';

/** rule 63: reminders before the term of a report, and after it. */
@Sweep('monitoring.remind-reports')
@Injectable()
export class RemindReports implements SweepHandler {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  async nextDueAt(reader: Reader, now: Date): Promise<Date | null> {
    const today = lastMorning(now);
    const days = (await owed(reader)).flatMap(({ dueOn }) => nextReminderDay(today, dueOn) ?? []);
    return days.length > 0 ? kyivInstant(days.sort()[0]!, AT) : null;
  }

  sweep(ctx: Context): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      for (const one of await owed(tx)) {
        const reminder = reminderOn(lastMorning(tx.now), one.dueOn);
        if (reminder !== null) await this.remind(tx, one, reminder);
      }
    });
  }

  private async remind(
    tx: Tx,
    { id, dueOn, title, organisationId, organiserId }: Owed,
    reminder: number,
  ): Promise<void> {
    for (const to of await applicantsOf(tx, organisationId))
      await this.notices.queue(tx, {
        ...{ to, kind: reminder < 0 ? 'reminder' : 'duty', organiserId, path: monitoringPaths.report(id) },
        template: reminder < 0 ? 'monitoring.soon' : 'monitoring.overdue',
        data: { title, dueOn: shortDate(kyivInstant(dueOn, '12:00')) },
        onceKey: `monitoring.report ${id} ${dueOn} ${reminder} ${to.personId}`,
      });
  }
}

/** The day whose morning has come. */
function lastMorning(now: Date): string {
  const today = kyivDay(now);
  return now >= kyivInstant(today, AT) ? today : kyivDay(new Date(kyivInstant(today, '00:00').getTime() - 1));
}

/** Reports that nobody has submitted, of contracts that stand. */
function owed(reader: Reader): Promise<Owed[]> {
  return reader.rows(
    `select r.id, r.due_on::text as "dueOn", c.subject as title, p.organisation_id as "organisationId",
            p.organiser_id as "organiserId"
       from monitoring.report r
       join monitoring.project p on p.id = r.project_id
       join contracts.v_contract c on c.id = p.id and c.state in ('signed', 'in-force')
      where r.state in ('draft', 'returned') and r.due_on is not null order by r.id`,
  );
}
