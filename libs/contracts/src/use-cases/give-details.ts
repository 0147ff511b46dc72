import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { contractPolicy } from '../access/contract.policy.js';
import { detailsGiven } from '../model/contract.facts.js';
import { contractLifecycle } from '../model/contract.lifecycle.js';
import type { RecipientDetails } from '../model/contract.js';
import { isUkrainianIban } from '../model/iban.js';
import { lockContract } from '../queries/read-contracts.js';

/** The winner says where the money goes and who signs: nobody else was ever asked. */
@Injectable()
export class GiveDetails {
  constructor(private readonly uow: UnitOfWork) {}

  /** @throws InvalidInput at an account that is none (rule 27) */
  execute(ctx: Context, contractId: string, details: RecipientDetails): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const contract = await lockContract(tx, contractId);
      demand(contractPolicy, 'answer', tx.actor, contract);
      contractLifecycle.next(contract.state, 'give-details', {});
      // rule 27
      for (const field of ['iban', 'treasuryIban'] as const)
        if (details[field] !== null && !isUkrainianIban(details[field])) throw invalidField(field, 'contracts.iban');
      await tx.change(
        `update contracts.contract set iban = $2, treasury_iban = $3, signer_name = $4, signer_position = $5, ground = $6,
                details_by = $7, details_at = $8, version = version + 1 where id = $1`,
        [
          contractId,
          details.iban,
          details.treasuryIban,
          details.signerName,
          details.signerPosition,
          details.ground,
          tx.actor.personId,
          tx.now,
        ],
      );
      tx.record(detailsGiven, { subjectId: contractId, scopeId: contract.competitionId });
    });
  }
}
