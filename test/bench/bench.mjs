import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../bin/lib/free-port.mjs';
import { buildIfNeeded } from '../../bin/lib/install.mjs';
import { startPostgres } from '../../bin/lib/postgres.mjs';
import { assignmentBesideHighs } from './beside-highs.mjs';
import { BenchVisitor, measureInTurns, percentiles } from './measure.mjs';
import { pagesToMeasure } from './pages.mjs';
import { printTable } from './table.mjs';
import { environment, prepareWorlds } from './worlds.mjs';

/*
 * npm run bench: the assignment of experts beside the solver `highs` (alone: ONLY=assignment); then every public page,
 * every list and the desks, in a world of 1 000 proposals and in one of 10 000. Two worlds stand side by side, each with
 * a portal of its own, and are asked in turns.
 * REQUESTS: requests for a page in one round. ROUNDS: how often all pages are gone through. DECIDED, GOING: copies of a
 * decided competition and of another one in the large world. KEEP: a folder in which the worlds stay for the next run.
 * ONLY: a part of the addresses to measure, or `assignment`.
 */

const REQUESTS = Number(process.env.REQUESTS ?? 10);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const READY_WITHIN_MS = 60_000;

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
  if (['', 'assignment'].includes(process.env.ONLY ?? '')) await assignmentBesideHighs(folder);
  if (process.env.ONLY === 'assignment') return;
  const postgres = await startPostgres({ dataDir: folder, fsync: false, maxConnections: 100 });
  stops.push(() => postgres.stop());
  const { small, large } = await prepareWorlds(postgres.adminUrl, folder);
  const { pages, left } = await pagesToMeasure(environment(small, folder, 0));
  const asked = pages.filter(({ path }) => path.includes(process.env.ONLY ?? ''));
  printTable(await measureAll([await startPortal(small), await startPortal(large)], asked), left, ROUNDS * REQUESTS);
}

async function startPortal(databaseUrl) {
  const port = await freePort();
  const env = environment(databaseUrl, folder, port);
  const args = ['--import', './test/bench/count-statements.mjs', 'dist/apps/portal/src/main.js'];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  stops.push(() => new Promise((done) => (child.once('exit', done), child.kill())));
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(100))
    if ((await fetch(`${env.PUBLIC_URL}/readyz`).catch(() => null))?.ok) return { url: env.PUBLIC_URL, child };
  throw new Error('the portal is not ready');
}

/** Round by round: what disturbs the machine for a minute does not hit one page alone. */
async function measureAll(portals, pages) {
  const rows = pages.map((page) => ({ ...page, load: 0, worlds: portals.map(() => ({ times: [] })) }));
  const visitorsOf = signedIn(portals);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const row of rows) {
      const measured = await measureInTurns(await visitorsOf(row.email), row.path, REQUESTS);
      row.worlds = measured.map((page, world) => ({ ...page, times: [...row.worlds[world].times, ...page.times] }));
      row.load = Math.max(row.load, loadavg()[0]);
    }
  return rows.map(({ worlds, ...row }) => {
    const [small, large] = worlds.map((world) => ({ ...world, ...percentiles(world.times) }));
    return { ...row, small, large, ratio: large.p50 / small.p50 };
  });
}

/** Everybody signs in once in each world. */
function signedIn(portals) {
  const known = new Map();
  return async (email) => {
    const come = (portal) => (email ? new BenchVisitor(portal).signIn(email) : new BenchVisitor(portal));
    if (!known.has(email)) known.set(email, await Promise.all(portals.map(come)));
    return known.get(email);
  };
}
