import { mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readConfig } from '#libs/platform/config';
import type { Reader } from '#libs/platform/database';
import { connected, type Connection } from '../backup/connect.js';
import { copyFiles, stillWanted } from '../backup/copy-files.js';
import { saveTable } from '../backup/copy-tables.js';
import { filesFolder, writeManifest, type Manifest } from '../backup/manifest.js';
import { demandKnownKinds, tablesOf } from '../backup/tables.js';
import { programVersion } from '../version.js';
import type { Command } from './command.js';

const USAGE = 'backup <new or empty folder>';

/** The database in one snapshot, then the files: a file is stored before its document, so none of them is missing. */
export const backup: Command = {
  about: 'save the database and the files into a folder; the system may run meanwhile',
  async run([given]) {
    if (!given) throw new Error(`usage: ${USAGE}`);
    const folder = resolve(given);
    await demandEmpty(folder);
    await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 });
    const manifest = await connected(readConfig().databaseUrl, (connection) => save(connection, folder));
    await writeManifest(folder, manifest);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `Saved to ${folder}: ${rows} rows of ${manifest.tables.length} tables, ${manifest.chains.length} chains, ` +
        `${manifest.files.count} files. It holds personal data: encrypt it before it leaves this machine.`,
    );
  },
};

async function demandEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length > 0) throw new Error(`${folder} is not empty`);
}

async function save(connection: Connection, folder: string): Promise<Omit<Manifest, 'format'>> {
  const { client, reader } = connection;
  await client.query('begin isolation level repeatable read read only');
  await demandKnownKinds(reader);
  const about = await describe(reader);
  const tables = [];
  for (const table of await tablesOf(reader)) tables.push(await saveTable(connection, folder, table));
  const files = await saveFiles(connection, folder);
  return { ...about, tables, files };
}

async function describe(reader: Reader) {
  const about = await reader.one<{ takenAt: Date; domainAt: Date; postgres: string }>(
    `select platform.domain_now() as "domainAt", transaction_timestamp() as "takenAt",
            current_setting('server_version') as postgres`,
  );
  const { takenAt, domainAt, postgres } = about!;
  const migrations = await reader.rows<{ name: string }>('select name from public.schema_migration order by id');
  const chains = await reader.rows<{ scopeId: string; seq: string; hash: string }>(
    'select scope_id as "scopeId", seq, hash from facts.chain_head order by scope_id',
  );
  return {
    version: programVersion(),
    takenAt: takenAt.toISOString(),
    domainAt: domainAt.toISOString(),
    postgres,
    migrations: migrations.map(({ name }) => name),
    chains: chains.map((head) => ({ ...head, seq: Number(head.seq) })),
  };
}

/** Still in the snapshot for the list of documents; ends it to see which of the missing were removed meanwhile. */
async function saveFiles({ client, reader }: Connection, folder: string): Promise<Manifest['files']> {
  const { DiskStorage } = await import('#libs/documents');
  const source = new DiskStorage(join(readConfig().dataDir, 'documents'));
  const copied = await copyFiles(reader, source, new DiskStorage(filesFolder(folder)));
  await client.query('commit');
  const lost = [...(await stillWanted(reader, copied.missing)), ...copied.changed];
  if (lost.length > 0) throw new Error(`files are missing or damaged, no backup was made: ${lost.join(', ')}`);
  return { count: copied.count, bytes: copied.bytes, erasedMeanwhile: copied.missing };
}
