import { Injectable } from '@nestjs/common';
import type { Grant } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { constraintMeans, newId, type Tx } from '#libs/platform/database';
import { NotFound, invalidField } from '#libs/platform/errors';
import { phrase } from '#libs/platform/phrases';
import { roleEnded, roleGranted } from '../model/identity.facts.js';
import { ROLES, type Role } from '../model/roles.js';

export interface NewGrant {
  personId: string;
  role: Role;
  scopeKind: Grant['scopeKind'];
  /** Null only for the system scope. */
  scopeId: string | null;
  /** As documents print it: «в. о. директора департаменту …». */
  position?: string;
  isCsoRepresentative?: boolean;
  /** The act that gives the power: number and Kyiv day 'YYYY-MM-DD'. */
  actNumber?: string;
  actOn?: string;
  /** The last Kyiv day of a power that the act gives for a time. */
  untilOn?: string | null;
}

constraintMeans('uq_role_grant_commission', 'role', 'identity.one-commission-role');
constraintMeans('uq_role_grant_single', 'role', 'identity.role-taken');

/**
 * Gives and ends powers inside the transaction of a use case, whose policy has already said who may do so.
 * Both are evidence: they join the hash chain of the scope.
 */
@Injectable()
export class RoleGrants {
  /** Returns the id of the grant; an active one of the same person, role and scope stays as it is. */
  async grant(tx: Tx, grant: NewGrant): Promise<string> {
    return (await insertGrant(tx, grant)) ?? activeGrant(tx, grant);
  }

  /** The same, where giving what is held already is a slip. @throws InvalidInput at `role` */
  async grantNew(tx: Tx, grant: NewGrant): Promise<string> {
    const id = await insertGrant(tx, grant);
    if (id === null) throw invalidField('role', 'identity.role-held-already');
    return id;
  }

  /**
   * Ends a power from today, and with it the substitutions that rest on it: of this power, and by this person in the
   * same scope. @throws NotFound when there is no such active grant.
   */
  async end(tx: Tx, grantId: string, reason: string): Promise<void> {
    if (!(await this.endIfActive(tx, grantId, reason))) throw new NotFound();
  }

  /** The same; false when it has ended before. A right that was claimed ends with its power. */
  async endIfActive(tx: Tx, grantId: string, reason: string): Promise<boolean> {
    const ended = await tx.rows<EndedGrant>(END, [grantId, kyivDay(tx.now), reason]);
    for (const { id, personId, role, scopeId } of ended)
      tx.record(roleEnded, { subjectId: id, scopeId: scopeId ?? undefined, particulars: { personId, role, reason } });
    await tx.change(
      `update identity.claim set state = 'ended', ended_at = $2
        where grant_id = any($1) and state in ('claimed', 'verified')`,
      [ended.map(({ id }) => id), tx.now],
    );
    return ended.some(({ id }) => id === grantId);
  }
}

interface EndedGrant {
  id: string;
  personId: string;
  role: Role;
  scopeId: string | null;
}

const END = `
  with ending as (
    select id, person_id, scope_id, substitute_for from identity.role_grant where id = $1 and ended_on is null
  )
  update identity.role_grant g set ended_on = $2, end_reason = $3
    from ending e
   where g.ended_on is null
     and (g.id = e.id or g.substitute_for = e.id
          or e.substitute_for is null and g.substitute_for is not null
             and g.person_id = e.person_id and g.scope_id = e.scope_id)
  returning g.id, g.person_id as "personId", g.role, g.scope_id as "scopeId"`;

/** Null when the person holds the same power already. */
async function insertGrant(tx: Tx, grant: NewGrant): Promise<string | null> {
  if (ROLES[grant.role] !== grant.scopeKind) throw new Error(`${grant.role} is not held in ${grant.scopeKind}`);
  await endExpired(tx, grant);
  const id = newId();
  const added = await tx.change(
    `insert into identity.role_grant
       (id, person_id, role, scope_kind, scope_id, position, is_cso_representative, act_number, act_on, started_on,
        until_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (person_id, role, coalesce(scope_id, '00000000-0000-0000-0000-000000000000'))
       where ended_on is null and substitute_for is null do nothing`,
    [id, ...columns(grant), kyivDay(tx.now), grant.untilOn ?? null],
  );
  if (added === 0) return null;
  tx.record(roleGranted, { subjectId: id, scopeId: grant.scopeId ?? undefined, particulars: particulars(grant) });
  return id;
}

function columns(grant: NewGrant): unknown[] {
  const { personId, role, scopeKind, scopeId } = grant;
  const { position = '', isCsoRepresentative = false, actNumber = '', actOn = null } = grant;
  return [personId, role, scopeKind, scopeId, position, isCsoRepresentative, actNumber, actOn];
}

function particulars(grant: NewGrant): Record<string, unknown> {
  const { personId, role, position = '', actNumber = '', actOn = null } = grant;
  return { personId, role, position, actNumber, actOn };
}

async function activeGrant(tx: Tx, grant: NewGrant): Promise<string> {
  const found = await tx.one<{ id: string }>(
    `select id from identity.role_grant
      where person_id = $1 and role = $2 and scope_id is not distinct from $3
        and ended_on is null and substitute_for is null`,
    [grant.personId, grant.role, grant.scopeId],
  );
  return found!.id;
}

/** A power whose last day has passed makes room for the same one by a new act. */
async function endExpired(tx: Tx, { personId, role, scopeId }: NewGrant): Promise<void> {
  await tx.change(
    `update identity.role_grant set ended_on = until_on, end_reason = $5
      where person_id = $1 and role = $2 and scope_id is not distinct from $3 and until_on < $4
        and ended_on is null and substitute_for is null`,
    [personId, role, scopeId, kyivDay(tx.now), phrase('uk', 'identity:person.termOver')],
  );
}
