import { spawn } from 'node:child_process';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs lines of sh to their end.
 * @param {string} script
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number | null, output: string }>} output: both streams as they came
 */
export function shell(script, options) {
  // A group of its own: what the lines start can be ended with them.
  const child = spawn('sh', ['-c', script], { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code, output: output.trim() });
    });
  });
}

/** Ends what runs now with everything that it has started. */
export function endShells() {
  for (const { pid } of running) {
    try {
      if (pid) process.kill(-pid, 'SIGKILL'); // npm is deaf to others while it installs
    } catch (error) {
      if (error.code !== 'ESRCH') throw error; // it ended by itself
    }
  }
}
