import type { Tx } from '#libs/platform/database';
import { recoveryCodeUsed } from '../model/identity.facts.js';
import { hashRecoveryCode } from '../model/recovery-codes.js';
import { openSecret } from '../model/sealed-secret.js';
import { stepOfCode } from '../model/second-factor.js';

/**
 * Uses up a code of the person: six digits of the authenticator, or a recovery code. False when it is wrong or was
 * used before; of two requests with the same code exactly one gets through.
 */
export async function redeemCode(tx: Tx, personId: string, code: string, sessionSecret: string): Promise<boolean> {
  const factor = await tx.one<{ sealed: Buffer }>(
    'select sealed_secret as sealed from identity.second_factor where person_id = $1 and confirmed_at is not null',
    [personId],
  );
  if (!factor) return false;
  const secret = openSecret(factor.sealed, personId, sessionSecret);
  const step = secret === null ? null : await stepOfCode(secret, code, new Date());
  return step === null ? redeemRecoveryCode(tx, personId, code) : advanceTo(tx, personId, step);
}

/** A code that was seen over a shoulder is worth nothing once it has been used. */
export async function advanceTo(tx: Tx, personId: string, step: number): Promise<boolean> {
  const advanced = await tx.change(
    'update identity.second_factor set last_step = $2 where person_id = $1 and last_step < $2',
    [personId, step],
  );
  return advanced === 1;
}

async function redeemRecoveryCode(tx: Tx, personId: string, code: string): Promise<boolean> {
  const used = await tx.change(
    'update identity.recovery_code set used_at = $3 where person_id = $1 and code_hash = $2 and used_at is null',
    [personId, hashRecoveryCode(personId, code), new Date()],
  );
  if (used === 1) tx.record(recoveryCodeUsed, { subjectId: personId });
  return used === 1;
}
