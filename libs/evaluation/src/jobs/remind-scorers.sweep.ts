import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { nextReminderAt, reminderDue } from '../model/reminder.js';
import { RemindScorers } from '../use-cases/remind-scorers.js';

/** An end of days in a competition that is being scored: its own, and those of extra sheets. */
interface End {
  id: string;
  until: Date;
}

/** Three days and one day before the last day of scoring, and when it has passed. */
@Sweep('evaluation.remind-scorers')
@Injectable()
export class RemindScorersSweep implements SweepHandler {
  constructor(
    private readonly db: Database,
    private readonly remind: RemindScorers,
  ) {}

  async nextDueAt(reader: Reader, now: Date): Promise<Date | null> {
    const dues = (await ends(reader)).map(({ until }) => nextReminderAt(now, until)?.getTime());
    const times = dues.filter((due) => due !== undefined);
    return times.length > 0 ? new Date(Math.min(...times)) : null;
  }

  async sweep(ctx: Context): Promise<void> {
    const due = (await ends(this.db)).filter(({ until }) => reminderDue(ctx.now, until));
    for (const id of new Set(due.map((one) => one.id))) await this.remind.due(ctx, id);
  }
}

function ends(reader: Reader): Promise<End[]> {
  return reader.rows<End>(
    `select id, scoring_until as until from competitions.v_competition where state = 'scoring' and scoring_until is not null
      union
     select c.id, a.write_until from competitions.v_competition c
       join evaluation.assignment a on a.competition_id = c.id and a.ended_at is null and a.write_until > c.scoring_until
      where c.state = 'scoring' and not exists (select from evaluation.score_sheet s where s.assignment_id = a.id and s.state = 'signed')
      order by id`,
  );
}
