import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../bin/lib/free-port.mjs';
import { endProcess, nameProcess } from '../../bin/lib/running.mjs';
import { eachLine } from '../../bin/lib/run.mjs';
import { readMetrics } from './metrics.mjs';
import { shell } from './shell.mjs';

const PUBLIC_URL = 'https://grants.example.gov.ua';
const READY_WITHIN_MS = 90_000;
const POLL_MS = 50;
const KEPT_LINES = 60;

/**
 * A machine on which an administrator installs the product as docs/operations.md says. A folder stands for its root:
 * `opt/spryiannia`, `etc/spryiannia.env` and `var/lib/spryiannia` lie in it. What runs there sees no setting of ours.
 */
export class Server {
  /** What portal and worker printed last. */
  log = [];
  #running = new Map();

  constructor(stand, name) {
    this.stand = stand;
    this.root = join(stand.folder, name);
    this.settings = join(this.root, 'etc/spryiannia.env');
    this.data = join(this.root, 'var/lib/spryiannia');
    this.current = join(this.root, 'opt/spryiannia/current');
    for (const folder of ['etc', 'opt/spryiannia', 'var/lib/spryiannia'])
      mkdirSync(join(this.root, folder), { recursive: true });
    chmodSync(this.data, 0o700);
  }

  get portal() {
    return { port: this.port, publicUrl: PUBLIC_URL };
  }

  /** Unpacks a version beside the ones that are there. @returns {string} its folder */
  unpack(archive) {
    const folder = join(this.root, 'opt/spryiannia', basename(archive, '.tgz'));
    mkdirSync(folder);
    const { status, stderr } = spawnSync('tar', ['xzf', archive, '-C', folder], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`tar: ${stderr}`);
    return folder;
  }

  moveLink(folder) {
    rmSync(this.current, { force: true });
    symlinkSync(folder, this.current);
  }

  /** The example of the product with what an administrator has to say. */
  async writeSettings(databaseUrl, more = {}) {
    this.port = await freePort();
    const said = {
      DATABASE_URL: databaseUrl,
      ...(this.stand.redis ? { REDIS_URL: this.stand.redis.url } : { QUEUE_BACKEND: 'postgres' }),
      SMTP_URL: this.stand.mail.smtpUrl,
      PORT: String(this.port),
      PUBLIC_URL,
      DATA_DIR: this.data,
      SESSION_SECRET: randomBytes(32).toString('base64'),
      METRICS_TOKEN: randomBytes(32).toString('base64'),
      ...more,
    };
    this.said = said;
    const example = readFileSync(join(this.current, 'docs/operations/spryiannia.env.example'), 'utf8');
    const kept = example.split('\n').filter((line) => !Object.keys(said).some((name) => line.startsWith(`${name}=`)));
    const lines = [...kept, ...Object.entries(said).map(([name, value]) => `${name}="${value}"`)];
    writeFileSync(this.settings, `${lines.join('\n')}\n`, { mode: 0o600 });
  }

  /**
   * A command as it stands in docs/operations.md, in the folder of the version that runs (or of another one).
   * @returns {Promise<string>} what it printed
   * @throws Error with the same when it did not end well
   */
  async command(line, { folder = this.current, env = {}, settings = this.settings } = {}) {
    const { code, output } = await this.#shell(line, folder, env, settings);
    if (code !== 0) throw new Error(`«${line}» ended with ${code}:\n${output}`);
    return output;
  }

  #shell(line, cwd, env, settings) {
    const own = Object.entries(env).map(([name, value]) => `${name}='${value}'`);
    return shell(['set -a', `. ${settings}`, ...own, 'set +a', line].join('\n'), { cwd, env: bare() });
  }

  /** As systemd would: the program, the folder and the settings of the unit. */
  start(unit) {
    const [, script] = /^ExecStart=\/usr\/bin\/node (\S+)$/m.exec(this.#unit(unit)) ?? [];
    if (!script) throw new Error(`spryiannia-${unit}.service does not say what it starts`);
    // The channel ends the child when we end, however we end.
    const options = { cwd: this.current, env: this.#environment(), stdio: ['ignore', 'pipe', 'pipe', 'ipc'] };
    const child = spawn(process.execPath, [script], /** @type {any} */ (options));
    for (const stream of [child.stdout, child.stderr])
      eachLine(/** @type {any} */ (stream), (line) => this.#note(unit, line));
    this.#running.set(unit, nameProcess(child.pid));
    this.stand.started.add(unit, child);
  }

  /** Runs every line of a unit that does its work and ends. @returns {Promise<string>} what was printed */
  async runOnce(unit) {
    const lines = [...this.#unit(unit).matchAll(/^ExecStart=(.+)$/gm)].map(([, line]) => line.replaceAll('%%', '%'));
    const here = (line) =>
      line.replaceAll('/usr/bin/node', process.execPath).replaceAll('/var/lib/spryiannia', this.data);
    let output = '';
    for (const line of lines) output += `${await this.command(here(line))}\n`;
    return output;
  }

  #unit(name) {
    return readFileSync(join(this.current, `docs/operations/spryiannia-${name}.service`), 'utf8');
  }

  #environment() {
    const script = `set -a; . ${this.settings}; exec env -0`;
    const { stdout } = spawnSync('sh', ['-c', script], { env: bare(), encoding: 'utf8' });
    return Object.fromEntries(
      stdout
        .split('\0')
        .filter(Boolean)
        .map((line) => line.split(/=(.*)/s).slice(0, 2)),
    );
  }

  #note(unit, line) {
    this.log.push(`${unit} | ${line}`);
    if (this.log.length > KEPT_LINES) this.log.shift();
  }

  async untilReady() {
    let answer = 'no answer';
    for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(POLL_MS)) {
      const response = await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => null);
      if (response?.ok) return;
      if (response) answer = await response.text();
    }
    throw new Error(`Not ready: ${answer}\n${this.log.join('\n')}`);
  }

  async stop(unit, signal = /** @type {NodeJS.Signals} */ ('SIGTERM')) {
    await endProcess(this.#running.get(unit), { signal });
    this.#running.delete(unit);
  }

  /** Power cut, then the disk is gone. */
  async destroy() {
    for (const unit of [...this.#running.keys()]) await this.stop(unit, 'SIGKILL');
    rmSync(this.root, { recursive: true, force: true });
  }

  metrics() {
    return readMetrics(this.port, this.said.METRICS_TOKEN);
  }
}

/** Of our own environment a command of the server gets only where programs are. */
const bare = () => ({ PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/', LANG: 'C.UTF-8' });
