import { Injectable } from '@nestjs/common';
import { Notices, type Recipient } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Reader, type Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { peoplePolicy } from '../access/people.policy.js';
import { organisationsMerged } from '../model/identity.facts.js';
import { identityPaths } from '../paths.js';
import { OrganisationWork } from '../ports/organisation-work.port.js';
import { applicantsOf, peopleWithRole } from '../queries/people-with-role.js';
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
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, fromId: string, intoId: string, reason: string): Promise<void> {
    demand(peoplePolicy, 'merge', ctx.actor, null);
    if (fromId === intoId) throw new Conflict('identity.merge-same');
    return this.uow.run(ctx, async (tx) => {
      await lockBoth(tx, 'organisation', fromId, intoId);
      const sitting = await applicantsOf(tx, intoId);
      const refused = await refusedHere(tx, intoId);
      await this.movePowers(tx, fromId, intoId, reason, refused);
      await tx.change('update identity.claim set organisation_id = $2 where organisation_id = $1', [fromId, intoId]);
      await this.ports.one(OrganisationWork).move(tx, fromId, intoId);
      // What had been merged into the duplicate before leads to the one that stays, in one step.
      await tx.change('update identity.organisation set merged_into = $2 where id = $1 or merged_into = $1', [
        fromId,
        intoId,
      ]);
      await this.tell(tx, intoId, sitting);
      for (const scopeId of [fromId, intoId])
        tx.record(organisationsMerged, { subjectId: fromId, scopeId, particulars: { intoId, reason } });
    });
  }

  /**
   * A claim that a power rests on follows it, and waits for an officer again: what was verified was another code. Who
   * was refused in the card that stays gets no power there by a detour, only the claim.
   */
  private async movePowers(
    tx: Tx,
    fromId: string,
    intoId: string,
    reason: string,
    refused: readonly string[],
  ): Promise<void> {
    await tx.change(
      `update identity.claim set state = 'claimed', decided_by = null, decided_in = null, decided_at = null,
                                 ground = null, reason = ''
        where organisation_id = $1 and state = 'verified'`,
      [fromId],
    );
    await tx.change('update identity.claim set grant_id = null where organisation_id = $1 and person_id = any($2)', [
      ...[fromId, refused],
    ]);
    for (const { personId, grantId, position } of await peopleWithRole(tx, fromId, ['applicant'])) {
      if (refused.includes(personId)) {
        await this.grants.end(tx, grantId, reason);
        continue;
      }
      const newGrantId = await this.grants.grant(tx, {
        ...{ personId, role: 'applicant', scopeKind: 'organisation', scopeId: intoId },
        position,
      });
      await tx.change('update identity.claim set grant_id = $2 where grant_id = $1', [grantId, newGrantId]);
      await this.grants.end(tx, grantId, reason);
    }
  }

  /** Those who acted for the card that stays learn that others came, and may object. */
  private async tell(tx: Tx, intoId: string, sitting: readonly Recipient[]): Promise<void> {
    for (const to of sitting)
      await this.notices.queue(tx, {
        ...{ to, kind: 'account', organiserId: null, data: {} },
        template: 'identity.organisations-merged',
        path: identityPaths.organisation(intoId),
      });
  }
}

/** People whose claim of this organisation an officer refused, and who have not been let in since. */
export async function refusedHere(reader: Reader, organisationId: string): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    `select distinct c.person_id as id from identity.claim c
      where c.organisation_id = $1 and c.state = 'refused'
        and not exists (select from identity.v_role r
                         where r.person_id = c.person_id and r.scope_id = $1 and r.role = 'applicant')
      order by 1`,
    [organisationId],
  );
  return rows.map(({ id }) => id);
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
