import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { peoplePolicy } from '../access/people.policy.js';
import { personDisabled, personEnabled } from '../model/identity.facts.js';
import { demandAnotherAdministrator } from './end-role.js';
import { endSessions } from './start-session.js';

/**
 * An account is closed at once, on every device, and opened again. Powers stay on record: they are ended by their own
 * acts, and nobody signs in to use them meanwhile.
 */
@Injectable()
export class DisablePerson {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, personId: string, reason: string): Promise<void> {
    demand(peoplePolicy, 'disable', ctx.actor, null);
    return this.uow.run(ctx, async (tx) => {
      if (personId === tx.actor.personId) throw new Conflict('identity.disable-own');
      if (await isAdministrator(tx, personId)) await demandAnotherAdministrator(tx, personId);
      await mark(tx, personId, tx.now);
      await endSessions(tx, personId);
      await tx.change('update identity.one_time_token set used_at = $2 where person_id = $1 and used_at is null', [
        personId,
        new Date(),
      ]);
      tx.record(personDisabled, { subjectId: personId, scopeId: personId, particulars: { reason } });
    });
  }

  enable(ctx: Context, personId: string): Promise<void> {
    demand(peoplePolicy, 'disable', ctx.actor, null);
    return this.uow.run(ctx, async (tx) => {
      await mark(tx, personId, null);
      tx.record(personEnabled, { subjectId: personId, scopeId: personId });
    });
  }
}

/** @throws NotFound when there is no such person or it is done already. */
async function mark(tx: Tx, personId: string, disabledAt: Date | null): Promise<void> {
  const changed = await tx.change(
    'update identity.person set disabled_at = $2 where id = $1 and merged_into is null and (disabled_at is null) = ($2::timestamptz is not null)',
    [personId, disabledAt],
  );
  if (changed === 0) throw new NotFound();
}

async function isAdministrator(tx: Tx, personId: string): Promise<boolean> {
  const row = await tx.one(
    `select 1 from identity.role_grant where person_id = $1 and role = 'administrator' and ended_on is null`,
    [personId],
  );
  return row !== undefined;
}
