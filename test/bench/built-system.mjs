import { spawn } from 'node:child_process';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../bin/lib/free-port.mjs';
import { startPostgres } from '../../bin/lib/postgres.mjs';
import { startRedis } from '../../bin/lib/redis.mjs';
import { run } from '../../bin/lib/run.mjs';

const READY_WITHIN_MS = 90_000;
const SECRET = 'bench-bench-bench-bench-bench-bench-bench';

/**
 * The built portal and worker with PostgreSQL (fsync on), Redis and an SMTP server that counts receipts.
 * @param {{ folder: string, pool: string }} options pool: connections of the portal
 * @returns {Promise<{ url: string, databaseUrl: string, mail: { receipts: Set<string> }, agent: Agent, stop: () => Promise<void> }>}
 */
export async function startSystem({ folder: data, pool }) {
  const postgres = await startPostgres({ dataDir: data, fsync: true });
  const redis = await startRedis();
  const mail = await countMail();
  const port = await freePort();
  const env = {
    ...process.env,
    ...{
      DATABASE_URL: postgres.url,
      DATABASE_POOL_MAX: pool,
      DATA_DIR: join(data, 'files'),
      SESSION_SECRET: SECRET,
      LOG_LEVEL: 'warn',
    },
    ...{ SMTP_URL: mail.url, PORT: String(port), PUBLIC_URL: `http://localhost:${port}` },
    ...(redis ? { REDIS_URL: redis.url } : { QUEUE_BACKEND: 'postgres' }),
  };
  await run(process.execPath, ['dist/apps/cli/src/main.js', 'migrate'], { env });
  const apps = ['portal', 'worker'].map((name) => startApp(name, env));
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const stop = async () => {
    agent.destroy();
    for (const app of apps) await app.stop();
    await mail.stop();
    await redis?.stop();
    await postgres.stop();
  };
  const system = { url: env.PUBLIC_URL, databaseUrl: postgres.url, mail, agent, stop };
  for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end; await pause(100))
    if ((await fetch(`${system.url}/readyz`).catch(() => null))?.ok) return system;
  await stop();
  throw new Error('the portal is not ready');
}

function startApp(name, env) {
  const child = spawn(process.execPath, [`dist/apps/${name}/src/main.js`], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    stop: () => new Promise((done) => (child.exitCode === null ? (child.once('exit', done), child.kill()) : done())),
  };
}

/** Takes every letter and remembers for whom it was and that a PDF was in it. */
async function countMail() {
  const receipts = new Set();
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    async onData(stream, { envelope }, done) {
      let text = '';
      for await (const chunk of stream) text += chunk.toString('latin1');
      if (text.includes('application/pdf')) for (const { address } of envelope.rcptTo) receipts.add(address);
      done();
    },
  });
  const port = await freePort();
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready));
  return { url: `smtp://127.0.0.1:${port}`, receipts, stop: () => new Promise((done) => server.close(done)) };
}
