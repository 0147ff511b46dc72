import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { secondFactorResetPolicy, type ResetSubject } from '../access/second-factor-reset.policy.js';
import { RESET_OPEN_HOURS } from '../model/second-factor.js';
import { hoursAfter } from '../model/session-limits.js';
import { identityPaths } from '../paths.js';
import { DeskSource, type DeskItem } from '../ports/desk-source.port.js';

export interface OpenReset extends ResetSubject {
  id: string;
  askedBy: string;
  fullName: string;
  email: string;
  reason: string;
  askedByName: string;
  askedAt: Date;
  mayConfirm: boolean;
}

const SHOWN_MAX = 100;

/** Staff of an authority, also while a substitute holds the power. */
const STAFF = `g.scope_kind = 'organiser' and g.ended_on is null and g.substitute_for is null`;

const OPEN = `
  select r.id, r.person_id as "personId", r.asked_by as "askedBy", r.reason, r.asked_at as "askedAt",
         p.full_name as "fullName", p.email, a.full_name as "askedByName",
         array(select g.scope_id::text from identity.role_grant g
                where g.person_id = r.person_id and ${STAFF} order by 1) as "organiserIds"
    from identity.second_factor_reset r
    join identity.v_person p on p.id = r.person_id
    join identity.v_person a on a.id = r.asked_by
   where r.confirmed_at is null and r.asked_at >= $1`;

const openSince = (): Date => hoursAfter(new Date(), -RESET_OPEN_HOURS);

/** Requests of a reset that wait for a second person; on the desk of who may confirm them. */
@Implements(DeskSource)
@Injectable()
export class SecondFactorResets implements DeskSource {
  constructor(private readonly db: Database) {}

  async list(ctx: Context, reader: Reader = this.db): Promise<OpenReset[]> {
    const rows = await reader.rows<OpenReset>(`${OPEN} order by r.asked_at, r.id limit ${SHOWN_MAX}`, [openSince()]);
    return rows
      .filter((reset) => secondFactorResetPolicy.see.allows(ctx.actor, reset))
      .map((reset) => ({ ...reset, mayConfirm: secondFactorResetPolicy.confirm.allows(ctx.actor, reset) }));
  }

  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const waiting = (await this.list(ctx, reader)).filter((reset) => reset.mayConfirm);
    return waiting.map((reset) => ({
      title: phrase(ctx.lang, 'identity:resets.deskTitle', { name: reset.fullName }),
      href: identityPaths.secondFactorResets,
      dueAt: hoursAfter(reset.askedAt, RESET_OPEN_HOURS),
    }));
  }

  /** Could anybody but the actor confirm a reset of this person? Else only the server can. */
  async hasConfirmer(ctx: Context, personId: string): Promise<boolean> {
    const row = await this.db.one(
      `select 1 from identity.v_role r
        where (r.role = 'administrator' or r.role = 'director' and r.scope_id::text = any($3))
          and r.person_id not in ($1, $2) limit 1`,
      [ctx.actor.personId, personId, await organisersOf(this.db, personId)],
    );
    return row !== undefined;
  }
}

export function openReset(reader: Reader, id: string): Promise<OpenReset | undefined> {
  return reader.one<OpenReset>(`${OPEN} and r.id = $2`, [openSince(), id]);
}

/** The authorities where a person is staff. */
export async function organisersOf(reader: Reader, personId: string): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    `select g.scope_id::text as id from identity.role_grant g where g.person_id = $1 and ${STAFF} order by 1`,
    [personId],
  );
  return rows.map((row) => row.id);
}
