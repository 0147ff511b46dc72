import { Injectable } from '@nestjs/common';
import { demand, holds, scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { claimPolicy } from '../access/claim.policy.js';
import { OrganisationWork, type OpenProposal } from '../ports/organisation-work.port.js';
import { claimSubject } from './find-claim.js';

export interface LiquidationPreview {
  id: string;
  name: string;
  edrpou: string;
  liquidatedOn: string | null;
  liquidationAct: string;
  /** Opened proposals without a final decision that the actor may know of: they will be marked. */
  proposals: OpenProposal[];
}

/** What follows when an organisation is marked as liquidated; for who may decide about it. */
@Injectable()
export class LiquidationPreviewFor {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  async execute(ctx: Context, organisationId: string): Promise<LiquidationPreview> {
    const work = this.ports.one(OrganisationWork);
    const subject = await claimSubject(this.db, work, ctx.actor, { personId: '', organisationId });
    demand(claimPolicy, 'decide', ctx.actor, subject);
    const found = await this.db.one<Omit<LiquidationPreview, 'proposals'>>(
      `select id, name, edrpou, liquidated_on::text as "liquidatedOn", liquidation_act as "liquidationAct"
         from identity.organisation where id = $1 and merged_into is null`,
      [organisationId],
    );
    if (!found) throw new NotFound();
    const organisers = holds(ctx.actor, ['administrator']) ? null : scopesOf(ctx.actor, ['officer']);
    return { ...found, proposals: await work.openedProposals(this.db, organisationId, organisers) };
  }
}
