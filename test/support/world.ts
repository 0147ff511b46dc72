import pg from 'pg';
import type { Actor, Grant } from '#libs/platform/access';
import { newId } from '#libs/platform/database';

/**
 * Builders of a small world, straight into the tables of the lower libs, so that a test of one lib does not depend on
 * the pages of another. Every builder has defaults and returns what it made. Journeys do not use them.
 */
export class World {
  private readonly client = new pg.Client(process.env.DATABASE_URL);
  private count = 0;

  static async open(): Promise<World> {
    const world = new World();
    await world.client.connect();
    return world;
  }

  close(): Promise<void> {
    return this.client.end();
  }

  async insert(table: string, row: Record<string, unknown>): Promise<void> {
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`);
    await this.client.query(
      `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`,
      Object.values(row),
    );
  }

  async rows<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return (await this.client.query(sql, params)).rows as Row[];
  }

  async organiser(values: Record<string, unknown> = {}): Promise<{ id: string; slug: string }> {
    const row = {
      id: newId(),
      slug: `authority-${(this.count += 1)}`,
      name: 'Департамент масових комунікацій облдержадміністрації',
      short_name: 'Департамент',
      edrpou: '32855961',
      city: 'Сєвєродонецьк',
      contact_name: 'Олена Кравець',
      contact_phone: '+380500000001',
      contact_email: 'department@masscom.example',
      working_hours: 'пн–пт, 9:00–18:00',
      ...values,
    };
    await this.insert('identity.organiser', row);
    return { id: row.id, slug: row.slug };
  }

  /** A person who may act by the given grants. */
  async person(grants: Grant[] = [], values: Record<string, unknown> = {}): Promise<Actor & { personId: string }> {
    const id = newId();
    const number = (this.count += 1);
    const row = {
      id,
      email: `person-${number}@people.example`,
      family_name: `Прізвище${number}`,
      given_name: 'Олена',
      patronymic: 'Іванівна',
      created_at: new Date(),
      ...values,
    };
    await this.insert('identity.person', row);
    await this.insert('identity.consent', { person_id: id, notice_version: 0, language: 'uk', given_at: new Date() });
    for (const grant of grants) await this.grant(id, grant);
    const fullName = [row.family_name, row.given_name, row.patronymic].filter(Boolean).join(' ');
    return { kind: 'person', personId: id, fullName, email: row.email, grants };
  }

  async grant(personId: string, grant: Grant, values: Record<string, unknown> = {}): Promise<void> {
    await this.insert('identity.role_grant', {
      id: newId(),
      person_id: personId,
      role: grant.role,
      scope_kind: grant.scopeKind,
      scope_id: grant.scopeId,
      started_on: '2020-01-01',
      ...values,
    });
  }

  async organisation(values: Record<string, unknown> = {}): Promise<{ id: string; name: string }> {
    const number = (this.count += 1);
    const row = {
      id: newId(),
      edrpou: String(10_000_000 + number),
      name: `Громадська організація «Спілка ${number}»`,
      short_name: `ГО «Спілка ${number}»`,
      legal_form: 'public-association',
      registered_on: '2015-05-05',
      non_profit_sign: '0032',
      address: 'м. Сєвєродонецьк, вул. Центральна, 1',
      settlement: 'Сєвєродонецьк',
      head_name: 'Ірина Ткач',
      phone: '+380500000002',
      email: `org-${number}@ngo.example`,
      created_at: new Date(),
      ...values,
    };
    await this.insert('identity.organisation', row);
    return { id: row.id, name: row.name };
  }

  /** A competition in a given state, with four criteria of 0–5, a pot of 600 000 UAH and a cap of 60 000 UAH. */
  async competition(
    organiserId: string,
    values: Record<string, unknown> = {},
  ): Promise<{ id: string; criteria: { id: string; key: string }[] }> {
    const number = (this.count += 1);
    const row = {
      id: newId(),
      organiser_id: organiserId,
      state: 'announced',
      created_at: new Date('2020-09-20T09:00:00Z'),
      code: `1.1-2021-${number}`,
      title: 'Конкурс програм і проєктів 2021 року',
      purpose: 'Підтримка громадських ініціатив',
      rule_set_key: '1049-2020',
      rule_set: JSON.stringify({ key: '1049-2020', slots: [] }),
      rule_set_sha256: '0'.repeat(64),
      budget_year: 2021,
      pot_kop: 60_000_000,
      cap_kop: 6_000_000,
      own_share_hundredths: 1500,
      applications_per_organisation_max: 1,
      admitted_legal_forms: ['public-association', 'separate-unit', 'creative-union'],
      scoring_mode: 'every-member',
      passing_hundredths: 1200,
      tie_order: ['criterion:fit', 'criterion:results', 'submitted-earlier'],
      announced_on: '2020-10-05',
      opens_at: new Date('2020-10-05T06:00:00Z'),
      closes_at: new Date('2020-11-05T16:00:00Z'),
      scoring_from: new Date('2020-11-16T07:00:00Z'),
      scoring_until: new Date('2020-11-30T16:00:00Z'),
      decision_until: '2020-12-20',
      projects_from: '2021-01-15',
      projects_until: '2021-12-10',
      form: JSON.stringify({ sections: [] }),
      published_at: new Date('2020-10-05T06:00:00Z'),
      ...values,
    };
    await this.insert('competitions.competition', row);
    const criteria = ['fit', 'results', 'efficiency', 'capacity'].map((key) => ({ id: newId(), key }));
    for (const [index, { id, key }] of criteria.entries())
      await this.insert('competitions.criterion', {
        id,
        competition_id: row.id,
        position: index + 1,
        key,
        title: key,
        max_points: 5,
      });
    return { id: row.id, criteria };
  }

  /** A proposal; anything but a draft has a register code and a time of submission. */
  async application(
    competitionId: string,
    organisationId: string,
    values: Record<string, unknown> = {},
  ): Promise<string> {
    const number = (this.count += 1);
    const author = await this.person([{ role: 'applicant', scopeKind: 'organisation', scopeId: organisationId }]);
    const submitted = values.state !== 'draft';
    const row = {
      id: newId(),
      competition_id: competitionId,
      organisation_id: organisationId,
      state: 'submitted',
      created_at: new Date('2020-10-20T09:00:00Z'),
      created_by: author.personId,
      updated_at: new Date('2020-10-20T09:00:00Z'),
      title: `Проєкт ${number}`,
      requested_kop: 5_000_000,
      own_kop: 1_000_000,
      total_kop: 6_000_000,
      register_code: submitted ? `1.1-2021/${String(number).padStart(3, '0')}` : null,
      submitted_at: submitted ? new Date(Date.parse('2020-10-25T09:00:00Z') + number * 60_000) : null,
      ...values,
    };
    await this.insert('applications.application', row);
    return row.id;
  }
}
