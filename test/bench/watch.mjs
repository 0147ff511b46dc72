import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { buildIfNeeded } from '../../bin/lib/install.mjs';
import { startPostgres } from '../../bin/lib/postgres.mjs';
import { run } from '../../bin/lib/run.mjs';
import { environment } from './worlds.mjs';

/*
 * node test/bench/watch.mjs: the watch for near copies over 10 000 proposals of many calls. Each has ten answers of about a
 * hundred words; one in twenty repeats an answer of another call with some words changed. Measured is the job of the
 * last call, when all the others are there already.
 */

const CALLS = Number(process.env.CALLS ?? 84);
const IN_A_CALL = 120;
const ANSWERS = 10;
const WORDS = 100;
const VOCABULARY = Array.from({ length: 6_000 }, (_, index) => `слово${index.toString(36)}`);

let seed = 20201105;
const random = (below) => (seed = (seed * 48_271) % 2_147_483_647) % below;
const answerOf = () => Array.from({ length: WORDS }, () => VOCABULARY[random(VOCABULARY.length)]).join(' ');
const copied = (text) =>
  text
    .split(' ')
    .map((word) => (random(20) === 0 ? VOCABULARY[random(VOCABULARY.length)] : word))
    .join(' ');

const told = [];
const folder = mkdtempSync(join(tmpdir(), 'spryiannia-watch-'));
chmodSync(folder, 0o711);
await buildIfNeeded();
const { passagesOf } = await import('../../dist/libs/applications/src/model/shingles.js');
const { watchCompetition } = await import('../../dist/libs/applications/src/use-cases/watch-competition.js');
const postgres = await startPostgres({ dataDir: folder, fsync: false, maxConnections: 20 });
try {
  await measure();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  const admin = new pg.Client(postgres.adminUrl);
  await admin.connect();
  await admin.query('create database watch');
  await admin.end();
  const url = postgres.adminUrl.replace(/postgres$/, 'watch');
  await run(process.execPath, ['dist/apps/cli/src/main.js', 'migrate'], { env: environment(url, folder, 0) });
  const db = new pg.Client(url);
  db.on('error', () => undefined); // the server stops before the client when something failed
  await db.connect();
  // The builders of competitions are those of the tests; here only what is read is there.
  await db.query('set session_replication_role = replica');
  const calls = [];
  for (let call = 1; call <= CALLS; call += 1) calls.push(await insertCall(db, call < CALLS));
  await db.query('analyze'); // what is only read has no owners here, so the checks stay off
  const startedAt = performance.now();
  await db.query('begin');
  await watchCompetition(txOf(db), calls.at(-1));
  await db.query('commit');
  await tell(db, calls.length, performance.now() - startedAt);
  await db.end();
}

async function tell(db, calls, ms) {
  const { rows } = await db.query(
    `select (select count(*) from applications.passage) as passages, (select count(*) from applications.likeness) as found,
            pg_size_pretty(pg_total_relation_size('applications.passage')) as size`,
  );
  console.log(
    `call ${calls}: ${(ms / 1000).toFixed(1)} s, ${rows[0].passages} passages (${rows[0].size}), ${rows[0].found} alike`,
  );
}

/** Of the earlier calls the passages are there: their jobs have run. */
async function insertCall(db, isWatched) {
  const id = randomUUID();
  for (let number = 0; number < IN_A_CALL; number += 1) {
    const answers = Array.from({ length: ANSWERS }, () => answerOf());
    if (told.length > 0 && random(20) === 0) answers[0] = copied(told[random(told.length)]);
    told.push(answers[1]);
    await insertProposal(db, id, answers, isWatched);
  }
  return id;
}

async function insertProposal(db, competitionId, answers, isWatched) {
  const id = randomUUID();
  const content = {
    sections: [{ key: 'need', answers: answers.map((answer, index) => ({ key: `q${index}`, question: '', answer })) }],
    ...{ activities: [], indicators: [], budget: { lines: [] } },
  };
  const passages = passagesOf(content);
  if (passages.length !== ANSWERS) throw new Error('the passages are not what they should be');
  if (isWatched)
    await db.query(
      `insert into applications.passage (application_id, position, part, words, shingles)
       select $1, p.position, p.part, p.words, array(select jsonb_array_elements_text(p.shingles)::bigint)
         from jsonb_to_recordset($2) as p (position int, part text, words text, shingles jsonb)`,
      [id, JSON.stringify(passages.map((passage, position) => ({ ...passage, position })))],
    );
  await db.query(
    `insert into applications.application (id, competition_id, organisation_id, state, created_at, created_by, updated_at,
                                           register_code, submitted_at, submission_number)
     values ($1, $2, $1, 'submitted', now(), $1, now(), $3, now(), 1)`,
    [id, competitionId, `bench/${id}`],
  );
  await db.query(
    `insert into applications.submission (id, application_id, number, submitted_at, submitted_by, title, start_on, end_on,
                                          requested_kop, own_kop, total_kop, content, sha256)
     values ($1, $1, 1, now(), $1, 't', '2021-02-01', '2021-03-01', 1, 0, 1, $2, '')`,
    [id, JSON.stringify(content)],
  );
}

/** What the job asks of a transaction. */
function txOf(db) {
  return {
    now: new Date(),
    rows: async (sql, params) => (await db.query(sql, params)).rows,
    change: async (sql, params) => (await db.query(sql, params)).rowCount,
  };
}
