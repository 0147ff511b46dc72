import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { types } from 'node:util';
import { Worker } from 'node:worker_threads';
import { unzipSync, zipSync } from 'fflate';
import { LIMITS } from '../limits.js';
import type { Cell } from '../read-cell.js';
import type { Grid } from '../read-rows.js';
import { fileFault } from './file-fault.js';

/** Runs apart: a workbook that never ends, or fills the memory, takes nothing but its own thread with it. */
const READER = `
  const { parentPort, workerData } = require('node:worker_threads');
  import(workerData.reader)
    .then(({ readSheet, default: all }) => (readSheet ?? all.readSheet)(Buffer.from(workerData.content)))
    .then((rows) => parentPort.postMessage(rows), () => parentPort.postMessage(null));
`;

type RawCell = string | number | boolean | Date | null;

/** The values of the first sheet; of a formula its last value. */
export async function readXlsx(content: Buffer): Promise<Grid> {
  const rows = await readApart(packedAnew(content));
  if (rows === null) throw fileFault('file-unreadable');
  return rows.map((line) => line.map(cellOf));
}

/**
 * The parts that hold the values, unpacked within the limits and packed anew: no macros, no pictures, and sizes that
 * do not lie.
 */
function packedAnew(content: Buffer): Uint8Array {
  let unpacked = 0;
  let hasMacros = false;
  const parts = unpack(content, ({ name, originalSize }) => {
    hasMacros ||= /vbaProject\.bin$|^xl\/macrosheets\//i.test(name);
    const isNeeded = /\.xml(\.rels)?$/.test(name) && !hasMacros;
    unpacked += isNeeded ? originalSize : 0;
    return isNeeded && unpacked <= LIMITS.unpackedMb * 1024 * 1024;
  });
  if (hasMacros) throw fileFault('file-macros');
  if (unpacked > LIMITS.unpackedMb * 1024 * 1024)
    throw fileFault('file-unpacks-too-large', { maxMb: LIMITS.unpackedMb });
  return zipSync(parts, { level: 0 });
}

function unpack(content: Buffer, filter: (file: { name: string; originalSize: number }) => boolean) {
  try {
    return unzipSync(content, { filter });
  } catch {
    throw fileFault('file-unreadable');
  }
}

/** Null when it is no workbook. */
function readApart(content: Uint8Array): Promise<RawCell[][] | null> {
  const reader = pathToFileURL(createRequire(import.meta.url).resolve('read-excel-file/node')).href;
  const worker = new Worker(READER, {
    eval: true,
    workerData: { reader, content },
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.readMb },
  });
  return new Promise((resolve, reject) => {
    const end = (act: () => void) => {
      clearTimeout(clock);
      act();
      void worker.terminate();
    };
    const clock = setTimeout(
      () => end(() => reject(fileFault('file-too-slow', { seconds: LIMITS.readMs / 1000 }))),
      LIMITS.readMs,
    );
    worker.once('message', (rows: RawCell[][] | null) => end(() => resolve(rows)));
    worker.once('error', () => end(() => reject(fileFault('file-unreadable'))));
  });
}

/** A day of a spreadsheet has no time zone: it is the day that is shown. */
const cellOf = (cell: RawCell): Cell => (types.isDate(cell) ? cell.toISOString().slice(0, 10) : cell);
