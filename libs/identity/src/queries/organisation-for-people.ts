import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { organisationPolicy } from '../access/organisation.policy.js';
import type { EditableCard, OrganisationCard } from '../model/organisation.js';
import { organisationHistory, type CardChange } from './organisation-history.js';

export interface OrganisationForPeople extends OrganisationCard, EditableCard {
  id: string;
  version: number;
  people: { grantId: string; personId: string; fullName: string; email: string }[];
  isRightVerified: boolean;
  liquidatedOn: string | null;
  /** The own claim that waits; with the extract or without. */
  ownClaim: { hasExtract: boolean } | null;
  /** Claims of others that wait for an answer. */
  claims: { id: string; claimant: string }[];
  history: CardChange[];
}

/** The card of an organisation and who acts for it; seen only by those people. */
@Injectable()
export class OrganisationForItsPeople {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, id: string): Promise<OrganisationForPeople> {
    demand(organisationPolicy, 'see', ctx.actor, { id });
    const card = await this.db.one<Omit<OrganisationForPeople, 'history'>>(
      `select id, edrpou, name, short_name as "shortName", legal_form as "legalForm", registered_on::text as "registeredOn",
              non_profit_sign as "nonProfitSign", address, settlement, katottg, koatuu, version, head_name as "headName", head_family_name as "headFamilyName",
              head_given_name as "headGivenName", head_patronymic as "headPatronymic", phone, email,
              (select coalesce(json_agg(json_build_object('grantId', r.id, 'personId', r.person_id, 'fullName', r.full_name, 'email', r.email) order by r.full_name), '[]')
                 from identity.v_role r where r.scope_id = o.id and r.role = 'applicant') as people,
              v.is_verified as "isRightVerified", v.liquidated_on::text as "liquidatedOn",
              (select json_build_object('hasExtract', c.extract_document_id is not null) from identity.claim c
                where c.organisation_id = o.id and c.person_id = $2 and c.state = 'claimed' order by c.id limit 1) as "ownClaim",
              (select coalesce(json_agg(json_build_object('id', c.id, 'claimant', p.full_name) order by c.claimed_at), '[]')
                 from identity.claim c join identity.v_person p on p.id = c.person_id
                where c.organisation_id = o.id and c.state = 'claimed' and c.person_id <> $2 and c.purpose <> 'first') as claims
         from identity.organisation o join identity.v_organisation_right v on v.organisation_id = o.id where o.id = $1`,
      [id, ctx.actor.personId],
    );
    if (!card) throw new NotFound();
    return { ...card, history: await organisationHistory(this.db, id) };
  }

  /** The card that stayed when this one was a duplicate; null for any other. */
  async leadsTo(id: string): Promise<string | null> {
    const row = await this.db.one<{ mergedInto: string | null }>(
      'select merged_into as "mergedInto" from identity.organisation where id = $1',
      [id],
    );
    return row?.mergedInto ?? null;
  }
}
