import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import pg from 'pg';
import { OpenDocument, StoreDocument, type StoredDocument } from '#libs/documents';
import { newId } from '#libs/platform/database';
import { factKind } from '#libs/platform/facts';
import { knownMigrations, migrateDatabase } from '../../apps/cli/src/migrate-database.js';
import { startApp, type TestApp } from '../support/app.js';
import { cli } from '../support/cli.js';
import { owed, queueLetters } from '../support/letters.js';
import { mails } from '../support/mailbox.js';
import { World } from '../support/world.js';

jest.setTimeout(180_000);

const happened = factKind('test.happened');
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

describe('backup and restore', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spryiannia-backup-'));
  const saved = join(folder, 'saved');
  // An ordinary owner of the database, as in docs/operations.md: no superuser.
  const own = new URL(process.env.DATABASE_URL!);
  const name = `${own.pathname.slice(1)}_restored`;
  const target = `postgres://${name}:owner@${own.host}/${name}`;
  const env = { DATABASE_URL: target, DATA_DIR: join(folder, 'data') };
  const scopeId = newId();
  let app: TestApp;
  let world: World;
  let document: StoredDocument;

  beforeAll(async () => {
    app = await startApp();
    world = await World.open();
    await world.rows(`create role ${name} login password 'owner'`);
    await world.rows(`grant spryiannia_app to ${name}`);
    await world.rows(`create database ${name} owner ${name}`);
    await makeHistory();
  });
  afterAll(async () => {
    await app.close();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Facts in a chain, one with personal particulars; a file; letters not sent; texts that are hard to copy. */
  async function makeHistory(): Promise<void> {
    const organiser = await world.organiser({ name: 'Рядок «з лапками»\tтабуляцією\nі \\N косою' });
    await world.competition(organiser.id);
    await app.uow.run(await app.ctx(), async (tx) => {
      for (const n of [1, 2, 3])
        tx.record(happened, { subjectId: newId(), scopeId, particulars: { n }, personal: { name: `Особа ${n}` } });
      document = await app.get(StoreDocument).within(tx, {
        ...{ ownerKind: 'test', ownerId: scopeId, name: 'договір.pdf', content: PDF },
      });
    });
    await queueLetters(app, world, 2);
  }

  it('saves into a new folder only', async () => {
    const first = await cli(['backup', saved]);
    expect(first).toEqual({ code: 0, output: expect.stringMatching(/: \d+ rows of \d+ tables, 1 chains, 1 files\./) });
    expect(await cli(['backup', saved])).toEqual({ code: 1, output: `backup: ${saved} is not empty\n` });
    const manifest = JSON.parse(readFileSync(join(saved, 'manifest.json'), 'utf8')) as Record<string, never>;
    const heads = await world.rows('select scope_id as "scopeId", seq::int, hash from facts.chain_head');
    expect(manifest.chains).toEqual(heads);
    const migrated = await world.rows<{ name: string }>('select name from public.schema_migration order by id');
    expect(manifest.migrations).toEqual(migrated.map(({ name }) => name));
  });

  it('brings back the same rows, files and chains into another database, and holds the letters', async () => {
    const before = await contents(process.env.DATABASE_URL!);
    const { code, output } = await cli(['restore', saved], env);
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringMatching(
        /^Files: 1, every checksum is right\.\nWhole: 1 chains, 3 facts\.\nHeld back: 2 letters\./,
      ),
    });
    const after = await contents(target);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    // The restore notes itself in two facts, and holds two deliveries back.
    expect(differing(before, after)).toEqual({ 'facts.delivery': [2, 2], 'facts.fact': [0, 2] });
    const copy = readFileSync(join(env.DATA_DIR, 'documents/kept', document.storageKey));
    expect(copy.equals(await app.get(OpenDocument).bytes(document))).toBe(true);
  });

  it('does not touch a database that has rows, unless told so', async () => {
    expect(await cli(['restore', saved], env)).toEqual({
      code: 1,
      output: expect.stringMatching(/^restore: the database is not empty \([\w.]+ has rows\)\. Type --force/),
    });
    expect((await cli(['restore', saved, '--force'], env)).code).toBe(0);
  });

  it('lists what is newer in the old database', async () => {
    await app.uow.run(await app.ctx(), async (tx) => tx.record(happened, { subjectId: document.id, scopeId }));
    const { output } = await cli(['restore', saved, '--force', '--old', process.env.DATABASE_URL!], env);
    const lines = output.split('\n').filter((line) => line.includes(' fact ') || line.includes(' document '));
    expect(lines.map((line) => line.replace(/^\S+ | \([^)]+\)$/g, ''))).toEqual([
      `fact test.happened of ${document.id}`,
    ]);
  });

  it('refuses a damaged backup before it touches anything', async () => {
    const file = join(saved, 'tables/facts.fact.copy.gz');
    const whole = readFileSync(file);
    writeFileSync(file, Buffer.concat([whole, Buffer.from('x')]));
    expect(await cli(['restore', saved, '--force'], env)).toEqual({
      code: 1,
      output: `restore: the backup is damaged: ${file}\n`,
    });
    writeFileSync(file, whole);
  });

  it('brings a backup of an older schema up to date', async () => {
    // The last one is missing, and one whose number came late between older ones.
    const older = knownMigrations()
      .slice(0, -1)
      .filter((one) => !one.startsWith('ConfirmerOfReset'));
    await world.rows(`drop database ${name}`);
    await world.rows(`create database ${name} owner ${name}`);
    await migrateDatabase(target, older);
    const id = newId();
    await onTarget(`insert into identity.person (id, email, family_name, given_name, created_at)
                    values ('${id}', 'old@people.example', 'Давня', 'Людина', '2020-01-01')`);
    const early = join(folder, 'early');
    expect((await cli(['backup', early], env)).code).toBe(0);
    expect((await cli(['restore', early, '--force'], env)).code).toBe(0);
    expect(await onTarget('select id from identity.person')).toEqual([{ id }]);
    const migrated = await onTarget<{ name: string }>('select name from public.schema_migration order by id');
    expect(migrated.map((one) => one.name).sort()).toEqual(knownMigrations().sort());
    expect((await cli(['restore', saved, '--force'], env)).code).toBe(0);
  });

  it('keeps held letters out of the mail until they are released or dropped', async () => {
    await onTarget('update facts.delivery set enqueued_at = null');
    const held = await onTarget(`select count(*)::int as count from facts.delivery where due_at = 'infinity'`);
    expect(held).toEqual([{ count: 2 }]);
    expect(await cli(['release-mail', '--drop'], env)).toEqual({ code: 0, output: 'Dropped: 2 letters.\n' });
    expect(await onTarget('select state, error from notifications.message')).toEqual([
      { state: 'failed', error: 'not sent: dropped by a person' },
      { state: 'failed', error: 'not sent: dropped by a person' },
    ]);
    expect(await cli(['release-mail'], env)).toEqual({ code: 0, output: 'Let go: 0 letters.\n' });
  });

  async function onTarget<Row>(sql: string): Promise<Row[]> {
    const client = new pg.Client(target);
    await client.connect();
    try {
      return (await client.query(sql)).rows as Row[];
    } finally {
      await client.end();
    }
  }
});

