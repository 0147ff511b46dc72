import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound, invalidField } from '#libs/platform/errors';
import type { AskedList, Found } from '#libs/platform/http';
import { Ports } from '#libs/platform/ports';
import { peoplePolicy } from '../access/people.policy.js';
import { OrganisationWork } from '../ports/organisation-work.port.js';
import { refusedHere } from '../use-cases/merge-organisations.js';
import { peopleWithRole, type PersonWithRole } from './people-with-role.js';

export const ORGANISATION_MARKS = ['verified', 'not-verified', 'liquidated', 'merged'] as const;

export interface OrganisationLine {
  id: string;
  name: string;
  shortName: string;
  edrpou: string;
  settlement: string;
  mark: (typeof ORGANISATION_MARKS)[number];
}

export interface OrganisationOfSystem extends OrganisationLine {
  mergedInto: string | null;
  liquidatedOn: string | null;
  liquidationAct: string;
  people: { fullName: string; email: string }[];
  proposalCount: number;
}

/** What would pass to the other card. */
export interface MergePreview {
  edrpou: string;
  name: string;
  people: { fullName: string; email: string; isRefused: boolean }[];
  proposalCount: number;
}

const SELECT = `
  select o.id, o.name, o.short_name as "shortName", o.edrpou, o.settlement, o.search_form as "searchForm",
         case when o.merged_into is not null then 'merged' when o.liquidated_on is not null then 'liquidated'
              when (select is_verified from identity.v_organisation_right r where r.organisation_id = o.id) then 'verified'
              else 'not-verified' end as mark
    from identity.organisation o`;

/** Every organisation, for administrators. */
@Injectable()
export class OrganisationsOfSystem {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  async list(ctx: Context, asked: AskedList<OrganisationLine>): Promise<Found<OrganisationLine>> {
    demand(peoplePolicy, 'see', ctx.actor, null);
    return asked.find(this.db, SELECT, []);
  }

  async one(ctx: Context, id: string): Promise<OrganisationOfSystem> {
    demand(peoplePolicy, 'see', ctx.actor, null);
    const found = await this.db.one<Omit<OrganisationOfSystem, 'people' | 'proposalCount'>>(
      `select x.*, o.merged_into as "mergedInto", o.liquidated_on::text as "liquidatedOn", o.liquidation_act as "liquidationAct"
         from (${SELECT}) x join identity.organisation o on o.id = x.id where x.id = $1`,
      [id],
    );
    if (!found) throw new NotFound();
    return { ...found, ...(await this.belongings(id)) };
  }

  /** @throws InvalidInput at the code when there is none */
  async idOf(ctx: Context, edrpou: string): Promise<string> {
    demand(peoplePolicy, 'merge', ctx.actor, null);
    const found = await this.db.one<{ id: string }>('select id from identity.organisation where edrpou = $1', [edrpou]);
    if (!found) throw invalidField('edrpou', 'identity.merge-unknown');
    return found.id;
  }

  /** Null when there is no such other card. */
  async preview(ctx: Context, fromId: string, edrpou: string): Promise<MergePreview | null> {
    demand(peoplePolicy, 'merge', ctx.actor, null);
    const into = await this.db.one<{ id: string; edrpou: string; name: string }>(
      'select id, edrpou, name from identity.organisation where edrpou = $1 and id <> $2 and merged_into is null',
      [edrpou, fromId],
    );
    if (!into) return null;
    const refused = await refusedHere(this.db, into.id);
    const { people, proposalCount } = await this.belongings(fromId);
    const marked = people.map(({ personId, ...one }) => ({ ...one, isRefused: refused.includes(personId) }));
    return { edrpou: into.edrpou, name: into.name, people: marked, proposalCount };
  }

  private async belongings(id: string): Promise<{ people: PersonWithRole[]; proposalCount: number }> {
    return {
      people: await peopleWithRole(this.db, id, ['applicant']),
      proposalCount: await this.ports.one(OrganisationWork).countProposals(this.db, id),
    };
  }
}
