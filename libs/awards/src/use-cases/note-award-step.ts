import { newId, type Tx } from '#libs/platform/database';
import type { AwardAction, AwardState } from '../model/award.lifecycle.js';

export interface NewStep {
  action: AwardAction;
  /** What the award is from now on. */
  state: AwardState;
  /** Public words. */
  reason?: string;
  /** A letter that the officer registered. */
  letter?: { number: string; on: string };
}

/** Steps only grow; the award shows where they led. By no person when a term ran out. */
export async function noteAwardStep(
  tx: Tx,
  awardId: string,
  { action, state, reason = '', letter }: NewStep,
): Promise<void> {
  await tx.change('update awards.award set state = $2 where id = $1', [awardId, state]);
  await tx.change(
    `insert into awards.award_step (id, award_id, action, at, person_id, reason, letter_number, letter_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[newId(), awardId, action, tx.now, action === 'lapse' ? null : tx.actor.personId, reason],
      ...[letter?.number ?? null, letter?.on ?? null],
    ],
  );
}
