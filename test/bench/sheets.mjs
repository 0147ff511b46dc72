import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, fieldOf } from './ask.mjs';
import { startSystem } from './built-system.mjs';
import { rawSheets } from './raw-inserts.mjs';
import { prepareScorers, tokenOf } from './scorers.mjs';

/*
 * npm run -s bench:sheets: 200 people write score sheets at once, each as quickly as the portal answers, against the built
 * portal with PostgreSQL (fsync on). Every save is that of the page: four points, a comment, an advice, the fact in the
 * same transaction. None may be lost. The rate is printed beside that of the bare statements (pgbench).
 * PEOPLE, SHEETS (of each), SAVES (of each sheet), POOL: connections of the portal.
 */

const PEOPLE = Number(process.env.PEOPLE ?? 200);
const SHEETS = Number(process.env.SHEETS ?? 10);
const SAVES = Number(process.env.SAVES ?? 4);
const POOL = process.env.POOL ?? '10';
const COMMENT = 'Мета зрозуміла, кошторис відповідає заходам, але не сказано, хто перевірятиме журнал відвідувачів.';

const folder = mkdtempSync(join(tmpdir(), 'spryiannia-sheets-'));
chmodSync(folder, 0o711); // the account of PostgreSQL has to pass through
const system = await startSystem({ folder, pool: POOL });
try {
  await measure();
} finally {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  const { queues } = await prepareScorers(system.databaseUrl, { scorers: PEOPLE, proposals: 500, each: SHEETS });
  const people = [];
  for (const [index, queue] of queues.entries()) people.push(await openPage(queue, index));
  const load = loadavg()[0];
  const from = performance.now();
  const answers = (await Promise.all(people.map(writeAll))).flat();
  const seconds = (performance.now() - from) / 1000;
  const raw = await rawSheets(system.databaseUrl, { folder, clients: Number(POOL) });
  report({ answers, seconds, load, raw });
}

/** The page of the first sheet gives the cookie and the token of its forms. */
async function openPage(queue, index) {
  const session = `sp_session=${tokenOf(index + 1)}`;
  const page = await ask({ ...system, path: `/scoring/sheets/${queue[0]}`, cookie: session });
  if (page.status !== 200) throw new Error(`the sheet does not open: ${page.status} ${page.body.slice(0, 2000)}`);
  return { queue, cookie: `${session}; ${page.cookie}`, token: fieldOf(page.body, '_csrf') };
}

async function writeAll({ queue, cookie, token }) {
  const answers = [];
  for (const id of queue)
    for (let version = 0; version < SAVES; version += 1) {
      const form = formOf(token, version);
      const answer = await ask({ ...system, path: `/scoring/sheets/${id}`, cookie, form });
      answers.push({ ms: answer.ms, isSaved: answer.body.includes(`"version":${version + 1}`), answer });
    }
  return answers;
}

function formOf(token, version) {
  const points = Object.fromEntries(
    ['fit', 'results', 'efficiency', 'capacity'].map((key, index) => [`points[${key}]`, `${(version + index) % 6}`]),
  );
  const advice = { recommendedKop: '25000', recommendedReason: 'Без оренди', confidence: 'high' };
  return new URLSearchParams({
    ...{ _csrf: token, action: 'autosave', version: `${version}`, comment: COMMENT },
    ...points,
    ...advice,
  }).toString();
}

function report({ answers, seconds, load, raw }) {
  const failed = answers.filter(({ isSaved }) => !isSaved);
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (percent) => times[Math.min(times.length - 1, Math.floor((times.length * percent) / 100))];
  console.log(`
${PEOPLE} people, ${SHEETS} sheets each, ${SAVES} saves of each sheet; load of the machine before: ${load.toFixed(1)}
  saved ${answers.length - failed.length}, refused or lost ${failed.length}
  ${(answers.length / seconds).toFixed(0)} saves a second; a save: p50 ${at(50)} ms, p95 ${at(95)} ms, p99 ${at(99)} ms
  bare statements by pgbench, ${POOL} clients: ${raw ? `${raw.perSecond.toFixed(0)} a second` : 'no pgbench here'}`);
  if (failed.length === 0) return;
  console.log(failed[0].answer.status, failed[0].answer.body.slice(0, 500));
  process.exitCode = 1;
}
