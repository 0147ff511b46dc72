import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../bin/lib/free-port.mjs';
import { ROOT, run } from '../../bin/lib/run.mjs';

const POLL_MS = 50;
const READY_WITHIN_MS = 120_000;

/** The built portal and worker as processes of their own, on the database of this test file. For journeys and faults. */
export interface System {
  /** Address of the portal, without a slash at the end. */
  url: string;
  /** Ends the worker at once, in the middle of whatever it does. */
  killWorker(): Promise<void>;
  /** Asks the worker to end, as a restart of the server does, and waits until it has. */
  stopWorker(): Promise<void>;
  startWorker(): void;
  /** Runs a command of the cli and returns what it printed. */
  cli(...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

/** Portal and worker in demo mode; `demo` loads the demo world first. Rejects with their output when not ready. */
export async function startSystem({ demo = false, env: more = {} as Record<string, string> } = {}): Promise<System> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { ...process.env, PORT: String(port), PUBLIC_URL: url, DEMO: '1', LOG_LEVEL: 'warn', ...more };
  const cli = (...args: string[]) => run(process.execPath, ['dist/apps/cli/src/main.js', ...args], { env });
  if (demo) await cli('seed-demo');

  const portal = startNode('dist/apps/portal/src/main.js', env);
  let worker = startNode('dist/apps/worker/src/main.js', env);
  const stop = async () => void (await Promise.all([end(worker), end(portal)]));
  await untilReady(`${url}/readyz`, portal).catch(async (error) => {
    await stop();
    throw error;
  });
  return {
    url,
    cli,
    stop,
    killWorker: () => end(worker, 'SIGKILL'),
    stopWorker: () => end(worker),
    startWorker: () => void (worker = startNode('dist/apps/worker/src/main.js', env)),
  };
}

interface App {
  process: ChildProcess;
  output: string;
}

function startNode(script: string, env: NodeJS.ProcessEnv): App {
  const child = spawn(process.execPath, [script], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const app = { process: child, output: '' };
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (app.output += chunk));
  return app;
}

async function end({ process: child }: App, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

async function untilReady(url: string, portal: App): Promise<void> {
  let answer = 'no answer';
  for (const until = Date.now() + READY_WITHIN_MS; portal.process.exitCode === null && Date.now() < until;) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    if (response) answer = await response.text();
    await pause(POLL_MS);
  }
  throw new Error(`The portal is not ready: ${answer}\n${portal.output}`);
}
