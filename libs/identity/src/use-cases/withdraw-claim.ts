import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { claimPolicy } from '../access/claim.policy.js';
import { claimLifecycle } from '../model/claim.lifecycle.js';
import { rightEnded } from '../model/identity.facts.js';
import { claimEvidence, lockClaim } from '../queries/find-claim.js';

/** The claimant thinks better of it. Who acts already leaves the organisation instead. */
@Injectable()
export class WithdrawClaim {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, claimId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const claim = await lockClaim(tx, claimId);
      demand(claimPolicy, 'withdraw', tx.actor, { ...claim, knownToAuthorities: [] });
      if (claim.grantId) throw new Conflict('identity.claim-leave-instead');
      const state = claimLifecycle.next(claim.state, 'withdraw', await claimEvidence(tx, claim, null));
      await tx.change('update identity.claim set state = $2, ended_at = $3 where id = $1', [claimId, state, tx.now]);
      tx.record(rightEnded, { subjectId: claimId, scopeId: claim.organisationId ?? undefined });
    });
  }
}
