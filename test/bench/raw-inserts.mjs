import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { findProgram } from '../../bin/lib/run.mjs';

const SECONDS = 10;
const SHEETS = 2_000;

/**
 * The rows that one submission leaves, as bare statements: the version with its frozen words, the proposal, its number,
 * its fact with the head of the chain, and the work owed. The number and the head of the chain stand in one row for
 * everybody, here as there.
 */
const SUBMISSION = `
\\set n random(1, :applicants)
begin;
select id from competitions.competition for share;
insert into bench.submission select gen_random_uuid(), now(), content, sha256 from bench.sample;
update bench.application set state = 'submitted', submitted_at = now() where n = :n;
update bench.series set last = last + 1 where n = 1;
update bench.head set seq = seq + 1, hash = md5(hash) where n = 1;
insert into bench.fact select gen_random_uuid(), now(), body, sha256 from bench.sample;
insert into bench.delivery values (gen_random_uuid(), 'applications.make-receipt', now());
commit;
`;

/** What one save of a sheet leaves: the sheet, its four scores, its fact. */
const SHEET = `
\\set n random(1, :sheets)
\\set p random(0, 5)
begin;
select id from competitions.competition for share;
update bench.sheet set comment = comment, updated_at = now(), version = version + 1 where n = :n;
delete from bench.score where n = :n;
insert into bench.score select :n, criterion, :p, '' from generate_series(1, 4) criterion;
insert into bench.fact select gen_random_uuid(), now(), body, '' from bench.sample;
commit;
`;

/**
 * How many transactions of a submission this PostgreSQL makes in a second when nothing stands before it.
 * @param {string} databaseUrl with submissions in it, of which one is the sample
 * @param {{ folder: string, clients: number, applicants: number }} options clients = the pool of the portal
 * @returns {Promise<{ perSecond: number, latencyMs: number } | null>} null without pgbench
 */
export async function rawRate(databaseUrl, { folder, clients, applicants }) {
  return rate(databaseUrl, { folder, clients, script: SUBMISSION, prepare: submissionTables(applicants), applicants });
}

/** The same for a save of a score sheet. @returns {Promise<{ perSecond: number, latencyMs: number } | null>} */
export async function rawSheets(databaseUrl, { folder, clients }) {
  return rate(databaseUrl, { folder, clients, script: SHEET, prepare: SHEET_TABLES, sheets: SHEETS });
}

async function rate(databaseUrl, { folder, clients, script, prepare, ...values }) {
  const program = findProgram('pgbench');
  if (!program) return null;
  await run(databaseUrl, prepare);
  const file = join(folder, 'raw.sql');
  writeFileSync(file, script);
  const named = Object.entries(values).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
  const args = ['-n', '-M', 'prepared', '-f', file, ...named, '-c', `${clients}`, '-j', '1', '-T', `${SECONDS}`];
  const { stdout } = await promisify(execFile)(program, [...args, databaseUrl]);
  const number = (pattern) => Number(pattern.exec(stdout)?.[1] ?? Number.NaN);
  return { perSecond: number(/tps = ([\d.]+)/), latencyMs: number(/latency average = ([\d.]+)/) };
}

async function run(databaseUrl, sql) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(sql);
  await client.end();
}

const submissionTables = (applicants) => `
    drop schema if exists bench cascade;
    create schema bench;
    create table bench.sample as
      select s.content, s.sha256, f.body from applications.submission s
        join facts.fact f on f.subject_id = s.application_id and f.name = 'applications.submitted' limit 1;
    create table bench.submission (id uuid primary key, at timestamptz, content jsonb, sha256 text);
    create table bench.application as select n, 'draft' as state, null::timestamptz as submitted_at from generate_series(1, ${applicants}) n;
    create unique index on bench.application (n);
    create table bench.series as select 1 as n, 0 as last;
    create table bench.head as select 1 as n, 0 as seq, md5('') as hash;
    create table bench.fact (id uuid primary key, at timestamptz, body text, hash text);
    create table bench.delivery (id uuid primary key, task text, due_at timestamptz);
    create index on bench.delivery (due_at);
`;

const SHEET_TABLES = `
    drop schema if exists bench cascade;
    create schema bench;
    create table bench.sample as select body from facts.fact where name = 'evaluation.sheet-saved' limit 1;
    create table bench.sheet as select n, comment, updated_at, version
      from evaluation.score_sheet s, generate_series(1, ${SHEETS}) n where s.id = (select id from evaluation.score_sheet limit 1);
    create unique index on bench.sheet (n);
    create table bench.score (n int, criterion int, points int, comment text, primary key (n, criterion));
    create table bench.fact (id uuid primary key, at timestamptz, body text, hash text);
`;
