import { createHash } from 'node:crypto';
import pg from 'pg';
import { insertCall } from './call.mjs';

const SESSION_HOURS = 8;

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
  const { id: competitionId } = await insertCall(client, { closesAt });
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
