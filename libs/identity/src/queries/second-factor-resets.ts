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

/** A request as it is kept; the name of the second person once it is confirmed. */
export interface AskedReset extends ResetSubject {
  id: string;
  askedBy: string;
  fullName: string;
  email: string;
  reason: string;
  askedByName: string;
  askedAt: Date;
  confirmedByName: string | null;
}

export interface OpenReset extends AskedReset {
  mayConfirm: boolean;
}

const SHOWN_MAX = 100;

const REQUEST = `
  select r.id, r.person_id as "personId", r.organiser_id as "organiserId", r.asked_by as "askedBy", r.reason,
         r.asked_at as "askedAt", p.full_name as "fullName", p.email, a.full_name as "askedByName",
         b.full_name as "confirmedByName"
    from identity.second_factor_reset r
    join identity.v_person p on p.id = r.person_id
    join identity.v_person a on a.id = r.asked_by
    left join identity.v_person b on b.id = r.confirmed_by
   where r.asked_at >= $1`;

const openSince = (): Date => hoursAfter(new Date(), -RESET_OPEN_HOURS);

/** Requests of a reset that wait for a second person; on the desk of who may confirm them. */
@Implements(DeskSource)
@Injectable()
export class SecondFactorResets implements DeskSource {
  constructor(private readonly db: Database) {}

  async list(ctx: Context, reader: Reader = this.db): Promise<OpenReset[]> {
    const rows = await reader.rows<AskedReset>(
      `${REQUEST} and r.confirmed_at is null order by r.asked_at, r.id limit ${SHOWN_MAX}`,
      [openSince()],
    );
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
}

/** One that waits, or was confirmed not long ago. */
export function resetById(reader: Reader, id: string): Promise<AskedReset | undefined> {
  return reader.one<AskedReset>(`${REQUEST} and r.id = $2`, [openSince(), id]);
}
