import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { nextReminderAt, reminderDue } from '../model/reminder.js';
import { RemindScorers } from '../use-cases/remind-scorers.js';

interface Scoring {
  id: string;
  scoringUntil: Date;
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
    const dues = (await scorings(reader)).map(({ scoringUntil }) => nextReminderAt(now, scoringUntil)?.getTime());
    const times = dues.filter((due) => due !== undefined);
    return times.length > 0 ? new Date(Math.min(...times)) : null;
  }

  async sweep(ctx: Context): Promise<void> {
    for (const { id, scoringUntil } of await scorings(this.db))
      if (reminderDue(ctx.now, scoringUntil)) await this.remind.due(ctx, id);
  }
}

function scorings(reader: Reader): Promise<Scoring[]> {
  return reader.rows<Scoring>(
    `select id, scoring_until as "scoringUntil" from competitions.v_competition
      where state = 'scoring' and scoring_until is not null order by id`,
  );
}
