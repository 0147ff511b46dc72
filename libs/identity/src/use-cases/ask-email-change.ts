import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { constraintMeans, newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { Notices } from '#libs/notifications';
import { emailChangePolicy } from '../access/email-change.policy.js';
import { REQUEST_OPEN_HOURS } from '../model/account-request.js';
import { emailChangeAsked } from '../model/identity.facts.js';
import { hoursAfter } from '../model/session-limits.js';
import { identityPaths } from '../paths.js';
import { Confirmers } from '../queries/confirmers.js';
import { personByEmail } from './invite-person.js';
import { personById } from './person-by-id.js';

constraintMeans('uq_email_change_open', 'email', 'identity.email-change-asked-already');

export interface AskedEmailChange {
  email: string;
  reason: string;
  /** How the administrator made sure that it is this person. */
  identifiedBy: string;
  /** The authority whose officer or director may confirm; null: another administrator. */
  organiserId: string | null;
}

/** Who lost the mailbox cannot open a link: an administrator asks for a new address, another person confirms. */
@Injectable()
export class AskEmailChange {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly confirmers: Confirmers,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, personId: string, asked: AskedEmailChange): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      demand(emailChangePolicy, 'ask', tx.actor, { personId, askedBy: null, organiserId: asked.organiserId });
      await demandNotMerged(tx, personId);
      await this.confirmers.demand(tx, tx.actor.personId!, [personId], asked.organiserId);
      if (await personByEmail(tx, asked.email)) throw invalidField('email', 'identity.email-of-another');
      const id = await insert(tx, personId, asked);
      const { reason, identifiedBy } = asked;
      tx.record(emailChangeAsked, {
        subjectId: id,
        scopeId: personId,
        particulars: { reason, identifiedBy },
        personal: { newEmail: asked.email },
      });
      await this.tell(tx, personId);
    });
  }

  /** Whoever did not lose anything learns at once that somebody says so. */
  private async tell(tx: Tx, personId: string): Promise<void> {
    const person = await personById(tx, personId);
    await this.notices.queue(tx, {
      to: person,
      template: 'identity.email-change-asked',
      kind: 'account',
      organiserId: null,
      data: { givenName: person.givenName },
      path: identityPaths.account,
    });
  }
}

async function demandNotMerged(tx: Tx, personId: string): Promise<void> {
  const open = await tx.one('select 1 from identity.person where id = $1 and merged_into is null', [personId]);
  if (!open) throw new Conflict('identity.merged-already');
}

/** One that nobody confirmed in time gives way to a new one. */
async function insert(tx: Tx, personId: string, asked: AskedEmailChange): Promise<string> {
  const realNow = new Date();
  await tx.change('delete from identity.email_change where person_id = $1 and confirmed_at is null and asked_at < $2', [
    personId,
    hoursAfter(realNow, -REQUEST_OPEN_HOURS),
  ]);
  const id = newId();
  await tx.change(
    `insert into identity.email_change (id, person_id, new_email, reason, identified_by, organiser_id, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, personId, asked.email, asked.reason, asked.identifiedBy, asked.organiserId, tx.actor.personId, realNow],
  );
  return id;
}
