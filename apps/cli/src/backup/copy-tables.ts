import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Connection } from './connect.js';
import { tableFile, type Manifest, type SavedTable } from './manifest.js';
import { tablesOf, type Table } from './tables.js';

/** Writes one table into the folder, in the snapshot of the open transaction. */
export async function saveTable({ client }: Connection, folder: string, table: Table): Promise<SavedTable> {
  const source = client.query(copyTo(`copy ${table.name} (${listed(table.columns)}) to stdout`));
  const hash = createHash('sha256');
  const target = createWriteStream(tableFile(folder, table.name), { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(source, createGzip(), watched(hash), target);
  return { ...table, rows: source.rowCount, sha256: hash.digest('hex') };
}

/** @throws Error naming the first table file that is not what the manifest says */
export async function checkTableFiles(folder: string, manifest: Manifest): Promise<void> {
  for (const { name, sha256 } of manifest.tables) {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(tableFile(folder, name))) hash.update(chunk as Buffer);
    if (hash.digest('hex') !== sha256) throw new Error(`the backup is damaged: ${tableFile(folder, name)}`);
  }
}

/**
 * Fills every table in the open transaction. Foreign keys are taken off and put back after the last row, as pg_dump
 * does: they are then checked over all rows, and tables may refer to each other in circles. Triggers guard people's
 * acts, not a restore.
 */
export async function loadTables(connection: Connection, folder: string, manifest: Manifest): Promise<void> {
  const { reader } = connection;
  const present = (await tablesOf(reader)).map(({ name }) => name);
  const keys = await reader.rows<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and conrelid::regclass::text = any($1) order by 1, 2`,
    [present],
  );
  for (const key of keys) await reader.rows(`alter table ${key.table} drop constraint ${key.name}`);
  for (const table of present) await reader.rows(`alter table ${table} disable trigger user`);
  await reader.rows(`truncate ${present.join(', ')}`);
  for (const table of manifest.tables) await loadTable(connection, folder, table);
  for (const table of present) await reader.rows(`alter table ${table} enable trigger user`);
  for (const key of keys) await reader.rows(`alter table ${key.table} add constraint ${key.name} ${key.definition}`);
}

async function loadTable({ client }: Connection, folder: string, table: SavedTable): Promise<void> {
  const target = client.query(copyFrom(`copy ${table.name} (${listed(table.columns)}) from stdin`));
  await pipeline(createReadStream(tableFile(folder, table.name)), createGunzip(), target);
  if (target.rowCount !== table.rows)
    throw new Error(`${table.name}: ${target.rowCount} rows came back, the backup has ${table.rows}`);
}

const listed = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');

/** Lets bytes through and adds them to a hash. */
function watched(hash: ReturnType<typeof createHash>) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
}
