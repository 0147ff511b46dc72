import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { findProgram } from '../../bin/lib/run.mjs';

const SECONDS = 10;

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

/**
 * How many such transactions this PostgreSQL makes in a second when nothing stands before it.
 * @param {string} databaseUrl with submissions in it, of which one is the sample
 * @param {{ folder: string, clients: number, applicants: number }} options clients = the pool of the portal
 * @returns {Promise<{ perSecond: number, latencyMs: number } | null>} null without pgbench
 */
export async function rawRate(databaseUrl, { folder, clients, applicants }) {
  const program = findProgram('pgbench');
  if (!program) return null;
  await prepare(databaseUrl, applicants);
  const script = join(folder, 'submission.sql');
  writeFileSync(script, SUBMISSION);
  const args = [
    '-n',
    '-M',
    'prepared',
    '-f',
    script,
    '-D',
    `applicants=${applicants}`,
    '-c',
    `${clients}`,
    '-j',
    '1',
    '-T',
    `${SECONDS}`,
  ];
  const { stdout } = await promisify(execFile)(program, [...args, databaseUrl]);
  const number = (pattern) => Number(pattern.exec(stdout)?.[1] ?? Number.NaN);
  return { perSecond: number(/tps = ([\d.]+)/), latencyMs: number(/latency average = ([\d.]+)/) };
}

async function prepare(databaseUrl, applicants) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(`
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
  `);
  await client.end();
}
