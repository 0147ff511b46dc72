import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { truthCheckAnswered } from '../model/application.facts.js';
import type { TruthResult } from '../model/truth-check.js';
import { lockForTruthCheck } from './lock-truth-check.js';

export interface TruthAnswer {
  result: TruthResult;
  finding: string;
}

/** rule 39: what was found out, once; whoever ordered the check does not answer it. */
@Injectable()
export class AnswerTruthCheck {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, applicationId: string, checkId: string, { result, finding }: TruthAnswer): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competitionId } = await lockForTruthCheck(tx, applicationId, 'answer');
      const answered = await tx.change(
        `update applications.truth_check set result = $3, finding = $4, answered_by = $5, answered_at = $6
          where id = $1 and application_id = $2 and result is null and ordered_by <> $5`,
        [checkId, applicationId, result, finding, tx.actor.personId, tx.now],
      );
      if (answered === 0) throw new Conflict('applications.truth-answered');
      tx.record(truthCheckAnswered, {
        ...{ subjectId: applicationId, scopeId: competitionId },
        ...{ particulars: { checkId, result }, personal: { finding } },
      });
    });
  }
}
