import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eachLine, ROOT } from './run.mjs';
import { endProcess, isRunning, nameProcess } from './running.mjs';

const REGISTER = 'running.json';

/**
 * Ends what an earlier start on this folder left behind when it was killed.
 * @param {string} dataDir
 * @throws {Error} when that start is still alive
 */
export async function clearLeftovers(dataDir) {
  const file = join(dataDir, REGISTER);
  if (!existsSync(file)) return;
  const { starter, children } = JSON.parse(readFileSync(file, 'utf8'));
  if (isRunning(starter)) throw new Error(`Already running on ${dataDir} (process ${starter.pid}).`);
  for (const child of children.reverse()) await endProcess(child);
  rmSync(file);
}

/**
 * Like Promise.all, but waits for the others when one fails: only what has been started can be stopped.
 * @template T
 * @param {(T | Promise<T>)[]} starts
 */
export async function settleAll(starts) {
  const outcomes = await Promise.allSettled(starts);
  const failed = outcomes.find(({ status }) => status === 'rejected');
  if (failed) throw /** @type {PromiseRejectedResult} */ (failed).reason;
  return outcomes.map((outcome) => /** @type {PromiseFulfilledResult<T>} */ (outcome).value);
}

/** Everything one start has running, written down in the data folder so that the next start can clear it away. */
export class StartedProcesses {
  #file;
  #started = [];
  #isStopping = false;

  /**
   * @param {string} dataDir
   * @param {(name: string, how: string) => void} [onDeath] told when a child ends that nobody asked to end
   */
  constructor(dataDir, onDeath = () => {}) {
    mkdirSync(dataDir, { recursive: true });
    this.#file = join(dataDir, REGISTER);
    this.onDeath = onDeath;
    this.#write();
  }

  /**
   * @param {string} name
   * @param {{ pid?: number, stop?: () => Promise<void> }} service without `stop` the process is asked to end
   */
  add(name, { pid, stop }) {
    const running = pid ? nameProcess(pid) : null;
    this.#started.push({ name, running, stop: stop ?? (() => endProcess(running)) });
    this.#write();
  }

  /**
   * Starts a Node script with an IPC channel: the child ends itself when the channel closes, however we ended.
   * @param {string} name shown before each line of its output
   * @param {string} script path from the root of the checkout
   * @param {NodeJS.ProcessEnv} env
   */
  spawn(name, script, env) {
    // Detached: Ctrl-C goes to us alone, and we stop the children in order.
    const options = { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] };
    const child = spawn(process.execPath, [script], /** @type {any} */ (options));
    for (const stream of [child.stdout, child.stderr]) {
      eachLine(/** @type {any} */ (stream), (line) => console.log(`${name.padEnd(6)} | ${line}`));
    }
    child.on('exit', (code, signal) => this.#isStopping || this.onDeath(name, String(signal ?? code)));
    this.add(name, child);
    return child;
  }

  /** Stops everything, the last started first; one that cannot be stopped does not keep the others running. */
  async stopAll() {
    this.#isStopping = true;
    for (const { name, stop } of this.#started.reverse()) {
      await stop().catch((error) => console.error(`${name} did not stop: ${error.message}`));
    }
    this.#started = [];
    rmSync(this.#file, { force: true });
  }

  #write() {
    const children = this.#started.flatMap(({ name, running }) => (running ? [{ name, ...running }] : []));
    writeFileSync(`${this.#file}.new`, JSON.stringify({ starter: nameProcess(process.pid), children }, null, 2));
    renameSync(`${this.#file}.new`, this.#file);
  }
}
