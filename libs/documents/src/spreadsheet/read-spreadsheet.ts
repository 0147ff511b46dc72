import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { unzipSync, zipSync } from 'fflate';

const MB = 1024 * 1024;

export interface SpreadsheetLimits {
  /** All of a workbook unpacked: a packed bomb is refused before it opens. */
  unpackedMb: number;
  /** How much memory the reading may use, and how long it may take. */
  readMb: number;
  readMs: number;
}

/** A day of a spreadsheet has no time zone: it is the day that is shown, at midnight UTC. */
export type SpreadsheetCell = string | number | boolean | Date | null;

/** Why a workbook was not read; what is said of it is the caller’s. */
export class UnreadableSpreadsheet extends Error {
  constructor(readonly fault: 'unreadable' | 'macros' | 'unpacks-too-large' | 'too-slow') {
    super(`the workbook was not read: ${fault}`);
  }
}

/** Runs apart: a workbook that never ends, or fills the memory, takes nothing but its own thread with it. */
const READER = `
  const { parentPort, workerData } = require('node:worker_threads');
  import(workerData.reader)
    .then(({ readSheet, default: all }) => (readSheet ?? all.readSheet)(Buffer.from(workerData.content)))
    .then((rows) => parentPort.postMessage(rows), () => parentPort.postMessage(null));
`;

/**
 * The values of the first sheet of a workbook (XLSX) that somebody sent; of a formula its last value.
 * @throws UnreadableSpreadsheet
 */
export async function readSpreadsheet(content: Buffer, limits: SpreadsheetLimits): Promise<SpreadsheetCell[][]> {
  const rows = await readApart(packedAnew(content, limits), limits);
  if (rows === null) throw new UnreadableSpreadsheet('unreadable');
  return rows;
}

/**
 * The parts that hold the values, unpacked within the limits and packed anew: no macros, no pictures, and sizes that
 * do not lie.
 */
function packedAnew(content: Buffer, { unpackedMb }: SpreadsheetLimits): Uint8Array {
  let unpacked = 0;
  let hasMacros = false;
  const parts = unpack(content, ({ name, originalSize }) => {
    hasMacros ||= /vbaProject\.bin$|^xl\/macrosheets\//i.test(name);
    const isNeeded = /\.xml(\.rels)?$/.test(name) && !hasMacros;
    unpacked += isNeeded ? originalSize : 0;
    return isNeeded && unpacked <= unpackedMb * MB;
  });
  if (hasMacros) throw new UnreadableSpreadsheet('macros');
  if (unpacked > unpackedMb * MB) throw new UnreadableSpreadsheet('unpacks-too-large');
  return zipSync(parts, { level: 0 });
}

function unpack(content: Buffer, filter: (file: { name: string; originalSize: number }) => boolean) {
  try {
    return unzipSync(content, { filter });
  } catch {
    throw new UnreadableSpreadsheet('unreadable');
  }
}

/** Null when it is no workbook. */
function readApart(content: Uint8Array, { readMb, readMs }: SpreadsheetLimits): Promise<SpreadsheetCell[][] | null> {
  const reader = pathToFileURL(createRequire(import.meta.url).resolve('read-excel-file/node')).href;
  const worker = new Worker(READER, {
    eval: true,
    workerData: { reader, content },
    resourceLimits: { maxOldGenerationSizeMb: readMb },
  });
  return new Promise((resolve, reject) => {
    const end = (act: () => void) => {
      clearTimeout(clock);
      act();
      void worker.terminate();
    };
    const clock = setTimeout(() => end(() => reject(new UnreadableSpreadsheet('too-slow'))), readMs);
    worker.once('message', (rows: SpreadsheetCell[][] | null) => end(() => resolve(rows)));
    worker.once('error', () => end(() => reject(new UnreadableSpreadsheet('unreadable'))));
  });
}
