import { Injectable } from '@nestjs/common';
import { holds, scopesOf, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { Implements, Ports } from '#libs/platform/ports';
import type { ClaimPurpose, ClaimState } from '../model/claim.js';
import { identityPaths } from '../paths.js';
import { DeskSource, type DeskItem } from '../ports/desk-source.port.js';
import { OrganisationWork } from '../ports/organisation-work.port.js';

export interface ClaimLine {
  id: string;
  claimant: string;
  organisationName: string;
  edrpou: string;
  purpose: ClaimPurpose;
  state: ClaimState;
  /** Ready: it waits and there is something to look at. */
  readiness: 'ready' | 'rest';
  claimedAt: Date;
  decidedBy: string;
  decidedIn: string;
}

const SELECT = `
  select c.id, p.full_name as claimant, coalesce(o.short_name, '') as "organisationName", c.edrpou, c.purpose, c.state,
         c.claimed_at as "claimedAt", coalesce(d.full_name, '') as "decidedBy", coalesce(a.short_name, '') as "decidedIn",
         case when c.state = 'claimed' and (c.purpose <> 'first' or c.extract_document_id is not null)
              then 'ready' else 'rest' end as readiness
    from identity.claim c
    join identity.v_person p on p.id = c.person_id
    left join identity.organisation o on o.id = c.organisation_id
    left join identity.v_person d on d.id = c.decided_by
    left join identity.organiser a on a.id = c.decided_in
   where c.person_id <> $1 and ($2 or c.organisation_id = any($3))`;

/** Claims of the right to act: an administrator sees all, an officer those of organisations known to the authority. */
@Implements(DeskSource)
@Injectable()
export class ClaimsToDecide implements DeskSource {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  async execute(ctx: Context, asked: AskedList<ClaimLine>): Promise<Found<ClaimLine>> {
    return asked.find(this.db, SELECT, await this.scope(ctx, this.db));
  }

  /** One line for all: what waits and has something to look at. */
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    if (!holds(ctx.actor, ['administrator', 'officer'])) return [];
    const row = await reader.one<{ count: number }>(
      `select count(*)::int as count from (${SELECT} and c.state = 'claimed'
          and (c.purpose <> 'first' or c.extract_document_id is not null)) waiting`,
      await this.scope(ctx, reader),
    );
    if (row!.count === 0) return [];
    const title = phrase(ctx.lang, 'identity:claims.deskTitle', { count: row!.count });
    return [{ title, href: `${identityPaths.claims}?readiness=ready`, dueAt: null }];
  }

  private async scope({ actor }: Context, reader: Reader): Promise<unknown[]> {
    const seesAll = holds(actor, ['administrator']);
    const known = seesAll
      ? []
      : await this.ports.one(OrganisationWork).organisationsKnownTo(reader, scopesOf(actor, ['officer']));
    return [actor.personId, seesAll, known];
  }
}
