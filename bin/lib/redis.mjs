import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { canInstallPrograms, installProgram } from './apt.mjs';
import { freePort } from './free-port.mjs';
import { eachLine, findProgram } from './run.mjs';
import { endProcess, nameProcess } from './running.mjs';

const SERVERS = ['redis-server', 'valkey-server', 'keydb-server'];
const READY_WITHIN_MS = 15_000;
const POLL_MS = 20;

/**
 * Starts a Redis of our own on loopback and a free port; installs the server with apt-get where that is possible.
 * Nothing is kept on disk: PostgreSQL is the truth, the queue is only transport.
 * @param {{ port?: number }} [options] port of an earlier start, to come back under the same address
 * @returns {Promise<{ url: string, pid: number, stop: () => Promise<void> } | null>} null when no server can be had
 */
export async function startRedis({ port: wantedPort = 0 } = {}) {
  const program = await findOrInstall();
  if (!program) return null;
  const port = wantedPort || (await freePort());
  const password = randomBytes(18).toString('base64url'); // every account of the machine can reach loopback
  const child = spawn(program, ['-'], { cwd: tmpdir(), detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  const settings = ['bind 127.0.0.1', `port ${port}`, `requirepass ${password}`, 'save ""', 'appendonly no'];
  child.stdin.end([...settings, 'maxmemory-policy noeviction', ''].join('\n')); // not in ps, as arguments would be

  const lines = [];
  for (const stream of [child.stdout, child.stderr]) eachLine(stream, (line) => lines.push(line) > 20 && lines.shift());
  for (const until = Date.now() + READY_WITHIN_MS; !(await answers(port, password)); await pause(POLL_MS)) {
    if (child.exitCode === null && Date.now() < until) continue;
    child.kill('SIGKILL');
    throw new Error(`${program} did not start:\n${lines.join('\n')}`);
  }
  const name = nameProcess(child.pid);
  const pid = /** @type {number} */ (child.pid);
  return { url: `redis://:${password}@127.0.0.1:${port}`, pid, stop: () => endProcess(name) };
}

async function findOrInstall() {
  const found = findProgram(...SERVERS);
  if (found || !canInstallPrograms()) return found;
  await installProgram('Redis', 'redis-server', 'valkey-server').catch((error) => console.log(error.message));
  return findProgram(...SERVERS);
}

/** @returns {Promise<boolean>} whether the server answers PING */
function answers(port, password) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    const finish = (isReady) => {
      socket.destroy();
      resolve(isReady);
    };
    let reply = '';
    socket.on('data', (data) => {
      reply += data;
      if (/\+PONG|^-/m.test(reply)) finish(reply.includes('+PONG'));
    });
    socket.on('error', () => finish(false));
  });
}
