import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { Paging } from '#libs/platform/http';
import { peoplePolicy } from '../access/people.policy.js';
import type { Role } from '../model/roles.js';
import { POWERS_OF_PERSON, type Power } from './my-powers.js';

const SEARCH_LENGTH_MAX = 100;

export interface PersonLine {
  id: string;
  fullName: string;
  email: string;
  hasPassword: boolean;
  isDisabled: boolean;
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
  powers: Power[];
}

/** People as an administrator sees them. */
@Injectable()
export class PeopleOfSystem {
  constructor(private readonly db: Database) {}

  async list(ctx: Context, search: string, paging: Paging): Promise<{ rows: PersonLine[]; total: number }> {
    demand(peoplePolicy, 'see', ctx.actor, null);
    const rows = await this.db.rows<PersonLine & { total: number }>(LIST, [
      likePattern(search),
      paging.size,
      paging.offset,
    ]);
    const total = rows[0]?.total ?? (paging.offset > 0 ? await this.count(search) : 0);
    return { rows, total };
  }

  async one(ctx: Context, id: string): Promise<PersonCard> {
    demand(peoplePolicy, 'see', ctx.actor, null);
    const person = await this.db.one<Omit<PersonCard, 'powers'>>(
      `select id, concat_ws(' ', family_name, given_name, patronymic) as "fullName", family_name as "familyName",
              given_name as "givenName", patronymic, email, phone, password_hash is not null as "hasPassword",
              disabled_at is not null as "isDisabled",
              exists (select from identity.second_factor f where f.person_id = person.id and f.confirmed_at is not null)
                as "hasSecondFactor"
         from identity.person where id = $1`,
      [id],
    );
    if (!person) throw new NotFound();
    return { ...person, powers: await this.db.rows<Power>(POWERS_OF_PERSON, [id]) };
  }

  private async count(search: string): Promise<number> {
    const row = await this.db.one<{ total: number }>(
      `select count(*)::int as total from identity.person p where ${MATCHES}`,
      [likePattern(search)],
    );
    return row!.total;
  }
}

/** Every apostrophe is the same one, and case does not matter. */
function likePattern(search: string): string {
  const words = search
    .trim()
    .slice(0, SEARCH_LENGTH_MAX)
    .toLowerCase()
    .replace(/['’ʼ`]/g, "'");
  return `%${words.replace(/[\\%_]/g, '\\$&').replace(/\s+/g, '%')}%`;
}

const MATCHES = `
  translate(lower(concat_ws(' ', p.family_name, p.given_name, p.patronymic, p.email)), '’ʼ\`', '''''''') like $1`;

const LIST = `
  select p.id, concat_ws(' ', p.family_name, p.given_name, p.patronymic) as "fullName", p.email,
         p.password_hash is not null as "hasPassword", p.disabled_at is not null as "isDisabled", count(*) over ()::int as total,
         array(select distinct g.role from identity.role_grant g
                where g.person_id = p.id and g.ended_on is null
                  and (g.until_on is null or g.until_on >= (select identity.today())) order by g.role) as roles
    from identity.person p
   where ${MATCHES}
   order by p.family_name collate "uk-x-icu", p.given_name collate "uk-x-icu", p.id
   limit $2 offset $3`;
