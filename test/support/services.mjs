import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { buildIfNeeded } from '../../bin/lib/install.mjs';
import { startPostgres } from '../../bin/lib/postgres.mjs';
import { clearLeftovers, settleAll, StartedProcesses } from '../../bin/lib/processes.mjs';
import { startRedis } from '../../bin/lib/redis.mjs';
import { ROOT, run } from '../../bin/lib/run.mjs';

const PREFIX = 'spryiannia-tests-';
const MAX_CONNECTIONS = 200;
const TEMPLATE = 'tpl';

/**
 * What a test run shares: PostgreSQL without fsync with the migrated template database `tpl`, Redis, and one mail
 * catcher per Jest worker. Addresses go to the tests through TEST_* variables; see test-file.mjs for what a file gets.
 * @param {number} workers
 * @returns {Promise<() => Promise<void>>} stops everything and removes its folder
 */
export async function startServices(workers) {
  await clearEarlierRuns();
  await buildIfNeeded();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o711); // the account of PostgreSQL has to pass through
  const started = new StartedProcesses(folder);
  const stop = async () => {
    await started.stopAll();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop().then(() => process.exit(1)));
  try {
    const [postgres, redis, mail] = await settleAll([
      added(started, 'postgres', startPostgres({ dataDir: folder, fsync: false, maxConnections: MAX_CONNECTIONS })),
      added(started, 'redis', startRedis()),
      added(started, 'mail', startMailCatchers(join(folder, 'mail'), workers)),
    ]);
    if (!redis) throw new Error('Tests need Redis: install redis-server, or run ./bin/test as root.');
    await migrateTemplate(postgres.adminUrl);
    process.env.TEST_FOLDER = folder;
    process.env.TEST_PG_URL = postgres.adminUrl;
    process.env.TEST_REDIS_URL = redis.url;
    process.env.TEST_MAIL = JSON.stringify(mail.addresses);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function added(started, name, starting) {
  const service = await starting;
  if (service) started.add(name, service);
  return service;
}

/** Runs that were killed leave servers and a folder each. */
async function clearEarlierRuns() {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const folder of folders.map((name) => join(tmpdir(), name))) {
    if (!existsSync(join(folder, 'running.json'))) continue;
    const isCleared = await clearLeftovers(folder).then(
      () => true,
      () => false, // still running
    );
    if (isCleared) rmSync(folder, { recursive: true, force: true });
  }
}

// Processes of their own: a test that blocks its process must still be able to send mail.
async function startMailCatchers(folder, count) {
  const child = fork(join(ROOT, 'test/support/mail-catchers.mjs'), [folder, String(count)], { detached: true });
  const [addresses] = await once(child, 'message');
  return { pid: child.pid, addresses };
}

async function migrateTemplate(adminUrl) {
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    await client.query(`create database ${TEMPLATE}`);
    const env = { ...process.env, DATABASE_URL: adminUrl.replace(/postgres$/, TEMPLATE), QUEUE_BACKEND: 'postgres' };
    await run(process.execPath, ['dist/apps/cli/src/main.js', 'migrate'], { env });
  } finally {
    await client.end();
  }
}
