import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '#libs/platform/config';
import type { Reader } from '#libs/platform/database';
import { factKind } from '#libs/platform/facts';
import { connected, type Connection } from '../backup/connect.js';
import { copyFiles } from '../backup/copy-files.js';
import { checkTableFiles, loadTables } from '../backup/copy-tables.js';
import { filesFolder, readManifest, type Manifest } from '../backup/manifest.js';
import { newerIn } from '../backup/newer-in.js';
import { dropSchemas, firstTableWithRows } from '../backup/tables.js';
import { knownMigrations, migrateDatabase } from '../migrate-database.js';
import type { Command } from './command.js';
import { verifyAndNote } from './verify-chains.js';

const USAGE = 'restore <folder of a backup> [--force] [--old <url of the old database>]';

const databaseRestored = factKind('platform.database-restored', { chained: false });

/** Database, then files, then proof: counts, checksums, foreign keys, hash chains. Letters wait for `release-mail`. */
export const restore: Command = {
  about: 'bring a backup into an empty database; --force: into this one, whatever it holds',
  async run(args) {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { force: { type: 'boolean', default: false }, old: { type: 'string' } },
    });
    if (positionals.length !== 1) throw new Error(`usage: ${USAGE}`);
    const folder = resolve(positionals[0]!);
    const manifest = await readManifest(folder);
    demandKnown(manifest);
    await checkTableFiles(folder, manifest);
    const { databaseUrl } = readConfig();
    await connected(databaseUrl, ({ reader }) => makeRoom(reader, values.force));
    await migrateDatabase(databaseUrl, manifest.migrations);
    const held = await connected(databaseUrl, (connection) => load(connection, folder, manifest));
    await migrateDatabase(databaseUrl);
    await connected(databaseUrl, ({ reader }) => loadFiles(reader, folder));
    await prove(manifest);
    console.log(`Held back: ${held} letters. Look first, then: release-mail, or release-mail --drop.`);
    await connected(databaseUrl, ({ reader }) => tellNewer(reader, manifest, values.old));
  },
};

/** Not necessarily the first ones: a migration may have come later with a number between older ones. */
function demandKnown({ migrations, version }: Manifest): void {
  const known = knownMigrations();
  if (!migrations.every((name) => known.includes(name)))
    throw new Error(`the backup comes from version ${version}, which this program does not know`);
}

async function makeRoom(reader: Reader, isForced: boolean): Promise<void> {
  const table = await firstTableWithRows(reader);
  if (table && !isForced)
    throw new Error(`the database is not empty (${table} has rows). Type --force to lose what it holds`);
  await dropSchemas(reader);
}

/** All rows in one transaction; returns how many letters are held back. */
async function load(connection: Connection, folder: string, manifest: Manifest): Promise<number> {
  const { holdMail } = await import('#libs/notifications');
  const { client, reader } = connection;
  await client.query('begin');
  await loadTables(connection, folder, manifest);
  const held = await holdMail(reader);
  // No queue knows of them any more.
  await client.query('update facts.delivery set enqueued_at = null where done_at is null');
  await client.query('commit');
  await client.query('analyze');
  return held;
}

async function loadFiles(reader: Reader, folder: string): Promise<void> {
  const { DiskStorage } = await import('#libs/documents');
  const target = new DiskStorage(join(readConfig().dataDir, 'documents'));
  const { count, missing, changed } = await copyFiles(reader, new DiskStorage(filesFolder(folder)), target);
  const { erasedMeanwhile } = await readManifest(folder).then(({ files }) => files);
  const lost = [...missing.filter((key) => !erasedMeanwhile.includes(key)), ...changed];
  if (lost.length > 0) throw new Error(`files are missing or damaged: ${lost.join(', ')}`);
  console.log(`Files: ${count}, every checksum is right.`);
}

async function prove(manifest: Manifest): Promise<void> {
  const { Clock } = await import('#libs/platform/clock');
  const { newId, UnitOfWork } = await import('#libs/platform/database');
  const { systemContext } = await import('#libs/platform/jobs');
  const { withDomain } = await import('../cli.module.js');
  await withDomain(async (app) => {
    const ctx = systemContext(await app.get(Clock).domainNow(), 'cli-restore');
    const particulars = { takenAt: manifest.takenAt, version: manifest.version };
    await app.get(UnitOfWork).run(ctx, async (tx) => tx.record(databaseRestored, { subjectId: newId(), particulars }));
    await verifyAndNote(app);
  });
}

async function tellNewer(reader: Reader, { domainAt }: Manifest, oldUrl: string | undefined): Promise<void> {
  if (!oldUrl) {
    console.log(`What happened after ${domainAt} is not here. If the old database can be read, --old <url> lists it;
else ask those who hold a receipt with a later time: its document and number prove what was lost.`);
    return;
  }
  const lines = await newerIn(oldUrl, reader, domainAt);
  console.log(lines.length === 0 ? 'The old database knows nothing newer.' : `Newer in the old database:`);
  for (const line of lines) console.log(line);
}
