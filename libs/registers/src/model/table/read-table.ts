import { LIMITS } from '../limits.js';
import type { Grid } from '../read-rows.js';
import { fileFault } from './file-fault.js';
import { cellsOf } from './read-cells.js';

export interface TableFile {
  name: string;
  content: Buffer;
}

/**
 * The first sheet of a workbook, or a CSV, as rows of cells.
 * @throws InvalidInput at `file` when it is too large, of another kind, or cannot be read
 */
export async function readTable({ name, content }: TableFile): Promise<Grid> {
  if (content.length === 0) throw fileFault('file-empty');
  if (content.length > LIMITS.fileMb * 1024 * 1024) throw fileFault('file-too-large', { maxMb: LIMITS.fileMb });
  const extension = /\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? '';
  if (extension === 'xlsm' || extension === 'xlsb') throw fileFault('file-macros');
  if (extension !== 'xlsx' && extension !== 'csv') throw fileFault('file-kind');
  const grid = await cellsOf(extension, content);
  if (grid.some((line) => line.length > LIMITS.columns)) throw fileFault('too-many-columns', { max: LIMITS.columns });
  return grid;
}
