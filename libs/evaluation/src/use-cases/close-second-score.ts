import { Injectable } from '@nestjs/common';
import { lockCompetition } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { isInTime } from '#libs/platform/clock';
import { UnitOfWork } from '#libs/platform/database';
import { secondScoreClosed } from '../model/evaluation.facts.js';
import { secondScoreOf } from '../queries/second-score.js';
import { askForRating } from './ask-for-rating.js';

/** The days of the second score are over: nothing is amended any more, and the rating may be all that is left (rule 43). */
@Injectable()
export class CloseSecondScore {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, competitionId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      const second = await secondScoreOf(tx, competitionId);
      // The days of the defence may have been changed meanwhile.
      if (!second || second.closedAt !== null || isInTime(tx.now, second.until)) return;
      await tx.change('update evaluation.second_score set closed_at = $2 where competition_id = $1', [
        ...[competitionId, tx.now],
      ]);
      tx.record(secondScoreClosed, { subjectId: competitionId, scopeId: competitionId });
      await askForRating(tx, competition);
    });
  }
}
