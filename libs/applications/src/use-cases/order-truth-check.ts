import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, newId } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { truthCheckOrdered } from '../model/application.facts.js';
import { TRUTH_CHECKS_MAX } from '../model/truth-check.js';
import { truthChecksOf } from '../queries/truth-checks.js';
import { lockForTruthCheck } from './lock-truth-check.js';

/** rule 39: the commission wants something in a proposal checked; the scoring waits for the result. */
@Injectable()
export class OrderTruthCheck {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, applicationId: string, question: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competitionId } = await lockForTruthCheck(tx, applicationId, 'order');
      const known = await truthChecksOf(tx, applicationId);
      if (known.some((one) => one.result === null && one.question === question)) return; // pressed twice
      if (known.length >= TRUTH_CHECKS_MAX)
        throw invalidField('question', 'applications.truth-too-many', { max: TRUTH_CHECKS_MAX });
      const id = newId();
      await tx.change(
        `insert into applications.truth_check (id, application_id, question, ordered_by, ordered_at)
         values ($1, $2, $3, $4, $5)`,
        [id, applicationId, question, tx.actor.personId, tx.now],
      );
      tx.record(truthCheckOrdered, {
        ...{ subjectId: applicationId, scopeId: competitionId },
        ...{ particulars: { checkId: id }, personal: { question } },
      });
    });
  }
}
