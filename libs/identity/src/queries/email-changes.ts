import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { emailChangePolicy, type EmailChangeSubject } from '../access/email-change.policy.js';
import { EMAIL_CHANGE_OPEN_HOURS } from '../model/email-change.js';
import { hoursAfter } from '../model/session-limits.js';
import { identityPaths } from '../paths.js';
import { DeskSource, type DeskItem } from '../ports/desk-source.port.js';

export interface OpenEmailChange extends EmailChangeSubject {
  id: string;
  fullName: string;
  email: string;
  newEmail: string;
  reason: string;
  identifiedBy: string;
  askedBy: string;
  askedByName: string;
  askedAt: Date;
  mayConfirm: boolean;
}

const SHOWN_MAX = 100;

const REQUEST = `
  select c.id, c.person_id as "personId", c.organiser_id as "organiserId", c.asked_by as "askedBy", c.reason,
         c.identified_by as "identifiedBy", c.asked_at as "askedAt", c.new_email as "newEmail",
         p.full_name as "fullName", p.email, a.full_name as "askedByName", b.full_name as "confirmedByName"
    from identity.email_change c
    join identity.v_person p on p.id = c.person_id
    join identity.v_person a on a.id = c.asked_by
    left join identity.v_person b on b.id = c.confirmed_by`;

const OPEN = `${REQUEST} where c.confirmed_at is null and c.asked_at >= $1`;

const openSince = (): Date => hoursAfter(new Date(), -EMAIL_CHANGE_OPEN_HOURS);

/** Requests of a new address that wait for a second person; on the desk of who may confirm them. */
@Implements(DeskSource)
@Injectable()
export class EmailChanges implements DeskSource {
  constructor(private readonly db: Database) {}

  async list(ctx: Context, reader: Reader = this.db): Promise<OpenEmailChange[]> {
    const rows = await reader.rows<OpenEmailChange>(`${OPEN} order by c.asked_at, c.id limit ${SHOWN_MAX}`, [
      openSince(),
    ]);
    return rows
      .filter((change) => emailChangePolicy.see.allows(ctx.actor, change))
      .map((change) => ({ ...change, mayConfirm: emailChangePolicy.confirm.allows(ctx.actor, change) }));
  }

  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const waiting = (await this.list(ctx, reader)).filter((change) => change.mayConfirm);
    return waiting.map((change) => ({
      title: phrase(ctx.lang, 'identity:emailChanges.deskTitle', { name: change.fullName }),
      href: identityPaths.emailChanges,
      dueAt: hoursAfter(change.askedAt, EMAIL_CHANGE_OPEN_HOURS),
    }));
  }
}

/** One that waits, or was confirmed not long ago. */
export function emailChangeById(
  reader: Reader,
  id: string,
): Promise<(OpenEmailChange & { confirmedByName: string | null }) | undefined> {
  return reader.one(`${REQUEST} where c.id = $2 and c.asked_at >= $1`, [openSince(), id]);
}
