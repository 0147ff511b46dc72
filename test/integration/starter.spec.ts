import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../bin/lib/free-port.mjs';
import { startPostgres } from '../../bin/lib/postgres.mjs';
import { clearLeftovers } from '../../bin/lib/processes.mjs';
import { endProcess, isRunning, nameProcess } from '../../bin/lib/running.mjs';

const MINUTE_MS = 60_000;

interface Running {
  name: string;
  pid: number;
  startedAt: string;
}

interface Start {
  process: ChildProcess;
  output: () => string;
  exit: Promise<unknown[]>;
}

/** bin/start itself on a data folder of its own, with nothing given by the environment and without the demo world. */
describe('bin/start', () => {
  const dataDir = join(process.env.DATA_DIR ?? '', 'start');
  let port: number;
  let first: Start;
  let left: Running[];

  beforeAll(async () => {
    port = await freePort();
    first = await start();
    left = children();
  }, MINUTE_MS);

  afterAll(async () => {
    // Whatever a failed test left: the next start would clear it, but there is none.
    if (existsSync(join(dataDir, 'running.json'))) process.kill(starter().pid, 'SIGTERM');
    await first.exit;
  });

  it('starts the services, portal and worker, and says where', async () => {
    expect(left.map(({ name }) => name).sort()).toEqual(['portal', 'postgres', 'redis', 'worker']);
    expect(first.output()).toContain(`Ready: http://localhost:${port}\nMail:  http://localhost:`);
    expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200);
    await query('create table kept (word text)');
    await query(`insert into kept values ('так')`);
  });

  it('refuses a second start on the same folder, and the first goes on', async () => {
    const second = run();
    expect(await second.exit).toEqual([1, null]);
    expect(second.output()).toContain(`Already running on ${dataDir} (process ${first.process.pid}).`);
    expect(left.filter(isRunning)).toEqual(left);
  });

  it('names the port that is taken', async () => {
    const other = run({ DATA_DIR: `${dataDir}-other` });
    expect(await other.exit).toEqual([1, null]);
    expect(other.output()).toContain(`Port ${port} is taken. Choose another one: PORT=${port + 1} ./bin/start`);
  });

  it(
    'after a hard kill: apps end by themselves, the next start ends the services and keeps the data',
    async () => {
      first.process.kill('SIGKILL');
      await first.exit;
      await until(() => left.filter(isRunning).length === 2);
      expect(left.filter(isRunning).map(({ name }) => name)).toEqual(['redis', 'postgres']);

      first = await start();
      expect(left.filter(isRunning)).toEqual([]);
      expect(await query('select word from kept')).toEqual([{ word: 'так' }]);
    },
    MINUTE_MS,
  );

  it('Ctrl-C leaves no process behind', async () => {
    const now = children();
    expect(now.filter(isRunning)).toEqual(now);
    first.process.kill('SIGINT');
    expect(await first.exit).toEqual([0, null]);
    expect(now.filter(isRunning)).toEqual([]);
    expect(existsSync(join(dataDir, 'running.json'))).toBe(false);
  });

  function run(more: Record<string, string> = {}): Start {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, DATA_DIR: dataDir, PORT: String(port), DEMO: '0', ...more };
    const child = spawn('bin/start', { env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    return { process: child, output: () => output, exit: once(child, 'exit') };
  }

  async function start(): Promise<Start> {
    const one = run();
    await until(() => one.output().includes('Ready:') || one.process.exitCode !== null);
    if (one.process.exitCode !== null) throw new Error(one.output());
    return one;
  }

  function register(): { starter: Running; children: Running[] } {
    return JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8'));
  }

  function starter(): Running {
    return register().starter;
  }

  function children(): Running[] {
    return register().children;
  }

  async function query(sql: string): Promise<unknown[]> {
    const password = readFileSync(join(dataDir, 'postgres/password'), 'utf8');
    const port = Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[3]);
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'spryiannia' });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  }
});

describe('clearing away', () => {
  const dataDir = join(process.env.DATA_DIR ?? '', 'clear');
  let bystander: Running;

  beforeEach(() => {
    bystander = { name: 'bystander', ...nameProcess(spawn('sleep', ['60']).pid)! };
    mkdirSync(dataDir, { recursive: true });
  });
  afterEach(() => endProcess(bystander));

  async function clear(child: Running): Promise<void> {
    const register = { starter: { pid: process.pid, startedAt: 'long ago' }, children: [child] };
    writeFileSync(join(dataDir, 'running.json'), JSON.stringify(register));
    await clearLeftovers(dataDir);
  }

  it('never ends a process that was given the number of an earlier one', async () => {
    await clear({ ...bystander, startedAt: 'long ago' });
    expect(isRunning(bystander)).toBe(true);
    await clear(bystander);
    expect(isRunning(bystander)).toBe(false);
  });

  it('starts PostgreSQL although its old lock file names a process that lives', async () => {
    const first = await startPostgres({ dataDir, fsync: false });
    await first.stop();
    writeFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), `${bystander.pid}\n`);
    const second = await startPostgres({ dataDir, fsync: false });
    expect(isRunning(bystander)).toBe(true);
    await second.stop();
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(50);
}
