import { Injectable } from '@nestjs/common';
import { handOverNotices, Notices } from '#libs/notifications';
import type { Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { peopleMerged } from '../model/identity.facts.js';
import { identityPaths } from '../paths.js';
import { PersonWork } from '../ports/person-work.port.js';
import { mergeObstacle } from '../queries/merge-obstacle.js';
import { endSessions } from './start-session.js';
import { lockBoth } from './merge-organisations.js';
import { personById } from './person-by-id.js';
import { RoleGrants, type NewGrant } from './role-grants.js';

/**
 * Two accounts of one person become one, inside a use case that has decided it. Powers, claims, the cabinet and what
 * upper libs keep for the person pass to the account that stays; what the other did stays under its id, which leads
 * there.
 */
@Injectable()
export class MergePeople {
  constructor(
    private readonly grants: RoleGrants,
    private readonly notices: Notices,
    private readonly ports: Ports,
  ) {}

  /** `decided`: who asked and who confirmed, or that it was done from the server; kept in the facts. */
  async within(
    tx: Tx,
    fromId: string,
    intoId: string,
    reason: string,
    decided: Record<string, string | null>,
  ): Promise<void> {
    if (fromId === intoId) throw new Conflict('identity.merge-same');
    await lockBoth(tx, 'person', fromId, intoId);
    const obstacle = await mergeObstacle(tx, fromId, intoId);
    if (obstacle) throw new Conflict(obstacle);
    await makeRoomForClaims(tx, fromId, intoId);
    for (const grant of await activeGrants(tx, fromId)) await this.movePower(tx, grant, intoId, reason);
    await handOverNotices(tx, fromId, intoId);
    for (const work of this.ports.all(PersonWork)) await work.handOver(tx, fromId, intoId);
    await close(tx, fromId, intoId);
    for (const scopeId of [fromId, intoId])
      tx.record(peopleMerged, { subjectId: fromId, scopeId, particulars: { intoId, reason, ...decided } });
    await this.tell(tx, fromId, intoId);
  }

  private async movePower(tx: Tx, grant: ActiveGrant, intoId: string, reason: string): Promise<void> {
    const { grantId, ...power } = grant;
    const newGrantId = await this.grants.grant(tx, { ...power, personId: intoId });
    await tx.change('update identity.claim set grant_id = $2, person_id = $3 where grant_id = $1', [
      ...[grantId, newGrantId, intoId],
    ]);
    await this.grants.end(tx, grantId, reason);
  }

  /** Both mailboxes: the one that opens nothing any more, and the one that opens everything. */
  private async tell(tx: Tx, fromId: string, intoId: string): Promise<void> {
    const [from, into] = [await personById(tx, fromId), await personById(tx, intoId)];
    for (const to of [{ ...from, personId: null }, into])
      await this.notices.queue(tx, {
        to,
        template: to.personId ? 'identity.account-received' : 'identity.account-merged',
        kind: 'account',
        organiserId: null,
        data: { givenName: to.givenName },
        path: identityPaths.signIn,
      });
  }
}

/** Of two claims to one code the one with a power stays. */
async function makeRoomForClaims(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.change(
    `update identity.claim c set state = 'ended', ended_at = $3
      where c.person_id = $2 and c.state = 'claimed'
        and exists (select from identity.claim f
                     where f.person_id = $1 and f.edrpou = c.edrpou and f.state = 'claimed' and f.grant_id is not null)`,
    [fromId, intoId, tx.now],
  );
}

async function close(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.change(
    `update identity.person set merged_into = $2, disabled_at = coalesce(disabled_at, $3)
      where id = $1 or merged_into = $1`,
    [fromId, intoId, tx.now],
  );
  await tx.change(
    `update identity.claim set state = 'ended', ended_at = $2 where person_id = $1 and state = 'claimed'`,
    [fromId, tx.now],
  );
  await tx.change('update identity.one_time_token set used_at = $2 where person_id = $1 and used_at is null', [
    fromId,
    new Date(),
  ]);
  for (const request of ['email_change', 'second_factor_reset', 'people_merge'])
    await tx.change(`delete from identity.${request} where person_id = $1 and confirmed_at is null`, [fromId]);
  await tx.change('delete from identity.people_merge where into_id = $1 and confirmed_at is null', [fromId]);
  await endSessions(tx, fromId);
}

type ActiveGrant = Omit<NewGrant, 'personId'> & { grantId: string };

function activeGrants(tx: Tx, personId: string): Promise<ActiveGrant[]> {
  return tx.rows<ActiveGrant>(
    `select g.id as "grantId", g.role, g.scope_kind as "scopeKind", g.scope_id as "scopeId", g.position,
            g.act_number as "actNumber", g.act_on::text as "actOn", g.until_on::text as "untilOn"
       from identity.role_grant g
      where g.person_id = $1 and g.ended_on is null and (g.until_on is null or g.until_on >= (select identity.today()))
      order by g.id`,
    [personId],
  );
}
