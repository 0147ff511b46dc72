import { Injectable } from '@nestjs/common';
import { StoreDocument } from '#libs/documents';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { claimPolicy } from '../access/claim.policy.js';
import { claimLifecycle } from '../model/claim.lifecycle.js';
import { extractAdded } from '../model/identity.facts.js';
import { claimEvidence, lockClaim } from '../queries/find-claim.js';
import { attachExtract, type UploadedExtract } from './claim-right.js';

export interface ExtractInWords {
  extractName: string;
  extractHead: string;
  extract: UploadedExtract;
}

/** The claimant adds the extract from the register, or a newer one, while the claim waits. */
@Injectable()
export class AddExtract {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: StoreDocument,
  ) {}

  execute(ctx: Context, claimId: string, { extractName, extractHead, extract }: ExtractInWords): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const claim = await lockClaim(tx, claimId);
      demand(claimPolicy, 'add-extract', tx.actor, { ...claim, knownToAuthorities: [] });
      claimLifecycle.next(claim.state, 'add-extract', await claimEvidence(tx, claim, null));
      await tx.change('update identity.claim set extract_name = $2, extract_head = $3 where id = $1', [
        claimId,
        extractName,
        extractHead,
      ]);
      await attachExtract(tx, this.documents, claimId, extract);
      tx.record(extractAdded, { subjectId: claimId, scopeId: claim.organisationId ?? undefined });
    });
  }
}
