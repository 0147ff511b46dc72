import { Injectable } from '@nestjs/common';
import { lockCompetition } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { weighingPolicy } from '../access/weighing.policy.js';
import { weighingAnswered } from '../model/award.facts.js';
import { WeighStoredResult } from './weigh-stored-result.js';

/** The chair says why the result stands all the same; it may be put better until the order is signed. */
@Injectable()
export class AnswerWeighing {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly weigh: WeighStoredResult,
  ) {}

  execute(ctx: Context, competitionId: string, answer: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(weighingPolicy, 'answer', tx.actor, competition);
      if (competition.state !== 'rated') throw new Conflict('awards.not-rated');
      const found = await this.weigh.within(tx, competitionId);
      if (typeof found === 'string' || found.changes.length === 0) throw new Conflict('awards.nothing-to-answer');
      await tx.change(
        'update awards.weighed_result set answer = $2, answered_by = $3, answered_at = $4 where competition_id = $1',
        [competitionId, answer, tx.actor.personId, tx.now],
      );
      tx.record(weighingAnswered, { subjectId: competitionId, scopeId: competitionId, particulars: { answer } });
    });
  }
}
