import { spawnSync } from 'node:child_process';
import { ROOT } from '../../bin/lib/run.mjs';

/**
 * The version that people may have installed: the newest tag `v…` before this commit; while there is none, the state
 * before the migrations last grew by a number.
 * @returns {{ commit: string, name: string } | { why: string }} why there is none to be had here
 */
export function previousVersion() {
  const isShallow = git('rev-parse', '--is-shallow-repository');
  if (isShallow === null) return { why: 'this is no checkout of git' };
  if (isShallow === 'true') return { why: 'this checkout is shallow: git fetch --unshallow brings the history' };
  const tag = git('describe', '--tags', '--abbrev=0', '--match', 'v*', 'HEAD^');
  if (tag) return { commit: tag, name: tag };
  const grown = git('log', '-1', '--format=%H', '--diff-filter=A', '--', 'migrations/17*.ts');
  const before = grown && git('rev-parse', `${grown}^`);
  if (!before) return { why: 'the migrations have not grown since the first commit' };
  return { commit: before, name: before.slice(0, 7) };
}

/** @returns {string | null} what git prints, null when it refuses */
function git(...args) {
  const { status, stdout } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}
