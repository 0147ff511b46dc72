import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../bin/lib/run.mjs';

/** What is made in a checkout and belongs to no version. */
const MADE = ['node_modules', 'dist', '.data', '.git', 'coverage', 'screenshots'];

/** The sources as they lie here, also what is not committed yet. */
export function takeSources(folder) {
  cpSync(ROOT, folder, { recursive: true, filter: (path) => !MADE.some((name) => path === join(ROOT, name)) });
}

/** The sources of a commit. */
export function takeCommit(commit, folder) {
  mkdirSync(folder);
  const { status, stderr } = spawnSync('sh', ['-c', 'git archive "$1" | tar x -C "$2"', 'sh', commit, folder], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`git archive ${commit}: ${stderr}`);
}

/**
 * A package as the first step of «Install» makes it, on the machine with internet.
 * @returns {Promise<string>} path of the archive, named by the version
 */
export async function pack(sources, commands, name) {
  for (const command of commands) await shell(command, sources);
  const archive = join(sources, '..', `${name}.tgz`);
  renameSync(join(sources, 'spryiannia.tgz'), archive);
  return archive;
}

function shell(command, cwd) {
  const env = { ...process.env, npm_config_prefer_offline: 'true', npm_config_loglevel: 'error' };
  const child = spawn('sh', ['-c', command], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`«${command}»: ${output.slice(-4_000)}`)),
    );
  });
}

export const versionOf = (sources) => JSON.parse(readFileSync(join(sources, 'package.json'), 'utf8')).version;
