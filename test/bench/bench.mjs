import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../bin/lib/free-port.mjs';
import { buildIfNeeded } from '../../bin/lib/install.mjs';
import { startPostgres } from '../../bin/lib/postgres.mjs';
import { run } from '../../bin/lib/run.mjs';
import { makeLargeWorld } from './large-world.mjs';
import { BenchVisitor, measure } from './measure.mjs';
import { pagesToMeasure } from './pages.mjs';

/*
 * npm run bench: every list page and public page in the demo world and in one of 10 000 proposals, in one run on one
 * machine. Two worlds stand side by side, each with a portal of its own, and take turns page by page.
 * COPIES and REQUESTS change the size of the large world and the number of requests for a page.
 */

const COPIES = Number(process.env.COPIES ?? 140);
const REQUESTS = Number(process.env.REQUESTS ?? 30);
const TARGET_RATIO = 1.2;
const READY_WITHIN_MS = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'spryiannia-bench-'));
chmodSync(folder, 0o711); // the account of PostgreSQL has to pass through
const stops = [];
try {
  await bench();
} finally {
  for (const stop of stops.reverse()) await stop();
  rmSync(folder, { recursive: true, force: true });
}

async function bench() {
  await buildIfNeeded();
  const postgres = await startPostgres({ dataDir: folder, fsync: false, maxConnections: 100 });
  stops.push(() => postgres.stop());
  const urls = { small: urlOf(postgres.adminUrl, 'small'), large: urlOf(postgres.adminUrl, 'large') };
  await prepare(postgres.adminUrl, urls);
  const portals = { small: await startPortal(urls.small), large: await startPortal(urls.large) };
  print(await measureAll(portals, await pagesToMeasure(urls.small)));
}

function urlOf(adminUrl, name) {
  return adminUrl.replace(/postgres$/, name);
}

async function prepare(adminUrl, { small, large }) {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await admin.query('create database small');
  const env = environment(small, 0);
  for (const command of ['migrate', 'seed-demo'])
    await timed(`Small world: ${command}`, () =>
      run(process.execPath, ['dist/apps/cli/src/main.js', command], { env }),
    );
  await admin.query('create database large template small');
  await admin.end();
  await timed(`Large world: ${COPIES} copies`, () => makeLargeWorld(large, COPIES));
  await timed('Statistics of the small world', () => analyze(small));
  console.log(`Rows: ${await sizeOf(small)} and ${await sizeOf(large)}`);
}

async function analyze(url) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}

async function sizeOf(url) {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(
    `select (select count(*) from competitions.competition) || ' competitions, '
         || (select count(*) from applications.application) || ' proposals, '
         || (select count(*) from identity.organisation) || ' organisations, '
         || (select count(*) from evaluation.score_sheet) || ' sheets, '
         || (select count(*) from facts.fact) || ' facts' as size`,
  );
  await client.end();
  return rows[0].size;
}

function environment(databaseUrl, port) {
  const url = `http://localhost:${port}`;
  const demo = { DEMO: '1', QUEUE_BACKEND: 'postgres', SMTP_URL: 'smtp://127.0.0.1:9', LOG_LEVEL: 'warn' };
  return { ...process.env, ...demo, DATABASE_URL: databaseUrl, DATA_DIR: folder, PORT: String(port), PUBLIC_URL: url };
}

async function startPortal(databaseUrl) {
  const port = await freePort();
  const env = environment(databaseUrl, port);
  const child = spawn(process.execPath, ['dist/apps/portal/src/main.js'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  stops.push(() => new Promise((done) => (child.once('exit', done), child.kill())));
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(100))
    if ((await fetch(`${env.PUBLIC_URL}/readyz`).catch(() => null))?.ok) return env.PUBLIC_URL;
  throw new Error('the portal is not ready');
}

async function measureAll(portals, pages) {
  const visitors = new Map();
  const visitorOf = async (url, email) => {
    const key = `${url} ${email}`;
    if (!visitors.has(key))
      visitors.set(key, email ? await new BenchVisitor(url).signIn(email) : new BenchVisitor(url));
    return visitors.get(key);
  };
  const rows = [];
  for (const { path, email } of pages) {
    const small = await measure(await visitorOf(portals.small, email), path, REQUESTS);
    const large = await measure(await visitorOf(portals.large, email), path, REQUESTS);
    rows.push({ path, email, small, large, ratio: large.p50 / small.p50 });
  }
  return rows;
}

function print(rows) {
  const number = (value) => value.toFixed(1);
  console.log(
    `\n${cpus()[0].model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}; ${REQUESTS} requests for a page\n`,
  );
  console.log(
    '| page | who | status | p50 small, ms | p50 large | p95 small | p95 large | per second, large | ratio |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const { path, email, small, large, ratio } of rows) {
    const who = email?.split('@')[0] ?? 'anybody';
    const times = [small.p50, large.p50, small.p95, large.p95, large.perSecond].map(number).join(' | ');
    const name = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id');
    const mark = ratio > TARGET_RATIO ? ' ✗' : '';
    console.log(`| ${name} | ${who} | ${small.status}/${large.status} | ${times} | ${ratio.toFixed(2)}${mark} |`);
  }
  const slow = rows.filter(({ ratio }) => ratio > TARGET_RATIO).length;
  console.log(`\n${rows.length - slow} of ${rows.length} pages within ${TARGET_RATIO} of the small world.`);
}

async function timed(title, work) {
  const from = Date.now();
  await work();
  console.log(`${title}: ${((Date.now() - from) / 1000).toFixed(1)} s`);
}
