import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { AskedList, Found } from '#libs/platform/http';
import { peoplePolicy } from '../access/people.policy.js';
import type { Role } from '../model/roles.js';
import { PowersOfPerson, type Power } from './my-powers.js';

export interface PersonLine {
  id: string;
  fullName: string;
  email: string;
  account: 'active' | 'invited' | 'disabled';
  roles: Role[];
}

export interface PersonCard {
  id: string;
  fullName: string;
  familyName: string;
  givenName: string;
  patronymic: string | null;
  email: string;
  phone: string | null;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  isDisabled: boolean;
  /** The account with which this one was merged. */
  mergedInto: string | null;
  powers: Power[];
}

/** People as an administrator sees them. */
@Injectable()
export class PeopleOfSystem {
  constructor(
    private readonly db: Database,
    private readonly powers: PowersOfPerson,
  ) {}

  async list(ctx: Context, asked: AskedList<PersonLine>): Promise<Found<PersonLine>> {
    demand(peoplePolicy, 'see', ctx.actor, null);
    return asked.find(this.db, LIST);
  }

  async one(ctx: Context, id: string): Promise<PersonCard> {
    demand(peoplePolicy, 'see', ctx.actor, null);
    const person = await this.db.one<Omit<PersonCard, 'powers'>>(
      `select id, concat_ws(' ', family_name, given_name, patronymic) as "fullName", family_name as "familyName",
              given_name as "givenName", patronymic, email, phone, password_hash is not null as "hasPassword",
              disabled_at is not null as "isDisabled", merged_into as "mergedInto",
              exists (select from identity.second_factor f where f.person_id = person.id and f.confirmed_at is not null)
                as "hasSecondFactor"
         from identity.person where id = $1`,
      [id],
    );
    if (!person) throw new NotFound();
    return { ...person, powers: await this.powers.of(id) };
  }
}

// `nameInFull` is the expression of ix_person_order.
const LIST = `
  select p.id, concat_ws(' ', p.family_name, p.given_name, p.patronymic) as "fullName", p.email,
         p.family_name || ' ' || p.given_name || ' ' || coalesce(p.patronymic, '') || ' ' || p.email as "nameInFull",
         p.search_form as "searchForm",
         case when p.disabled_at is not null then 'disabled' when p.password_hash is null then 'invited' else 'active' end
           as account,
         array(select distinct g.role from identity.role_grant g
                where g.person_id = p.id and g.ended_on is null
                  and (g.until_on is null or g.until_on >= (select identity.today())) order by g.role) as roles
    from identity.person p`;
