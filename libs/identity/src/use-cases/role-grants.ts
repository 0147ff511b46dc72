import { Injectable } from '@nestjs/common';
import type { Grant } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { constraintMeans, newId, type Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
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
    if (ROLES[grant.role] !== grant.scopeKind) throw new Error(`${grant.role} is not held in ${grant.scopeKind}`);
    const id = newId();
    const added = await tx.change(
      `insert into identity.role_grant
         (id, person_id, role, scope_kind, scope_id, position, is_cso_representative, act_number, act_on, started_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (person_id, role, coalesce(scope_id, '00000000-0000-0000-0000-000000000000'))
         where ended_on is null do nothing`,
      [id, ...columns(grant), kyivDay(tx.now)],
    );
    if (added === 0) return activeGrant(tx, grant);
    tx.record(roleGranted, { subjectId: id, scopeId: grant.scopeId ?? undefined, particulars: particulars(grant) });
    return id;
  }

  /** Ends a power from today. @throws NotFound when there is no such active grant. */
  async end(tx: Tx, grantId: string, reason: string): Promise<void> {
    const ended = await tx.one<{ personId: string; role: Role; scopeId: string | null }>(
      `update identity.role_grant set ended_on = $2, end_reason = $3 where id = $1 and ended_on is null
       returning person_id as "personId", role, scope_id as "scopeId"`,
      [grantId, kyivDay(tx.now), reason],
    );
    if (!ended) throw new NotFound();
    const { personId, role, scopeId } = ended;
    tx.record(roleEnded, {
      subjectId: grantId,
      scopeId: scopeId ?? undefined,
      particulars: { personId, role, reason },
    });
  }
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
      where person_id = $1 and role = $2 and scope_id is not distinct from $3 and ended_on is null`,
    [grant.personId, grant.role, grant.scopeId],
  );
  return found!.id;
}
