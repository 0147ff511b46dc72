import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';
import { organisationPolicy } from '../access/organisation.policy.js';
import { OrganisationWork, type OpenProposal } from '../ports/organisation-work.port.js';
import { peopleWithRole } from './people-with-role.js';

export interface RightOfPerson {
  organisationId: string;
  organisationName: string;
  /** The own claim, while it waits for an officer. */
  ownClaimId: string | null;
  hasExtract: boolean;
  extractName: string;
  extractHead: string;
  isLast: boolean;
  openProposals: OpenProposal[];
  colleagues: { grantId: string; fullName: string; email: string }[];
}

/** The actor's right to act for an organisation, and what leaving would mean. */
@Injectable()
export class RightToAct {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  async execute(ctx: Context, organisationId: string): Promise<RightOfPerson> {
    demand(organisationPolicy, 'see', ctx.actor, { id: organisationId });
    const own = await this.db.one<
      Pick<RightOfPerson, 'organisationName' | 'ownClaimId' | 'hasExtract' | 'extractName' | 'extractHead'>
    >(
      `select o.short_name as "organisationName", c.id as "ownClaimId", c.extract_document_id is not null as "hasExtract",
              coalesce(nullif(c.extract_name, ''), o.name) as "extractName",
              coalesce(nullif(c.extract_head, ''), o.head_name) as "extractHead"
         from identity.organisation o
         left join identity.claim c on c.organisation_id = o.id and c.person_id = $2 and c.state = 'claimed'
        where o.id = $1 order by c.claimed_at limit 1`,
      [organisationId, ctx.actor.personId],
    );
    const acting = await peopleWithRole(this.db, organisationId, ['applicant']);
    const colleagues = acting.filter(({ personId }) => personId !== ctx.actor.personId);
    const openProposals = await this.ports.one(OrganisationWork).openProposals(this.db, organisationId);
    return { organisationId, ...own!, isLast: colleagues.length === 0, openProposals, colleagues };
  }
}
