import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { isInTime } from '#libs/platform/clock';
import { Database, type Reader } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { CloseSecondScore } from '../use-cases/close-second-score.js';

/** The second score after the defence ends by the clock. */
@Sweep('evaluation.close-second-scores')
@Injectable()
export class CloseSecondScoresSweep implements SweepHandler {
  constructor(
    private readonly db: Database,
    private readonly close: CloseSecondScore,
  ) {}

  async nextDueAt(reader: Reader): Promise<Date | null> {
    const ends = await endsOfSecondScores(reader);
    // What comes within the last second is in time.
    return ends[0] ? new Date(ends[0].until.getTime() + 1_000) : null;
  }

  async sweep(ctx: Context): Promise<void> {
    for (const { competitionId, until } of await endsOfSecondScores(this.db))
      if (!isInTime(ctx.now, until)) await this.close.execute(ctx, competitionId);
  }
}

const endsOfSecondScores = (reader: Reader): Promise<{ competitionId: string; until: Date }[]> =>
  reader.rows(
    `select competition_id as "competitionId", until from evaluation.v_second_score where closed_at is null order by until`,
  );
