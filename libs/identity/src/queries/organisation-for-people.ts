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
  people: { fullName: string; email: string }[];
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
              non_profit_sign as "nonProfitSign", address, settlement, katottg, version, head_name as "headName", phone, email,
              (select coalesce(json_agg(json_build_object('fullName', r.full_name, 'email', r.email) order by r.full_name), '[]')
                 from identity.v_role r where r.scope_id = o.id and r.role = 'applicant') as people
         from identity.organisation o where id = $1`,
      [id],
    );
    if (!card) throw new NotFound();
    return { ...card, history: await organisationHistory(this.db, id) };
  }
}
