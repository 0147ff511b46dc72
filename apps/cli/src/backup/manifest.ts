import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FORMAT = 1;
const FILE = 'manifest.json';

/** One table as it lies in the folder: `tables/<schema>.<table>.copy.gz`, in PostgreSQL's own COPY text format. */
export interface SavedTable {
  name: string;
  columns: string[];
  rows: number;
  /** Of the packed file, hex. */
  sha256: string;
}

/** What a backup holds. Written last: a folder without it is no backup. */
export interface Manifest {
  format: number;
  /** Version of the program that made it. */
  version: string;
  /** Database clock. */
  takenAt: string;
  /** Domain time; differs from `takenAt` only in a demo world. */
  domainAt: string;
  postgres: string;
  /** Names of the migrations that made the schema, in their order. */
  migrations: string[];
  tables: SavedTable[];
  /** Head of every hash chain. */
  chains: { scopeId: string; seq: number; hash: string }[];
  files: { count: number; bytes: number; erasedMeanwhile: string[] };
}

export function writeManifest(folder: string, manifest: Omit<Manifest, 'format'>): Promise<void> {
  const text = `${JSON.stringify({ format: FORMAT, ...manifest }, null, 2)}\n`;
  return writeFile(join(folder, FILE), text, { flag: 'wx', mode: 0o600 });
}

/** @throws Error in words when the folder holds no whole backup, or one that this program does not know */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => {
    throw new Error(`${folder} holds no finished backup: there is no ${FILE}`);
  });
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== FORMAT)
    throw new Error(`the backup has the format ${manifest.format}, this program reads ${FORMAT}`);
  return manifest;
}

export const tableFile = (folder: string, table: string): string => join(folder, 'tables', `${table}.copy.gz`);
export const filesFolder = (folder: string): string => join(folder, 'files');
