import { Injectable } from '@nestjs/common';
import { criteriaOf, lockCompetition } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField, TooMany } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { CALIBRATION_LIMITS, isBeforeScoring } from '../model/calibration.js';
import { criterionClarified } from '../model/evaluation.facts.js';
import { notesOf } from '../queries/read-calibration.js';

/**
 * Says more clearly what the points of a criterion mean. Criteria are frozen by the announcement (rules 1, 41): the
 * clarification gets a number, stands beside the announced text on every sheet and is public. Until the scoring begins.
 */
@Injectable()
export class ClarifyCriterion {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, competitionId: string, { key, body }: { key: string; body: string }): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(evaluationPolicy, 'clarify', tx.actor, competition);
      if (!isBeforeScoring(competition.state)) throw new Conflict('evaluation.calibration-too-late');
      const criterion = (await criteriaOf(tx, competitionId)).find((one) => one.key === key);
      if (!criterion) throw invalidField('key', 'platform.choose');
      const { length } = await notesOf(tx, competitionId);
      if (length >= CALIBRATION_LIMITS.notes)
        throw new TooMany('evaluation.clarifications-many', { max: CALIBRATION_LIMITS.notes });
      const number = length + 1;
      await tx.change(
        `insert into evaluation.criterion_note (competition_id, number, criterion_id, body, noted_at)
         values ($1, $2, $3, $4, $5)`,
        [competitionId, number, criterion.id, body, tx.now],
      );
      const particulars = { number, criterion: key, body };
      tx.record(criterionClarified, { subjectId: competitionId, scopeId: competitionId, particulars });
    });
  }
}
