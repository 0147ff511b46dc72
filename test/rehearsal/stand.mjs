import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startMailCatcher } from '../../bin/lib/mail-catcher.mjs';
import { startPostgres } from '../../bin/lib/postgres.mjs';
import { clearLeftovers, settleAll, StartedProcesses } from '../../bin/lib/processes.mjs';
import { startRedis } from '../../bin/lib/redis.mjs';

const PREFIX = 'spryiannia-rehearsal-';

/**
 * What the servers of a rehearsal find around them: PostgreSQL, Redis and a mail server of our own, on free ports of
 * loopback, in one folder. Everything is gone after `clear`, however the rehearsal ended.
 */
export class Stand {
  /** @type {{ url: string, stop: () => Promise<void> } | null} */
  redis = null;

  static async raise() {
    await clearEarlierRuns();
    const stand = new Stand();
    stand.folder = mkdtempSync(join(tmpdir(), PREFIX));
    chmodSync(stand.folder, 0o711); // the account of PostgreSQL has to pass through
    stand.started = new StartedProcesses(stand.folder);
    return stand;
  }

  async startServices() {
    const [postgres, mail, redis] = await settleAll([
      startPostgres({ dataDir: this.folder, fsync: true }).then((one) => this.#keep('postgres', one)),
      startMailCatcher({ folder: join(this.folder, 'mail') }).then((one) => this.#keep('mail', one)),
      startRedis().then((one) => one && this.#keep('redis', one)),
    ]);
    this.postgres = postgres;
    this.mail = mail;
    this.redis = redis;
    await this.dropDatabase('spryiannia'); // the one that bin/start wants; a bare server has none
  }

  /** As the one who runs the database server: the statements of docs/operations.md, for a database of this name. */
  async createDatabase(name) {
    const password = randomBytes(18).toString('base64url');
    const [, block] = /```sql\n([\s\S]*?)```/.exec(readFileSync('docs/operations.md', 'utf8')) ?? [];
    const sql = block.replaceAll('…', password).replace(/\bspryiannia\b/g, name);
    for (const statement of sql.split(';').map((one) => one.trim()))
      if (statement && !(await this.#isThere(statement))) await this.#asSuperuser(statement);
    const { host } = new URL(this.postgres.adminUrl);
    return `postgres://${name}:${password}@${host}/${name}`;
  }

  dropDatabase(name) {
    return this.#asSuperuser(`drop database ${name} with (force)`);
  }

  /** The role of the application is one for all databases of a server. */
  async #isThere(statement) {
    const [, role] = /create role (\w+)/.exec(statement) ?? [];
    return role && (await this.#asSuperuser(`select from pg_roles where rolname = '${role}'`)).rowCount > 0;
  }

  async #asSuperuser(sql) {
    const client = new pg.Client(this.postgres.adminUrl);
    await client.connect();
    return client.query(sql).finally(() => client.end());
  }

  /** Redis with everything in it is gone; an empty one comes under the same address. */
  async loseRedis() {
    if (!this.redis) return;
    const { port } = new URL(this.redis.url);
    await this.redis.stop();
    this.redis = this.#keep('redis', await startRedis({ port: Number(port) }));
  }

  /** @returns {Promise<import('../../bin/lib/mailbox.mjs').Mail[]>} */
  async mails() {
    return (await fetch(`${this.mail.pageUrl}/api/mails`)).json();
  }

  /** The mail server answers letters to this address with «later»; null: it takes all of them again. */
  async refuseMail(to) {
    const body = JSON.stringify(to ? { times: null, to } : { times: 0 });
    await fetch(`${this.mail.pageUrl}/api/refuse`, { method: 'PUT', body });
  }

  #keep(name, service) {
    this.started.add(name, service);
    return service;
  }

  async clear() {
    await this.started.stopAll();
    // A command that was just ended may still write its last file.
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** Rehearsals that were killed leave servers and a folder each; one that still runs is left alone. */
async function clearEarlierRuns() {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const folder of folders.map((name) => join(tmpdir(), name))) {
    if (!existsSync(join(folder, 'running.json'))) continue;
    const isCleared = await clearLeftovers(folder).then(
      () => true,
      () => false,
    );
    if (isCleared) rmSync(folder, { recursive: true, force: true });
  }
}
