import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';
import type { Role } from '../model/roles.js';
import { CompetitionScopes } from '../ports/competition-scopes.port.js';

export interface Power {
  id: string;
  role: Role;
  /** Name of the authority, the organisation or the competition; null for the system. */
  scopeName: string | null;
  scopeId: string | null;
  position: string;
  actNumber: string;
  actOn: string | null;
  startedOn: string;
  endedOn: string | null;
  endReason: string | null;
  /** Of a substitution: its last day and who is away. */
  untilOn: string | null;
  holderName: string | null;
}

/** The powers of one person: those held now first, then those that ended. */
const POWERS_OF_PERSON = `
  select g.id, g.role, coalesce(o.short_name, n.short_name) as "scopeName", g.scope_id as "scopeId", g.position,
         g.act_number as "actNumber", g.act_on::text as "actOn", g.started_on::text as "startedOn",
         coalesce(g.ended_on, case when g.until_on < (select identity.today()) then g.until_on end)::text as "endedOn",
         g.end_reason as "endReason", g.until_on::text as "untilOn", holder.full_name as "holderName"
    from identity.role_grant g
    left join identity.role_grant held on held.id = g.substitute_for
    left join identity.v_person holder on holder.id = held.person_id
    left join identity.organiser o on g.scope_kind = 'organiser' and o.id = g.scope_id
    left join identity.organisation n on g.scope_kind = 'organisation' and n.id = g.scope_id
   where g.person_id = $1
   order by 9 desc nulls first, g.id desc
   limit 200`;

/** The powers of one person, with the names of the competitions that an upper lib knows. */
@Injectable()
export class PowersOfPerson {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  async of(personId: string): Promise<Power[]> {
    const powers = await this.db.rows<Power>(POWERS_OF_PERSON, [personId]);
    const unnamed = powers.filter(({ scopeName, scopeId }) => scopeName === null && scopeId !== null);
    const scopes = await this.ports.one(CompetitionScopes).of(
      this.db,
      unnamed.map(({ scopeId }) => scopeId!),
    );
    const titles = new Map(scopes.map(({ id, title }) => [id, title]));
    return powers.map((power) => ({ ...power, scopeName: power.scopeName ?? titles.get(power.scopeId ?? '') ?? null }));
  }
}

/** The powers that the actor holds now. */
@Injectable()
export class MyPowers {
  constructor(private readonly powers: PowersOfPerson) {}

  async list(ctx: Context): Promise<Power[]> {
    return (await this.powers.of(ctx.actor.personId!)).filter((power) => power.endedOn === null);
  }
}
