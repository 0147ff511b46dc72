import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { recoveryCodesMade } from '../model/identity.facts.js';
import { hashRecoveryCode, newRecoveryCodes } from '../model/recovery-codes.js';
import { DemandCode, type CodeOfActor } from './demand-code.js';

/** Ten new codes instead of all the old ones; a code of the authenticator is asked first. */
@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly code: DemandCode,
  ) {}

  async execute(ctx: Context, given: CodeOfActor): Promise<string[]> {
    await this.code.count(ctx, given);
    return this.uow.run(ctx, async (tx) => {
      await this.code.within(tx, given);
      return replaceRecoveryCodes(tx, ctx.actor.personId!);
    });
  }
}

/** Returns the codes: the only time that they exist in the clear. */
export async function replaceRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.change('delete from identity.recovery_code where person_id = $1', [personId]);
  await tx.change('insert into identity.recovery_code (person_id, code_hash) select $1, unnest($2::bytea[])', [
    personId,
    codes.map((code) => hashRecoveryCode(personId, code)),
  ]);
  tx.record(recoveryCodesMade, { subjectId: personId });
  return codes;
}
