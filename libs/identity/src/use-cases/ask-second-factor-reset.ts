import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { constraintMeans, newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { Notices } from '#libs/notifications';
import { secondFactorResetPolicy } from '../access/second-factor-reset.policy.js';
import { REQUEST_OPEN_HOURS } from '../model/account-request.js';
import { secondFactorResetAsked } from '../model/identity.facts.js';
import { hoursAfter } from '../model/session-limits.js';
import { identityPaths } from '../paths.js';
import { Confirmers } from '../queries/confirmers.js';
import { personById } from './person-by-id.js';

constraintMeans('uq_second_factor_reset_open', 'reason', 'identity.reset-asked-already');

export interface AskedSecondFactorReset {
  reason: string;
  /** The authority whose officer or director may confirm; null: another administrator. */
  organiserId: string | null;
}

/** An administrator asks that the second factor of a colleague be reset; another person confirms. */
@Injectable()
export class AskSecondFactorReset {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly confirmers: Confirmers,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, personId: string, { reason, organiserId }: AskedSecondFactorReset): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      demand(secondFactorResetPolicy, 'ask', tx.actor, { personId, askedBy: null, organiserId });
      const factor = await tx.one(
        'select 1 from identity.second_factor where person_id = $1 and confirmed_at is not null',
        [personId],
      );
      if (!factor) throw new Conflict('identity.second-factor-is-off');
      await this.confirmers.demand(tx, tx.actor.personId!, [personId], organiserId);
      const id = await this.insert(tx, personId, reason, organiserId);
      tx.record(secondFactorResetAsked, { subjectId: id, scopeId: personId, particulars: { reason } });
      await this.tell(tx, personId);
    });
  }

  /** One that nobody confirmed in time gives way to a new one. */
  private async insert(tx: Tx, personId: string, reason: string, organiserId: string | null): Promise<string> {
    const realNow = new Date();
    await tx.change(
      'delete from identity.second_factor_reset where person_id = $1 and confirmed_at is null and asked_at < $2',
      [personId, hoursAfter(realNow, -REQUEST_OPEN_HOURS)],
    );
    const id = newId();
    await tx.change(
      `insert into identity.second_factor_reset (id, person_id, reason, organiser_id, asked_by, asked_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, personId, reason, organiserId, tx.actor.personId, realNow],
    );
    return id;
  }

  /** Whoever did not lose anything learns at once that somebody says so. */
  private async tell(tx: Tx, personId: string): Promise<void> {
    const person = await personById(tx, personId);
    await this.notices.queue(tx, {
      to: person,
      template: 'identity.second-factor-reset-asked',
      kind: 'account',
      organiserId: null,
      data: { givenName: person.givenName },
      path: identityPaths.account,
    });
  }
}
