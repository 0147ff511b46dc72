import { Injectable } from '@nestjs/common';
import { holds, scopesOf, type Actor, type Context } from '#libs/platform/access';
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

/** Something lies before whoever decides. */
const IS_READY = `c.state = 'claimed' and (c.purpose <> 'first' or c.extract_document_id is not null)`;

const SELECT = `
  select c.id, p.full_name as claimant, coalesce(o.short_name, '') as "organisationName", c.edrpou, c.purpose, c.state,
         c.claimed_at as "claimedAt", coalesce(d.full_name, '') as "decidedBy", coalesce(a.short_name, '') as "decidedIn",
         case when ${IS_READY} then 'ready' else 'rest' end as readiness
    from identity.claim c
    join identity.v_person p on p.id = c.person_id
    left join identity.organisation o on o.id = c.organisation_id
    left join identity.v_person d on d.id = c.decided_by
    left join identity.organiser a on a.id = c.decided_in
   where c.person_id <> $1`;

const WAITING_MAX = 1_000;

/** Claims of the right to act: an administrator sees all, an officer those of organisations known to the authority. */
@Implements(DeskSource)
@Injectable()
export class ClaimsToDecide implements DeskSource {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  async execute(ctx: Context, asked: AskedList<ClaimLine>): Promise<Found<ClaimLine>> {
    const { actor } = ctx;
    if (holds(actor, ['administrator'])) return asked.find(this.db, SELECT, [actor.personId]);
    const claimed = await this.db.rows<Claimed>(
      'select distinct organisation_id as "organisationId" from identity.claim where organisation_id is not null',
    );
    const known = await this.known(actor, this.db, claimed);
    return asked.find(this.db, `${SELECT} and c.organisation_id = any($2)`, [actor.personId, [...known]]);
  }

  /** One line for all: what waits and has something to look at. */
  async items({ actor, lang }: Context, reader: Reader): Promise<DeskItem[]> {
    if (!holds(actor, ['administrator', 'officer'])) return [];
    const waiting = await reader.rows<Claimed>(
      `select c.organisation_id as "organisationId" from identity.claim c
        where ${IS_READY} and c.person_id <> $1 limit ${WAITING_MAX}`,
      [actor.personId],
    );
    const count = await this.countSeen(actor, reader, waiting);
    if (count === 0) return [];
    const title = phrase(lang, 'identity:claims.deskTitle', { count });
    return [{ title, href: `${identityPaths.claims}?readiness=ready`, dueAt: null }];
  }

  private async countSeen(actor: Actor, reader: Reader, waiting: readonly Claimed[]): Promise<number> {
    if (holds(actor, ['administrator'])) return waiting.length;
    const known = await this.known(actor, reader, waiting);
    return waiting.filter(({ organisationId }) => organisationId !== null && known.has(organisationId)).length;
  }

  /** Those of the claimed organisations that an authority of this officer knows. */
  private async known(actor: Actor, reader: Reader, claimed: readonly Claimed[]): Promise<Set<string>> {
    const ids = claimed.flatMap(({ organisationId }) => organisationId ?? []);
    const known = await this.ports.one(OrganisationWork).acquaintances(reader, ids, scopesOf(actor, ['officer']));
    return new Set(known.map(({ organisationId }) => organisationId));
  }
}

interface Claimed {
  organisationId: string | null;
}
