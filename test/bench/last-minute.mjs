import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ask, fieldOf } from './ask.mjs';
import { emailOf, prepareApplicants, tokenOf } from './applicants.mjs';
import { startSystem } from './built-system.mjs';
import { rawRate } from './raw-inserts.mjs';

/*
 * npm run -s bench:last-minute: 400, then 2 000 applicants submit in the last minute of a competition, against the built
 * portal and worker with PostgreSQL (fsync on), Redis and SMTP. Each opens «check your answers» a minute before and
 * presses the button; arrivals are spread over the minute, the last press one second before the closing. Nobody may be
 * lost, nobody late, everybody gets a receipt. The rate is printed beside that of the bare statements (pgbench).
 * APPLICANTS: «400,2000». MINUTE_S: the length of the minute. POOL: connections of the portal.
 */

const COUNTS = (process.env.APPLICANTS ?? '400,2000').split(',').map(Number);
const MINUTE_MS = Number(process.env.MINUTE_S ?? 60) * 1000;
const POOL = process.env.POOL ?? '10';
const LAST_PRESS_MS = 1_000;
const RECEIPTS_WITHIN_MS = 30 * 60_000;

const folder = mkdtempSync(join(tmpdir(), 'spryiannia-last-minute-'));
chmodSync(folder, 0o711); // the account of PostgreSQL has to pass through
try {
  for (const count of COUNTS) await lastMinute(count);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function lastMinute(count) {
  const system = await startSystem({ folder: join(folder, `${count}`), pool: POOL });
  try {
    await measure(system, count);
  } finally {
    await system.stop();
  }
}

async function measure(system, count) {
  const closesAt = new Date(Math.ceil((Date.now() + 2 * MINUTE_MS + count * 5) / 1000) * 1000);
  const world = await prepareApplicants(system.databaseUrl, { count, closesAt });
  const load = loadavg()[0];
  const began = closesAt.getTime() - MINUTE_MS;
  const answers = await Promise.all(
    world.applications.map((id, index) => submitInTime(system, { id, number: index + 1, count, began })),
  );
  const owed = answers.flatMap(({ isReceived }, index) => (isReceived ? [emailOf(index + 1)] : []));
  const receipts = await awaitReceipts(system, owed);
  const kept = await keptOf(system.databaseUrl);
  const raw = await rawRate(system.databaseUrl, { folder, clients: Number(POOL), applicants: count });
  report({ count, answers, kept, receipts, raw, load, closesAt });
}

/** Opens the page, reads, presses the button. The instants are those of the applicant's own clock. */
async function submitInTime({ url, agent }, { id, number, count, began }) {
  const press = began + ((MINUTE_MS - LAST_PRESS_MS) * number) / count;
  await until(press - MINUTE_MS);
  const path = `/applications/${id}/submission`;
  const page = await ask({ url, agent, path, cookie: `sp_session=${tokenOf(number)}` });
  await until(press);
  const from = Date.now();
  const cookie = `sp_session=${tokenOf(number)}; ${page.cookie}`;
  const form = new URLSearchParams({
    _csrf: fieldOf(page.body, '_csrf'),
    version: fieldOf(page.body, 'version'),
  }).toString();
  const answer = await ask({ url, agent, path, cookie, form });
  const isReceived = answer.status === 303 && answer.location.endsWith('/receipt');
  return {
    isReceived,
    status: answer.status,
    ms: Date.now() - from,
    from,
    done: Date.now(),
    pageMs: page.ms,
    body: answer.body,
  };
}

function until(instant) {
  return pause(Math.max(0, instant - Date.now()));
}

/** Whoever was received gets a receipt by mail. */
async function awaitReceipts({ mail }, owed) {
  const from = Date.now();
  const missing = () => owed.filter((email) => !mail.receipts.has(email)).length;
  while (missing() > 0 && Date.now() - from < RECEIPTS_WITHIN_MS) await pause(200);
  return { missing: missing(), afterMs: Date.now() - from };
}

async function keptOf(databaseUrl) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query(`
    select count(*)::int as submissions, count(distinct register_code)::int as codes,
           max(split_part(register_code, '/', 2)::int) as "lastNumber",
           (select count(*)::int from applications.application a join competitions.competition c on c.id = a.competition_id
             where a.submitted_at >= c.closes_at + interval '1 second') as late,
           (select max(seq)::int from facts.chain_head) as links
      from applications.submission s join applications.application a on a.id = s.application_id`);
  await client.end();
  return rows[0];
}

function report({ count, answers, kept, receipts, raw, load, closesAt }) {
  const failed = answers.filter(({ isReceived }) => !isReceived);
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (percent) => times[Math.min(count - 1, Math.floor((count * percent) / 100))];
  const done = answers.map((answer) => answer.done).sort((a, b) => a - b);
  const seconds = (done.at(-1) - Math.min(...answers.map(({ from }) => from))) / 1000;
  const busiest = Math.max(...perSecond(done).values());
  console.log(`
${count} applicants in the last ${MINUTE_MS / 1000} s, load of the machine before: ${load.toFixed(1)}
  received ${answers.length - failed.length}, refused or lost ${failed.length}; kept ${kept.submissions}, late ${kept.late}
  numbers 1 to ${kept.lastNumber}, different ${kept.codes}; links of the chain ${kept.links}
  receipts missing ${receipts.missing}, the last one ${(receipts.afterMs / 1000).toFixed(1)} s after the last answer
  the button: p50 ${at(50)} ms, p95 ${at(95)} ms, p99 ${at(99)} ms, longest ${times.at(-1)} ms; last answer ${(done.at(-1) - closesAt.getTime()) / 1000} s after the closing
  submissions: ${(count / seconds).toFixed(1)} a second over ${seconds.toFixed(1)} s, ${busiest} in the busiest one
  bare statements by pgbench, ${POOL} clients: ${raw ? `${raw.perSecond.toFixed(0)} a second, ${raw.latencyMs} ms each` : 'no pgbench here'}`);
  const pressed = ({ from, status }) =>
    `status ${status}, pressed ${Math.floor((closesAt.getTime() - from) / 1000)} s before the closing`;
  for (const [what, number] of countBy(failed.map(pressed))) console.log(`  ${what}: ${number}`);
  const isWhole = kept.submissions === count && kept.late === 0 && kept.codes === count && receipts.missing === 0;
  if (!isWhole || failed.length > 0) process.exitCode = 1;
}

function perSecond(instants) {
  return countBy(instants.map((instant) => Math.floor(instant / 1000)));
}

function countBy(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
