import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database, type Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { substitutionPolicy, type SubstitutionSubject } from '../access/substitution.policy.js';
import type { SubstitutedRole } from '../model/substitution.js';

export interface Substitution extends SubstitutionSubject {
  id: string;
  role: SubstitutedRole;
  /** Null for a power in a commission. */
  organiserId: string | null;
  scopeName: string | null;
  holderName: string;
  substituteId: string;
  substituteName: string;
  position: string;
  actNumber: string;
  actOn: string;
  fromOn: string;
  untilOn: string;
}

export interface MySubstitution extends Substitution {
  /** The actor is away; otherwise the actor stands in. */
  isAway: boolean;
  isToday: boolean;
}

const SHOWN_MAX = 50;

const OPEN = `
  select s.id, s.role, o.id as "organiserId", o.short_name as "scopeName", s.position, s.act_number as "actNumber", s.act_on::text as "actOn",
         s.started_on::text as "fromOn", s.until_on::text as "untilOn", s.person_id as "substituteId",
         stands.full_name as "substituteName", g.person_id as "holderId", holder.full_name as "holderName"
    from identity.role_grant s
    join identity.role_grant g on g.id = s.substitute_for
    join identity.v_person stands on stands.id = s.person_id
    join identity.v_person holder on holder.id = g.person_id
    left join identity.organiser o on o.id = s.scope_id
   where s.substitute_for is not null and s.ended_on is null and s.until_on >= (select identity.today())`;

/** Substitutions of today and to come, as the two people see them. */
@Injectable()
export class Substitutions {
  constructor(private readonly db: Database) {}

  async mine(ctx: Context): Promise<MySubstitution[]> {
    const rows = await this.db.rows<Substitution>(
      `${OPEN} and $1 in (s.person_id, g.person_id) order by s.started_on, s.id limit ${SHOWN_MAX}`,
      [ctx.actor.personId],
    );
    const today = kyivDay(ctx.now);
    return rows.map((row) => ({
      ...row,
      isAway: row.holderId === ctx.actor.personId,
      isToday: row.fromOn <= today && today <= row.untilOn,
    }));
  }

  async one(ctx: Context, id: string): Promise<Substitution> {
    const found = await openSubstitution(this.db, id);
    if (!found) throw new NotFound();
    demand(substitutionPolicy, 'end', ctx.actor, found);
    return found;
  }
}

export function openSubstitution(reader: Reader, id: string): Promise<Substitution | undefined> {
  return reader.one<Substitution>(`${OPEN} and s.id = $1`, [id]);
}
