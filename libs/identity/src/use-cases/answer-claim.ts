import { Injectable } from '@nestjs/common';
import { holds, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, NotFound, invalidField } from '#libs/platform/errors';
import type { ClaimAnswer } from '../model/claim.js';
import { claimAnswered } from '../model/identity.facts.js';
import { lockClaim } from '../queries/find-claim.js';

/** Those who act say whether a new claimant belongs to them. The officer decides. */
@Injectable()
export class AnswerClaim {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, claimId: string, { answer, words }: { answer: ClaimAnswer; words: string }): Promise<void> {
    if (answer === 'object' && words === '') throw invalidField('words', 'identity.objection-empty');
    return this.uow.run(ctx, async (tx) => {
      const claim = await lockClaim(tx, claimId);
      const { organisationId, personId } = claim;
      if (!organisationId || personId === tx.actor.personId || !holds(tx.actor, ['applicant'], organisationId))
        throw new NotFound();
      if (claim.state !== 'claimed') throw new Conflict('identity.claim-decided');
      await tx.change(
        `insert into identity.claim_answer (claim_id, person_id, answer, words, answered_at) values ($1, $2, $3, $4, $5)
         on conflict (claim_id, person_id) do update
           set answer = excluded.answer, words = excluded.words, answered_at = excluded.answered_at`,
        [claimId, tx.actor.personId, answer, words, tx.now],
      );
      tx.record(claimAnswered, { subjectId: claimId, scopeId: organisationId, particulars: { answer } });
    });
  }
}