describe('held letters', () => {
  let app: TestApp;
  let world: World;
  beforeAll(async () => {
    app = await startApp();
    world = await World.open();
  });
  afterAll(async () => {
    await app.close();
    await world.close();
  });

  it('stay although the work is drained and a stale job names them, and go once let go', async () => {
    await app.drain();
    const sent = (await mails()).length;
    await queueLetters(app, world, 1);
    const { holdMail } = await import('#libs/notifications');
    expect(await holdMail(world as never)).toBe(1);
    await app.drain();
    const { DeliveryRunner } = await import('#libs/platform/jobs');
    const [stale] = await world.rows<{ id: string }>('select id from facts.delivery where done_at is null');
    await app.get(DeliveryRunner).run(stale!.id);
    expect([(await mails()).length - sent, await owed(world)]).toEqual([0, 1]);

    expect(await cli(['release-mail'])).toEqual({ code: 0, output: 'Let go: 1 letters.\n' });
    await app.drain();
    expect([(await mails()).length - sent, await owed(world)]).toEqual([1, 0]);
  });
});

/** Every row of every table of ours as text, sorted. */
async function contents(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema', 'public') order by 1`,
    );
    const all: Record<string, string[]> = {};
    for (const { name } of tables)
      all[name] = (await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`)).rows.map(
        ({ row }) => row,
      );
    return all;
  } finally {
    await client.end();
  }
}

/** By table: how many rows only the first has, how many only the second. */
function differing(
  before: Record<string, string[]>,
  after: Record<string, string[]>,
): Record<string, [number, number]> {
  const only = (these: string[], others: string[]) => these.filter((row) => !others.includes(row)).length;
  const found: Record<string, [number, number]> = {};
  for (const name of Object.keys(before)) {
    const [lost, gained] = [only(before[name]!, after[name]!), only(after[name]!, before[name]!)];
    if (lost > 0 || gained > 0) found[name] = [lost, gained];
  }
  return found;
}
