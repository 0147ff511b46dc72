import { createHash } from 'node:crypto';

/** A whole number from 0 up to `below`, always the same for the same words: the demo world is alike on every machine. */
export function numberFrom(words: string, below: number): number {
  return createHash('sha256').update(words).digest().readUInt32BE(0) % below;
}

export function pick<T>(from: readonly T[], words: string): T {
  return from[numberFrom(words, from.length)]!;
}

/** Cells of a row of the data files: «a | b | c». */
export const cells = (row: string): string[] => row.split(' | ').map((cell) => cell.trim());
