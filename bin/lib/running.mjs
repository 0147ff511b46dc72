import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A process id alone may be given to another process later; with the start time it names one process for ever. */
/** @typedef {{ pid: number, startedAt: string }} ProcessName */

const POLL_MS = 30;
const HAS_PROC = process.platform === 'linux';

/** @returns {ProcessName | null} null when no such process runs */
export function nameProcess(pid) {
  const startedAt = HAS_PROC ? startTimeFromProc(pid) : ask(pid, 'lstart=');
  return startedAt ? { pid, startedAt } : null;
}

/** @param {ProcessName} name */
export function isRunning({ pid, startedAt }) {
  return nameProcess(pid)?.startedAt === startedAt;
}

/** @returns {string} the command line of a running process, '' when there is none */
export function commandOf(pid) {
  if (!HAS_PROC) return ask(pid, 'command=');
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/**
 * Asks a process to end, and kills it when it does not.
 * @param {ProcessName | null} name
 * @param {{ signal?: NodeJS.Signals, graceMs?: number }} [options]
 */
export async function endProcess(name, { signal = 'SIGTERM', graceMs = 10_000 } = {}) {
  if (!name || !isRunning(name)) return;
  for (const [next, waitMs] of /** @type {const} */ ([
    [signal, graceMs],
    ['SIGKILL', 2_000],
  ])) {
    send(name.pid, next);
    for (const until = Date.now() + waitMs; Date.now() < until; await pause(POLL_MS)) {
      if (!isRunning(name)) return;
    }
  }
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

// Fields after the command name, which may itself hold spaces and brackets: state is the 1st, start time the 20th.
function startTimeFromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? '' : fields[19];
  } catch {
    return '';
  }
}

function ask(pid, column) {
  return spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}
