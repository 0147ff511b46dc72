import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { peopleMergePolicy, type PeopleMergeSubject } from '../access/people-merge.policy.js';
import { namesDiffer, PEOPLE_MERGE_OPEN_HOURS } from '../model/people-merge.js';
import { hoursAfter } from '../model/session-limits.js';
import { identityPaths } from '../paths.js';
import { DeskSource, type DeskItem } from '../ports/desk-source.port.js';

/** A request as it is kept; the name of the second person once it is confirmed. */
export interface AskedPeopleMerge extends PeopleMergeSubject {
  id: string;
  fullName: string;
  email: string;
  intoName: string;
  intoEmail: string;
  reason: string;
  identifiedBy: string;
  askedBy: string;
  askedByName: string;
  askedAt: Date;
  confirmedByName: string | null;
}

export interface OpenPeopleMerge extends AskedPeopleMerge {
  hasOtherName: boolean;
  mayConfirm: boolean;
  mayRefuse: boolean;
}

const SHOWN_MAX = 100;

const REQUEST = `
  select m.id, m.person_id as "personId", m.into_id as "intoId", m.organiser_id as "organiserId",
         m.asked_by as "askedBy", m.reason, m.identified_by as "identifiedBy", m.asked_at as "askedAt",
         p.full_name as "fullName", p.email, i.full_name as "intoName", i.email as "intoEmail",
         a.full_name as "askedByName", b.full_name as "confirmedByName"
    from identity.people_merge m
    join identity.v_person p on p.id = m.person_id
    join identity.v_person i on i.id = m.into_id
    join identity.v_person a on a.id = m.asked_by
    left join identity.v_person b on b.id = m.confirmed_by
   where m.asked_at >= $1`;

const openSince = (): Date => hoursAfter(new Date(), -PEOPLE_MERGE_OPEN_HOURS);

/** Requests to merge two accounts that wait for a second person; on the desk of who may confirm them. */
@Implements(DeskSource)
@Injectable()
export class PeopleMerges implements DeskSource {
  constructor(private readonly db: Database) {}

  async list(ctx: Context, reader: Reader = this.db): Promise<OpenPeopleMerge[]> {
    const rows = await reader.rows<AskedPeopleMerge>(
      `${REQUEST} and m.confirmed_at is null order by m.asked_at, m.id limit ${SHOWN_MAX}`,
      [openSince()],
    );
    return rows
      .filter((merge) => peopleMergePolicy.see.allows(ctx.actor, merge))
      .map((merge) => ({
        ...merge,
        hasOtherName: namesDiffer(merge, { fullName: merge.intoName }),
        mayConfirm: peopleMergePolicy.confirm.allows(ctx.actor, merge),
        mayRefuse: peopleMergePolicy.refuse.allows(ctx.actor, merge),
      }));
  }

  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const waiting = (await this.list(ctx, reader)).filter((merge) => merge.mayConfirm);
    return waiting.map((merge) => ({
      title: phrase(ctx.lang, 'identity:peopleMerges.deskTitle', { name: merge.fullName }),
      href: identityPaths.peopleMerges,
      dueAt: hoursAfter(merge.askedAt, PEOPLE_MERGE_OPEN_HOURS),
    }));
  }
}

/** One that waits, or was confirmed not long ago. */
export function peopleMergeById(reader: Reader, id: string): Promise<AskedPeopleMerge | undefined> {
  return reader.one<AskedPeopleMerge>(`${REQUEST} and m.id = $2`, [openSince(), id]);
}
