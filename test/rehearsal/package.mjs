import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../bin/lib/run.mjs';
import { shell } from './shell.mjs';

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
  const env = { ...process.env, npm_config_prefer_offline: 'true', npm_config_loglevel: 'error' };
  for (const command of commands) {
    const { code, output } = await shell(command, { cwd: sources, env });
    if (code !== 0) throw new Error(`«${command}» ended with ${code}:\n${output.slice(-4_000)}`);
  }
  const archive = join(sources, '..', `${name}.tgz`);
  renameSync(join(sources, 'spryiannia.tgz'), archive);
  return archive;
}
