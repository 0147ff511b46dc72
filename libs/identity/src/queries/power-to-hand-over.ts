import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { substitutionPolicy } from '../access/substitution.policy.js';
import { COMMISSION_ROLES, STAFF_ROLES, type Role } from '../model/roles.js';
import { SUBSTITUTED_ROLES, type SubstitutedRole } from '../model/substitution.js';

export interface PowerToHandOver {
  id: string;
  personId: string;
  fullName: string;
  role: SubstitutedRole;
  scopeKind: 'organiser' | 'competition';
  scopeId: string;
  position: string;
  scopeName: string | null;
}

export interface Candidate {
  personId: string;
  fullName: string;
  position: string;
}

/** A power as its holder hands it over, and who may take it. */
@Injectable()
export class PowerForHandingOver {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, grantId: string): Promise<{ power: PowerToHandOver; candidates: Candidate[] }> {
    const power = await powerToHandOver(this.db, grantId);
    if (!power) throw new NotFound();
    demand(substitutionPolicy, 'appoint', ctx.actor, { holderId: power.personId, substituteId: null });
    return { power, candidates: await candidatesFor(this.db, power) };
  }
}

/** An own power that is not over, by the id of its grant; a substitute hands nothing on. */
export function powerToHandOver(reader: Reader, grantId: string): Promise<PowerToHandOver | undefined> {
  return reader.one<PowerToHandOver>(
    `select g.id, g.person_id as "personId", p.full_name as "fullName", g.role, g.scope_kind as "scopeKind",
            g.scope_id as "scopeId", g.position, o.short_name as "scopeName"
       from identity.role_grant g
       join identity.v_person p on p.id = g.person_id
       left join identity.organiser o on o.id = g.scope_id
      where g.id = $1 and g.ended_on is null and g.substitute_for is null and g.role = any($2)`,
    [grantId, SUBSTITUTED_ROLES],
  );
}

/**
 * Who may stand in: a colleague of the same authority who does not hold this power; in a commission a plain member.
 * So the secretary never acts as the chair: minutes need two people (rule 52).
 */
export function candidatesFor(reader: Reader, power: PowerToHandOver): Promise<Candidate[]> {
  const isCommission = COMMISSION_ROLES.includes(power.role);
  const among: readonly Role[] = isCommission ? ['commission-member'] : STAFF_ROLES;
  return reader.rows<Candidate>(
    `select distinct on (p.full_name, g.person_id) g.person_id as "personId", p.full_name as "fullName", g.position
       from identity.role_grant g join identity.v_person p on p.id = g.person_id
      where g.scope_id = $1 and g.role = any($2) and g.ended_on is null and g.substitute_for is null
        and g.person_id <> $3
        and not exists (select from identity.role_grant h where h.person_id = g.person_id and h.scope_id = g.scope_id
                           and h.role = $4 and h.ended_on is null and h.substitute_for is null)
      order by p.full_name, g.person_id, g.id
      limit 200`,
    [power.scopeId, among, power.personId, power.role],
  );
}
