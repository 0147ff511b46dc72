import { createHash } from 'node:crypto';
import pg from 'pg';

const DAY_MS = 86_400_000;
const SESSION_HOURS = 8;
const BUDGET_YEAR = 2021;

const words = (uk) => ({ uk, en: uk });
const part = (key) => ({ key, part: key, title: words(key), questions: [] });
const FORM = {
  sections: [
    {
      ...{ key: 'need', title: words('Проблема') },
      questions: [{ key: 'problem', title: words('Яку проблему?'), hint: words(''), kind: 'long', required: true }],
    },
    ...['activities', 'budget', 'indicators', 'files'].map(part),
  ],
};

/** The token of the session of an applicant. */
export const tokenOf = (number) => `bench-session-${number}`;
export const emailOf = (number) => `applicant-${number}@ngo.example`;

/** Eight digits of the register, the last one checks the others. */
export function edrpouOf(number) {
  const seven = String(2_000_000 + number);
  const weigh = (shift) => [...seven].reduce((sum, digit, at) => sum + Number(digit) * (at + 1 + shift), 0) % 11;
  return `${seven}${weigh(0) === 10 ? weigh(2) % 10 : weigh(0)}`;
}

/**
 * Makes a competition that closes at an instant, and so many organisations, each with a person who is signed in and a
 * whole proposal that is not sent.
 * @param {string} databaseUrl migrated, without a world
 * @param {{ count: number, closesAt: Date }} world
 * @returns {Promise<{ competitionId: string, applications: string[] }>} in the order of the applicants, from 1
 */
export async function prepareApplicants(databaseUrl, { count, closesAt }) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const competitionId = await competition(client, closesAt);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const { rows } = await client.query(APPLICANTS, [
    competitionId,
    numbers.map(edrpouOf),
    numbers.map((number) => createHash('sha256').update(tokenOf(number)).digest()),
    new Date(),
    new Date(Date.now() + SESSION_HOURS * 3_600_000),
    JSON.stringify({ problem: 'Бібліотеки зачинено, книжок у селах немає.' }),
  ]);
  await client.query('analyze');
  await client.end();
  return { competitionId, applications: rows.map(({ id }) => id) };
}

async function competition(client, closesAt) {
  const insert = async (table, row) => {
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`);
    const sql = `insert into ${table} (id, ${names}) values (gen_random_uuid(), ${places}) returning id`;
    return (await client.query(sql, Object.values(row))).rows[0].id;
  };
  const organiserId = await insert('identity.organiser', {
    ...{ slug: 'bench', name: 'Департамент', short_name: 'Департамент', edrpou: '32855961', city: 'Сєвєродонецьк' },
    ...{ contact_name: 'Олена', contact_phone: '+380500000001', contact_email: 'd@masscom.example', working_hours: '' },
  });
  const opensAt = new Date(closesAt.getTime() - 31 * DAY_MS);
  const day = (days) => new Date(closesAt.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  const id = await insert('competitions.competition', {
    ...{
      organiser_id: organiserId,
      state: 'announced',
      created_at: opensAt,
      code: '1.1-2021',
      title: 'Конкурс',
      purpose: '',
    },
    ...{
      rule_set_key: '1049-2020',
      rule_set: JSON.stringify({ key: '1049-2020', slots: {} }),
      rule_set_sha256: '0'.repeat(64),
    },
    ...{ budget_year: BUDGET_YEAR, pot_kop: 60_000_000, cap_kop: 6_000_000, own_share_hundredths: 1500 },
    ...{
      applications_per_organisation_max: 1,
      admitted_legal_forms: ['public-association'],
      scoring_mode: 'every-member',
    },
    ...{
      passing_hundredths: 1200,
      tie_order: ['submitted-earlier'],
      announced_on: day(-31),
      opens_at: opensAt,
      closes_at: closesAt,
    },
    ...{
      scoring_from: new Date(closesAt.getTime() + 10 * DAY_MS),
      scoring_until: new Date(closesAt.getTime() + 20 * DAY_MS),
    },
    ...{ decision_until: day(40), projects_from: day(60), projects_until: day(300) },
    ...{ form: JSON.stringify(FORM), published_at: opensAt },
  });
  await insert('competitions.priority', { competition_id: id, position: 1, title: 'Молодь', description: '' });
  return id;
}

/** $1 competition, $2 codes of the register, $3 hashes of tokens, $4 now, $5 end of the sessions, $6 answers. */
const APPLICANTS = `
  with who as (
    select n, edrpou, token_hash, gen_random_uuid() as person, gen_random_uuid() as organisation, gen_random_uuid() as application
      from unnest($2::text[], $3::bytea[]) with ordinality as given (edrpou, token_hash, n)
  ), persons as (
    insert into identity.person (id, email, family_name, given_name, patronymic, created_at)
    select person, 'applicant-' || n || '@ngo.example', 'Ткач', 'Ірина', 'Олегівна', $4 from who
  ), organisations as (
    insert into identity.organisation (id, edrpou, name, short_name, legal_form, registered_on, non_profit_sign, address,
                                       settlement, head_name, phone, email, created_at)
    select organisation, edrpou, 'ГО «Спілка ' || n || '»', 'Спілка ' || n, 'public-association', '2015-05-05', '0032', 'м. Сватове',
           'Сватове', 'Ірина Ткач', '+380500000002', 'org-' || n || '@ngo.example', $4 from who
  ), consents as (
    insert into identity.consent (person_id, notice_version, language, given_at) select person, 0, 'uk', $4 from who
  ), grants as (
    insert into identity.role_grant (id, person_id, role, scope_kind, scope_id, started_on)
    select gen_random_uuid(), person, 'applicant', 'organisation', organisation, '2020-01-01' from who
  ), sessions as (
    insert into identity.session (id, token_hash, person_id, created_at, seen_at, expires_at)
    select gen_random_uuid(), token_hash, person, $4, $4, $5 from who
  ), applications as (
    insert into applications.application (id, competition_id, organisation_id, state, version, created_at, created_by, updated_at, title,
                                          priority_id, start_on, end_on, answers, requested_kop, own_kop, total_kop)
    select application, c.id, organisation, 'draft', 6, $4, person, $4, 'Книга їде в село, маршрут ' || n,
           p.id, c.projects_from, c.projects_until, $6, 3000000, 1000000, 4000000
      from who, competitions.competition c join competitions.priority p on p.competition_id = c.id where c.id = $1
  ), activities as (
    insert into applications.activity (id, application_id, position, month, title)
    select gen_random_uuid(), application, position, to_char(c.projects_from, 'YYYY-MM'), 'Захід ' || position
      from who, generate_series(1, 6) position, competitions.competition c where c.id = $1
  ), lines as (
    insert into applications.budget_line (id, application_id, position, title, unit, quantity, price_kop, funded_kop, own_kop)
    select gen_random_uuid(), application, position, 'Книжки ' || position, 'шт.', 10, 40000, 300000, 100000
      from who, generate_series(1, 10) position
  ), indicators as (
    insert into applications.indicator (id, application_id, position, kind, title, planned, source)
    select gen_random_uuid(), application, position, case position when 1 then 'quantitative' else 'qualitative' end, 'Читачі', '60', 'журнал'
      from who, generate_series(1, 2) position
  )
  select application as id from who order by n`;
