import { Injectable } from '@nestjs/common';
import { findDocument, type StoredDocument } from '#libs/documents';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { claimPolicy } from '../access/claim.policy.js';
import { claimDifferences, type Difference } from '../model/claim-differences.js';
import type { ClaimAnswer, ClaimGround, ClaimRow } from '../model/claim.js';
import type { HeadName } from '../model/head-name.js';
import type { OrganisationCard } from '../model/organisation.js';
import { OrganisationWork } from '../ports/organisation-work.port.js';
import { claimById, claimSubject, organisationByCode } from './find-claim.js';
import { peopleWithRole } from './people-with-role.js';

type CardToCompare = Omit<OrganisationCard, keyof HeadName | 'katottg' | 'koatuu'> & { headName: string };

export interface ClaimToDecide {
  claim: ClaimRow & { claimant: string; claimantEmail: string };
  card: CardToCompare | null;
  extract: StoredDocument | null;
  differences: Difference[];
  /** Who acts now, without the claimant. */
  people: { grantId: string; fullName: string; email: string }[];
  answers: { fullName: string; answer: ClaimAnswer; words: string; answeredAt: Date }[];
  decided: { byName: string; inName: string; at: Date; ground: ClaimGround | null; reason: string } | null;
  canDecide: boolean;
}

/** One claim for whoever decides: what the card says beside what the extract says. */
@Injectable()
export class ClaimForDeciding {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  async execute(ctx: Context, id: string): Promise<ClaimToDecide> {
    const claim = await claimById(this.db, id);
    claim.organisationId ??= await organisationByCode(this.db, claim.edrpou);
    const subject = await claimSubject(this.db, this.ports.one(OrganisationWork), ctx.actor, claim);
    // The claimant reads about the own claim on a page of its own, which shows nothing of the organisation.
    if (claim.personId === ctx.actor.personId) throw new NotFound();
    demand(claimPolicy, 'see', ctx.actor, subject);
    const claimant = await this.claimant(claim.personId);
    const card = claim.organisationId ? await this.card(claim.organisationId) : null;
    const acting = claim.organisationId ? await peopleWithRole(this.db, claim.organisationId, ['applicant']) : [];
    return {
      claim: { ...claim, claimant: claimant.fullName, claimantEmail: claimant.email },
      card,
      extract: claim.extractDocumentId ? await findDocument(this.db, claim.extractDocumentId) : null,
      differences: card ? claimDifferences({ ...claim, claimant: claimant.fullName }, card) : [],
      people: acting.filter(({ personId }) => personId !== claim.personId),
      answers: await this.answers(id),
      decided: await this.decided(id),
      canDecide: claim.state === 'claimed' && claimPolicy.decide.allows(ctx.actor, subject),
    };
  }

  /** @throws NotFound when there is none */
  async extract(ctx: Context, id: string): Promise<StoredDocument> {
    const { extract } = await this.execute(ctx, id);
    if (!extract) throw new NotFound();
    return extract;
  }

  private async claimant(personId: string): Promise<{ fullName: string; email: string }> {
    const row = await this.db.one<{ fullName: string; email: string }>(
      'select full_name as "fullName", email from identity.v_person where id = $1',
      [personId],
    );
    return row!;
  }

  private async card(id: string): Promise<CardToCompare> {
    const card = await this.db.one<CardToCompare>(
      `select edrpou, name, short_name as "shortName", legal_form as "legalForm", registered_on::text as "registeredOn",
              non_profit_sign as "nonProfitSign", address, settlement, head_name as "headName", phone, email
         from identity.organisation where id = $1`,
      [id],
    );
    return card!;
  }

  private answers(id: string): Promise<ClaimToDecide['answers']> {
    return this.db.rows(
      `select p.full_name as "fullName", a.answer, a.words, a.answered_at as "answeredAt"
         from identity.claim_answer a join identity.v_person p on p.id = a.person_id
        where a.claim_id = $1 order by a.answered_at, a.person_id limit 100`,
      [id],
    );
  }

  private async decided(id: string): Promise<ClaimToDecide['decided']> {
    const row = await this.db.one<NonNullable<ClaimToDecide['decided']>>(
      `select p.full_name as "byName", coalesce(o.short_name, '') as "inName", c.decided_at as at, c.ground, c.reason
         from identity.claim c join identity.v_person p on p.id = c.decided_by
         left join identity.organiser o on o.id = c.decided_in
        where c.id = $1`,
      [id],
    );
    return row ?? null;
  }
}
