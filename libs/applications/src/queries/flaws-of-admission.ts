import { Injectable } from '@nestjs/common';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import { AddresseeCards } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';
import { admissionPolicy } from '../access/admission.policy.js';
import { admissionProposals, type AdmissionProposal } from './admission-proposals.js';

export type FlawedProposal = AdmissionProposal & { phone: string };

/** Every submitted proposal of a competition in which something failed or was not done, with whom to phone. */
@Injectable()
export class FlawsOfAdmission {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  async execute(
    ctx: Context,
    competitionId: string,
  ): Promise<{ competition: CompetitionRow; proposals: FlawedProposal[] }> {
    const competition = await competitionById(this.db, competitionId);
    demand(admissionPolicy, 'see', ctx.actor, competition);
    const proposals = await admissionProposals(this.db, competition);
    const ids = [...new Set(proposals.map(({ organisationId }) => organisationId))];
    const cards = await this.ports.one(AddresseeCards).organisations(this.db, ids);
    const phones = new Map(cards.map(({ id, phone }) => [id, phone]));
    return {
      competition,
      proposals: proposals.map((one) => ({ ...one, phone: phones.get(one.organisationId) ?? '' })),
    };
  }
}
