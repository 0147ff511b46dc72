import { createHash } from 'node:crypto';
import pg from 'pg';
import { insertCall } from './call.mjs';

const DAY_MS = 86_400_000;
const SESSION_HOURS = 8;

export const tokenOf = (number) => `bench-session-${number}`;

/**
 * A competition in its scoring, with admitted proposals and people who are signed in, have no conflict, and share the
 * proposals evenly among them.
 * @param {string} databaseUrl migrated, without a world
 * @param {{ scorers: number, proposals: number, each: number, state?: string }} world each: sheets of one scorer
 * @returns {Promise<{ call: Awaited<ReturnType<typeof insertCall>>, queues: string[][] }>} ids of the assignments of each scorer
 */
export async function prepareScorers(databaseUrl, { scorers, proposals, each, state = 'scoring' }) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const call = await insertCall(client, { closesAt: new Date(Date.now() - 15 * DAY_MS), state });
  await client.query(PROPOSALS, [call.id, proposals]);
  const hashes = Array.from({ length: scorers }, (_, at) =>
    createHash('sha256')
      .update(tokenOf(at + 1))
      .digest(),
  );
  const { rows } = await client.query(SCORERS, [
    call.id,
    hashes,
    new Date(),
    new Date(Date.now() + SESSION_HOURS * 3_600_000),
    each,
    proposals,
  ]);
  await client.query('analyze');
  await client.end();
  const queues = Array.from({ length: scorers }, () => []);
  for (const { number, id } of rows) queues[number - 1].push(id);
  return { call, queues };
}

/** $1 competition, $2 how many. */
const PROPOSALS = `
  with who as (
    select n, gen_random_uuid() as person, gen_random_uuid() as organisation, gen_random_uuid() as application
      from generate_series(1, $2::int) n
  ), persons as (
    insert into identity.person (id, email, family_name, given_name, patronymic, created_at)
    select person, 'applicant-' || n || '@ngo.example', 'Ткач', 'Ірина', 'Олегівна', now() from who
  ), organisations as (
    insert into identity.organisation (id, edrpou, name, short_name, legal_form, registered_on, non_profit_sign, address,
                                       settlement, head_name, phone, email, created_at)
    select organisation, (30000000 + n)::text, 'ГО «Спілка ' || n || '»', 'Спілка ' || n, 'public-association', '2015-05-05',
           '0032', 'м. Сватове', 'Сватове', 'Ірина Ткач', '+380500000002', 'org-' || n || '@ngo.example', now() from who
  ), applications as (
    insert into applications.application (id, competition_id, organisation_id, state, created_at, created_by, updated_at, title,
                                          start_on, end_on, requested_kop, own_kop, total_kop, register_code, submitted_at,
                                          submission_number, submitted_version)
    select application, c.id, organisation, 'admitted', now(), person, now(), 'Книга їде в село, маршрут ' || n,
           c.projects_from, c.projects_until, 3000000, 1000000, 4000000, '1.1-2021/' || n, c.closes_at - n * interval '1 second', 1, 1
      from who, competitions.competition c where c.id = $1
  )
  insert into applications.submission (id, application_id, number, submitted_at, submitted_by, title, start_on, end_on,
                                       requested_kop, own_kop, total_kop, content, sha256)
  select gen_random_uuid(), application, 1, c.closes_at - n * interval '1 second', person, 'Книга їде в село, маршрут ' || n,
         c.projects_from, c.projects_until, 3000000, 1000000, 4000000,
         '{"budget": {"lines": []}, "indicators": [], "activities": [], "sections": []}', ''
    from who, competitions.competition c where c.id = $1`;

/** $1 competition, $2 hashes of tokens, $3 now, $4 end of the sessions, $5 sheets of each, $6 proposals. */
const SCORERS = `
  with who as (
    select n::int as n, token_hash, gen_random_uuid() as person from unnest($2::bytea[]) with ordinality as given (token_hash, n)
  ), persons as (
    insert into identity.person (id, email, family_name, given_name, patronymic, created_at)
    select person, 'scorer-' || n || '@people.example', 'Оцінювач', 'Олена', n::text, $3 from who
  ), consents as (
    insert into identity.consent (person_id, notice_version, language, given_at) select person, 0, 'uk', $3 from who
  ), grants as (
    insert into identity.role_grant (id, person_id, role, scope_kind, scope_id, started_on)
    select gen_random_uuid(), person, 'commission-member', 'competition', $1::uuid, '2020-01-01' from who
  ), sessions as (
    insert into identity.session (id, token_hash, person_id, created_at, seen_at, expires_at)
    select gen_random_uuid(), token_hash, person, $3, $3, $4 from who
  ), proposals as (
    select id, row_number() over (order by register_code) - 1 as number from applications.application where competition_id = $1
  ), pairs as (
    select w.n, w.person, p.id as application, position, gen_random_uuid() as assignment
      from who w, generate_series(0, $5::int - 1) position, proposals p
     where p.number = ((w.n - 1) * $5 + position) % $6::int
  ), declarations as (
    insert into evaluation.conflict_declaration (application_id, person_id, competition_id, kind, declared_at)
    select application, person, $1, 'none', $3 from pairs
  )
  insert into evaluation.assignment (id, competition_id, application_id, person_id, position, assigned_at)
  select assignment, $1, application, person, position + 1, $3 from pairs
  returning id, (select n from who where who.person = assignment.person_id) as number`;
