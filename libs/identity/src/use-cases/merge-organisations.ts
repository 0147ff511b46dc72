import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { peoplePolicy } from '../access/people.policy.js';
import { organisationsMerged } from '../model/identity.facts.js';
import { OrganisationWork } from '../ports/organisation-work.port.js';
import { peopleWithRole } from '../queries/people-with-role.js';
import { RoleGrants } from './role-grants.js';

/**
 * Two cards of one organisation become one (a typo in the code made the second). Proposals, powers and claims pass to
 * the one that stays; the duplicate keeps its row and its facts and leads there. Nothing is deleted.
 */
@Injectable()
export class MergeOrganisations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly grants: RoleGrants,
    private readonly ports: Ports,
  ) {}

  execute(ctx: Context, fromId: string, intoId: string, reason: string): Promise<void> {
    demand(peoplePolicy, 'merge', ctx.actor, null);
    if (fromId === intoId) throw new Conflict('identity.merge-same');
    return this.uow.run(ctx, async (tx) => {
      await lockBoth(tx, 'organisation', fromId, intoId);
      await this.movePowers(tx, fromId, intoId, reason);
      await tx.change('update identity.claim set organisation_id = $2 where organisation_id = $1', [fromId, intoId]);
      await this.ports.one(OrganisationWork).move(tx, fromId, intoId);
      // What had been merged into the duplicate before leads to the one that stays, in one step.
      await tx.change('update identity.organisation set merged_into = $2 where id = $1 or merged_into = $1', [
        fromId,
        intoId,
      ]);
      for (const scopeId of [fromId, intoId])
        tx.record(organisationsMerged, { subjectId: fromId, scopeId, particulars: { intoId, reason } });
    });
  }

  /** A claim that a power rests on follows it. */
  private async movePowers(tx: Tx, fromId: string, intoId: string, reason: string): Promise<void> {
    for (const { personId, grantId, position } of await peopleWithRole(tx, fromId, ['applicant'])) {
      const newGrantId = await this.grants.grant(tx, {
        ...{ personId, role: 'applicant', scopeKind: 'organisation', scopeId: intoId },
        position,
      });
      await tx.change('update identity.claim set grant_id = $2 where grant_id = $1', [grantId, newGrantId]);
      await this.grants.end(tx, grantId, reason);
    }
  }
}

/** In the order of ids, so that two merges that cross each other wait instead of locking up. @throws NotFound */
export async function lockBoth(
  tx: Tx,
  table: 'organisation' | 'person',
  fromId: string,
  intoId: string,
): Promise<void> {
  const rows = await tx.rows<{ id: string; mergedInto: string | null }>(
    `select id, merged_into as "mergedInto" from identity.${table} where id in ($1, $2) order by id for update`,
    [fromId, intoId],
  );
  if (rows.length < 2) throw new NotFound();
  if (rows.some(({ mergedInto }) => mergedInto !== null)) throw new Conflict('identity.merged-already');
}
