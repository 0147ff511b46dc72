import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * npm leaves a platform package out of the lock file when the registry in reach does not have it, and `npm ci` then
 * refuses that very lock file. A stub (version, optional) for every such package makes the lock complete again.
 * Runs by itself after each change of node_modules: see "dependencies" in package.json.
 */

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, optionalDependencies?: Record<string, string> }} LockEntry */

/**
 * @param {{ packages: Record<string, LockEntry> }} lock parsed package-lock.json; stubs are added to it
 * @returns {string[]} names of the packages added
 */
export function completeLock(lock) {
  const added = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!/^\d/.test(version) || isLocked(lock, path, name)) continue;
      lock.packages[`node_modules/${name}`] = stub(name, version, entry.dev);
      added.push(name);
    }
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  return added;
}

/** Platform packages carry system and processor in their name; without them npm would fetch all platforms everywhere. */
function stub(name, version, dev) {
  const [, cpu] = /[-/](x64|arm64|arm|ia32|ppc64|s390x|riscv64|loong64)\b/.exec(name) ?? [];
  const [, os] = /[-/](darwin|linux|win32|freebsd|android|openharmony)\b/.exec(name) ?? [];
  return { version, ...(cpu && { cpu: [cpu] }), ...(dev && { dev }), optional: true, ...(os && { os: [os] }) };
}

/** Looks where Node would: beside the dependent, then in every folder above it. */
function isLocked(lock, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (!at) return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../../package-lock.json', import.meta.url);
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = completeLock(lock);
  if (added.length > 0) {
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
    console.log(`package-lock.json: ${added.length} entries of other platforms added`);
  }
}
