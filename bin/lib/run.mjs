import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout: everything is run from here. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const KEPT_LINES = 60;
/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let isStopped = false;

/**
 * Runs a command to its end with its output held back.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, note?: (line: string) => void }} [options] `note` gets every line as it comes
 * @returns {Promise<string>} its standard output
 * @throws {Error} with the last lines it printed, when it exits with anything but 0
 */
export function run(command, args, { env = process.env, note = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    if (isStopped) return reject(new Error('Stopped.'));
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    const lines = [];
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    for (const stream of [child.stdout, child.stderr]) {
      eachLine(stream, (line) => {
        note(line);
        lines.push(line);
        if (lines.length > KEPT_LINES) lines.shift();
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      if (code === 0) resolve(output);
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${lines.join('\n')}`));
    });
  });
}

/** Ends the commands that run now and lets no other begin. */
export function stopRuns() {
  isStopped = true;
  for (const child of running) child.kill();
}

/**
 * @param {import('node:stream').Readable} stream
 * @param {(line: string) => void} take
 */
export function eachLine(stream, take) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(take);
  });
  stream.on('end', () => rest && take(rest));
}

/**
 * @param {...string} names programs in order of preference
 * @returns {string | undefined} path of the first one found on PATH
 */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/usr/sbin', '/usr/local/bin');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
