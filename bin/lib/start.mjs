import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { portIfFree } from './free-port.mjs';
import { buildIfNeeded, checkNode, installPackages } from './install.mjs';
import { clearLeftovers, settleAll, StartedProcesses } from './processes.mjs';
import { seconds, step } from './progress.mjs';
import { ROOT, run, stopRuns } from './run.mjs';

/*
 * One command from a fresh clone to a running system. Whatever the environment gives (DATABASE_URL, REDIS_URL, SMTP_URL)
 * is used; what it does not give is started here and stopped with us. DEMO=0 leaves the demo world out.
 */

const MAIL_PAGE_PORT = 8025;
const READY_WITHIN_MS = 90_000;
const POLL_MS = 200;
const NO_REDIS = `No Redis here and none could be installed: the queue runs on PostgreSQL (QUEUE_BACKEND=postgres).
For Redis: docker compose up -d redis, then REDIS_URL=redis://127.0.0.1:6379 ./bin/start`;

const startedAt = Date.now();
const dataDir = resolve(process.env.DATA_DIR ?? join(ROOT, '.data'));
const port = Number(process.env.PORT ?? 3000);
const isDemo = process.env.DEMO !== '0';
/** @type {StartedProcesses | undefined} */
let started;
let isStopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
const starting = start();
starting.catch((error) => {
  if (!isStopping) console.error(`\n${error.message}`);
  return stop(1);
});

async function start() {
  checkNode();
  await clearLeftovers(dataDir);
  if ((await portIfFree(port)) === null) {
    throw new Error(`Port ${port} is taken. Choose another one: PORT=${port + 1} ./bin/start`);
  }
  await installPackages();
  await buildIfNeeded();

  started = new StartedProcesses(dataDir, (name, how) => {
    console.error(`\n${name} ended by itself (${how}); stopping.`);
    void stop(1);
  });
  const env = { ...process.env, ...(await startServices(started)) };
  const cli = (...args) => [process.execPath, ['dist/apps/cli/src/main.js', ...args]];
  await step('Bringing the database up to date', (note) => run(...cli('migrate'), { env, note }));
  if (isDemo) await step('Loading the demo world', (note) => run(...cli('seed-demo'), { env, note }));

  started.spawn('portal', 'dist/apps/portal/src/main.js', env);
  started.spawn('worker', 'dist/apps/worker/src/main.js', env);
  await untilReady(`http://localhost:${port}/readyz`);
  const accounts = isDemo ? await run(...cli('demo-accounts'), { env }) : '';
  if (!isStopping) announce(env, accounts);
}

/** @returns {Promise<Record<string, string>>} the environment of portal, worker and cli */
async function startServices(started) {
  const [postgresUrl, redisUrl, mail] = await settleAll([
    process.env.DATABASE_URL ?? step('Starting PostgreSQL', () => startPostgres(started)),
    process.env.REDIS_URL ?? step('Starting Redis', () => startRedis(started)),
    process.env.SMTP_URL ? { smtpUrl: process.env.SMTP_URL, pageUrl: '' } : startMail(started),
  ]);
  if (!redisUrl) console.log(`\n${NO_REDIS}\n`);
  return {
    DATABASE_URL: postgresUrl,
    ...(redisUrl ? { REDIS_URL: redisUrl } : { QUEUE_BACKEND: 'postgres' }),
    SMTP_URL: mail.smtpUrl,
    MAIL_PAGE_URL: mail.pageUrl,
    PORT: String(port),
    DATA_DIR: dataDir,
    PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}`,
    SESSION_SECRET: process.env.SESSION_SECRET ?? sessionSecret(),
    DEMO: isDemo ? '1' : '0',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
  };
}

// The parts below need npm packages, which are installed only after this file was loaded.

async function startPostgres(started) {
  const { startPostgres } = await import('./postgres.mjs');
  const postgres = await startPostgres({ dataDir, fsync: true });
  started.add('postgres', postgres);
  return postgres.url;
}

async function startRedis(started) {
  const { startRedis } = await import('./redis.mjs');
  const redis = await startRedis();
  if (redis) started.add('redis', redis);
  return redis?.url;
}

async function startMail(started) {
  const { startMailCatcher } = await import('./mail-catcher.mjs');
  const pagePort = (await portIfFree(MAIL_PAGE_PORT, '127.0.0.1')) ?? 0;
  const mail = await startMailCatcher({ folder: join(dataDir, 'mail'), pagePort });
  started.add('mail', mail);
  return mail;
}

/** Kept, so that people stay signed in over a restart. */
function sessionSecret() {
  const file = join(dataDir, 'session-secret');
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

async function untilReady(url) {
  let answer = 'no answer';
  for (const until = Date.now() + READY_WITHIN_MS; !isStopping; await pause(POLL_MS)) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    if (response) answer = await response.text();
    if (Date.now() > until) throw new Error(`Not ready after ${READY_WITHIN_MS / 1000} s: ${answer}`);
  }
}

function announce(env, accounts) {
  const mail = env.MAIL_PAGE_URL && `Mail:  ${env.MAIL_PAGE_URL}`;
  const lines = [`Ready: http://localhost:${port}`, mail, accounts && `\n${accounts.trimEnd()}`];
  console.log(`\n${lines.filter(Boolean).join('\n')}\n\nStarted in ${seconds(startedAt)}. Ctrl-C stops everything.\n`);
}

async function stop(exitCode) {
  if (isStopping) return;
  isStopping = true;
  if (exitCode === 0) console.log('\nStopping …');
  stopRuns();
  await starting.catch(() => {}); // a service half started could not be stopped
  await started?.stopAll();
  process.exit(exitCode);
}
