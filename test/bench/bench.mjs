import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../bin/lib/free-port.mjs';
import { buildIfNeeded } from '../../bin/lib/install.mjs';
import { startPostgres } from '../../bin/lib/postgres.mjs';
import { run } from '../../bin/lib/run.mjs';
import { makeLargeWorld } from './large-world.mjs';
import { BenchVisitor, measureInTurns } from './measure.mjs';
import { pagesToMeasure } from './pages.mjs';

/*
 * npm run bench: every public page, every list and the desks, in the demo world and in one of 10 000 proposals. Two
 * worlds stand side by side, each with a portal of its own, and are asked in turns.
 * REQUESTS: requests for a page. DECIDED, GOING: copies of a decided competition and of another one. KEEP: a folder in
 * which the worlds stay for the next run. ONLY: a part of the addresses to measure.
 */

const COPIES = { decided: Number(process.env.DECIDED ?? 100), going: Number(process.env.GOING ?? 12) };
const REQUESTS = Number(process.env.REQUESTS ?? 30);
const TARGET_RATIO = 1.2;
const READY_WITHIN_MS = 60_000;

const number = (value) => value.toFixed(1);
const both = (small, large) => (small === large ? `${small}` : `${small}/${large}`);

/** No mail goes out of a seed; in a world that has lived it has gone. */
const SENT = `
  update notifications.message set state = 'sent', sent_at = queued_at, error = null, sending_until = null
   where state in ('queued', 'sending', 'failed')`;

const folder = process.env.KEEP ?? mkdtempSync(join(tmpdir(), 'spryiannia-bench-'));
mkdirSync(folder, { recursive: true });
chmodSync(folder, 0o711); // the account of PostgreSQL has to pass through
const stops = [];
try {
  await bench();
} finally {
  for (const stop of stops.reverse()) await stop();
  if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true });
}

async function bench() {
  await buildIfNeeded();
  const postgres = await startPostgres({ dataDir: folder, fsync: false, maxConnections: 100 });
  stops.push(() => postgres.stop());
  const urls = { small: urlOf(postgres.adminUrl, 'small'), large: urlOf(postgres.adminUrl, 'large') };
  await prepare(postgres.adminUrl, urls);
  const { pages, left } = await pagesToMeasure(environment(urls.small, 0));
  const portals = [await startPortal(urls.small), await startPortal(urls.large)];
  print(
    await measureAll(
      portals,
      pages.filter(({ path }) => path.includes(process.env.ONLY ?? '')),
    ),
    left,
  );
}

function urlOf(adminUrl, name) {
  return adminUrl.replace(/postgres$/, name);
}

async function prepare(adminUrl, { small, large }) {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  const { rows } = await admin.query(`select datname from pg_database where datname in ('small', 'large')`);
  if (rows.length < 2) await makeWorlds(admin, small, large);
  await admin.end();
  for (const url of [small, large]) await command(url, 'migrate');
  console.log(`Rows: ${await sizeOf(small)} and ${await sizeOf(large)}`);
}

/** The small one is complete before it is cloned, and the large one is called so only when it is complete. */
async function makeWorlds(admin, small, large) {
  for (const name of ['small', 'large', 'growing']) await admin.query(`drop database if exists ${name}`);
  await admin.query('create database small');
  for (const name of ['migrate', 'seed-demo']) await timed(`Small world: ${name}`, () => command(small, name));
  await ask(small, SENT);
  await admin.query('create database growing template small');
  await timed('Large world', () => makeLargeWorld(large.replace(/large$/, 'growing'), COPIES));
  await admin.query('alter database growing rename to large');
  await ask(small, 'vacuum analyze');
}

function command(url, name) {
  return run(process.execPath, ['dist/apps/cli/src/main.js', name], { env: environment(url, 0) });
}

async function ask(url, sql) {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

async function sizeOf(url) {
  const [{ size }] = await ask(
    url,
    `select (select count(*) from competitions.competition) || ' competitions, '
         || (select count(*) from applications.application) || ' proposals, '
         || (select count(*) from identity.organisation) || ' organisations, '
         || (select count(*) from evaluation.score_sheet) || ' sheets, '
         || (select count(*) from notifications.message) || ' letters, '
         || (select count(*) from facts.fact) || ' facts' as size`,
  );
  return size;
}

function environment(databaseUrl, port) {
  const url = `http://localhost:${port}`;
  const demo = { DEMO: '1', QUEUE_BACKEND: 'postgres', SMTP_URL: 'smtp://127.0.0.1:9', LOG_LEVEL: 'warn' };
  return { ...process.env, ...demo, DATABASE_URL: databaseUrl, DATA_DIR: folder, PORT: String(port), PUBLIC_URL: url };
}

async function startPortal(databaseUrl) {
  const port = await freePort();
  const env = environment(databaseUrl, port);
  const args = ['--import', './test/bench/count-statements.mjs', 'dist/apps/portal/src/main.js'];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  stops.push(() => new Promise((done) => (child.once('exit', done), child.kill())));
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(100))
    if ((await fetch(`${env.PUBLIC_URL}/readyz`).catch(() => null))?.ok) return { url: env.PUBLIC_URL, child };
  throw new Error('the portal is not ready');
}

async function measureAll(portals, pages) {
  const known = new Map();
  const visitorsOf = async (email) => {
    const come = (portal) => (email ? new BenchVisitor(portal).signIn(email) : new BenchVisitor(portal));
    if (!known.has(email)) known.set(email, await Promise.all(portals.map(come)));
    return known.get(email);
  };
  const rows = [];
  for (const { path, email } of pages) {
    const [small, large] = await measureInTurns(await visitorsOf(email), path, REQUESTS);
    rows.push({ path, email, small, large, ratio: large.p50 / small.p50 });
  }
  return rows;
}

function print(rows, left) {
  const [cpu] = cpus();
  const machine = `${cpu.model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  console.log(`\n${machine}; load ${loadavg().map(number).join(' ')}; ${REQUESTS} requests for a page in each world\n`);
  console.log('| page | who | status | p50 small, ms | p50 large | p95 large | statements | kB | ratio |');
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const row of rows) console.log(line(row));
  const slow = rows.filter(({ ratio }) => ratio > TARGET_RATIO);
  console.log(
    `\n${rows.length - slow.length} of ${rows.length} pages within ${TARGET_RATIO} of the small world. Above:`,
  );
  for (const { path, ratio } of slow.toSorted((a, b) => b.ratio - a.ratio)) console.log(`${ratio.toFixed(2)} ${path}`);
  if (left.length > 0) console.log(`Not measured, their addresses are not known: ${left.join(' ')}`);
}

function line({ path, email, small, large, ratio }) {
  const times = [small.p50, large.p50, large.p95].map(number).join(' | ');
  const name = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id');
  const status = both(small.status, large.status);
  const asked = both(small.statements, large.statements);
  const size = both(...[small, large].map(({ bytes }) => Math.round(bytes / 1024)));
  const mark = ratio > TARGET_RATIO ? ' ✗' : '';
  return `| ${name} | ${email?.split('@')[0] ?? 'anybody'} | ${status} | ${times} | ${asked} | ${size} | ${ratio.toFixed(2)}${mark} |`;
}

async function timed(title, work) {
  const from = Date.now();
  await work();
  console.log(`${title}: ${((Date.now() - from) / 1000).toFixed(1)} s`);
}
