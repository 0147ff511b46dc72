import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './progress.mjs';
import { ROOT, run } from './run.mjs';

const LEAST_NODE = [20, 19];
const SOURCES = ['apps', 'libs', 'migrations', 'bin/assets.mjs', 'nest-cli.json', 'package.json', '.swcrc'];
const BUILD_STAMP = join(ROOT, 'dist', '.built-from');

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  const isEnough = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  if (!isEnough) throw new Error(`Node.js ${LEAST_NODE.join('.')} or newer is needed; this is ${version}.`);
}

/** Installs the npm packages unless node_modules already holds exactly what the lock file names. */
export async function installPackages() {
  if (arePackagesInstalled()) return;
  await step('Installing npm packages', async (note) => {
    const args = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    await run('npm', ['ci', ...args], { note }).catch((error) => {
      console.log(`npm ci did not work, trying npm install. ${error.message.slice(-400)}`);
      return run('npm', ['install', '--no-save', ...args], { note });
    });
  });
}

// npm leaves its own list of what it installed; comparing versions, not times, survives a checkout of another branch.
function arePackagesInstalled() {
  const installedFile = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || installed[path]?.version === version || ((optional || devOptional) && !installed[path]),
  );
}

/** Builds unless dist was built from exactly these sources. */
export async function buildIfNeeded() {
  const fingerprint = fingerprintOfSources();
  if (existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === fingerprint) return;
  await step('Building', (note) => run('npm', ['run', 'build'], { note }));
  writeFileSync(BUILD_STAMP, fingerprint);
}

function fingerprintOfSources() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesUnder(join(ROOT, source)))) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return path.endsWith('.spec.ts') ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
