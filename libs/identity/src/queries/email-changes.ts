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

/** An authority that may be asked to confirm, and whether somebody there could do it. */
export interface Confirmer {
  id: string;
  shortName: string;
}

const SHOWN_MAX = 100;

const OPEN = `
  select c.id, c.person_id as "personId", c.organiser_id as "organiserId", c.asked_by as "askedBy", c.reason,
         c.identified_by as "identifiedBy", c.asked_at as "askedAt", c.new_email as "newEmail",
         p.full_name as "fullName", p.email, a.full_name as "askedByName"
    from identity.email_change c
    join identity.v_person p on p.id = c.person_id
    join identity.v_person a on a.id = c.asked_by
   where c.confirmed_at is null and c.asked_at >= $1`;

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

  /** Who could confirm what the actor asks for this person. */
  async confirmers(
    ctx: Context,
    personId: string,
  ): Promise<{ organisers: Confirmer[]; hasOtherAdministrator: boolean }> {
    const askedBy = ctx.actor.personId!;
    return {
      organisers: await confirmingOrganisers(this.db, askedBy, personId),
      hasOtherAdministrator: await hasOtherAdministrator(this.db, askedBy, personId),
    };
  }
}

export function openEmailChange(reader: Reader, id: string): Promise<OpenEmailChange | undefined> {
  return reader.one<OpenEmailChange>(`${OPEN} and c.id = $2`, [openSince(), id]);
}

/** Is there an administrator besides the one who asks and the one whose address it is? */
export async function hasOtherAdministrator(reader: Reader, askedBy: string, personId: string): Promise<boolean> {
  const other = await reader.one(
    `select 1 from identity.v_role where role = 'administrator' and person_id not in ($1, $2) limit 1`,
    [askedBy, personId],
  );
  return other !== undefined;
}

/**
 * Authorities with an officer or a director besides the one who asks and the one whose address it is. Staff are
 * confirmed where they work; of other people any authority may know. None for an administrator.
 */
export function confirmingOrganisers(reader: Reader, askedBy: string, personId: string): Promise<Confirmer[]> {
  return reader.rows<Confirmer>(
    `select o.id, o.short_name as "shortName"
       from identity.organiser o
      where exists (select from identity.v_role r where r.scope_id = o.id and r.role in ('officer', 'director')
                       and r.person_id not in ($1, $2))
        and not exists (select from identity.role_grant g
                         where g.person_id = $2 and g.role = 'administrator' and g.ended_on is null)
        and (not exists (select from identity.role_grant g
                          where g.person_id = $2 and g.scope_kind = 'organiser' and g.ended_on is null)
             or exists (select from identity.role_grant g
                         where g.person_id = $2 and g.scope_id = o.id and g.ended_on is null))
      order by o.short_name collate "uk-x-icu", o.id`,
    [askedBy, personId],
  );
}
