import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { claimPolicy } from '../access/claim.policy.js';
import { organisationLiquidated } from '../model/identity.facts.js';
import { OrganisationWork } from '../ports/organisation-work.port.js';
import { claimSubject, lockOrganisation } from '../queries/find-claim.js';

export interface Liquidation {
  /** Kyiv day. */
  liquidatedOn: string;
  /** The record in the register or the decision: number, date, who made it. */
  act: string;
  /** How it is known. */
  reason: string;
}

/** An organisation that is no more: no new proposals, those there are are marked for the commission, history stays. */
@Injectable()
export class LiquidateOrganisation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  execute(ctx: Context, organisationId: string, { liquidatedOn, act, reason }: Liquidation): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const work = this.ports.one(OrganisationWork);
      const subject = await claimSubject(tx, work, tx.actor, { personId: '', organisationId });
      demand(claimPolicy, 'decide', tx.actor, subject);
      await lockOrganisation(tx, organisationId);
      if (liquidatedOn > kyivDay(tx.now)) throw invalidField('liquidatedOn', 'identity.liquidated-in-future');
      const changed = await tx.change(
        `update identity.organisation set liquidated_on = $2, liquidation_act = $3, version = version + 1
          where id = $1 and liquidated_on is null and merged_into is null`,
        [organisationId, liquidatedOn, act],
      );
      if (changed === 0) throw new Conflict('identity.liquidated-already');
      tx.record(organisationLiquidated, {
        subjectId: organisationId,
        scopeId: organisationId,
        particulars: { liquidatedOn, act, reason },
      });
    });
  }
}
