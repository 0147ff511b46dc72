import { lotRanks, LOT_PARTIES_MIN, sha256Hex } from '#libs/evaluation';
import { ResultFault, type ResultParts } from './result-reader.js';

/** What the draw gave each proposal: only the last round counts, in which three or more all opened their secrets. */
export function drawRanks(file: ResultParts): Map<string, string> {
  const rounds = file.of('draw');
  let ranks = new Map<string, string>();
  for (const [index, { at, line }] of rounds.entries()) {
    const opened = line.parties.flatMap(({ secret, commitment }) => (secret === null ? [] : [{ secret, commitment }]));
    if (opened.some(({ secret, commitment }) => sha256Hex(String(secret)) !== commitment))
      throw new ResultFault(at, 'draw');
    const isOpen = opened.length === line.parties.length;
    const isDrawn = isOpen && new Set(opened.map(({ commitment }) => commitment)).size >= LOT_PARTIES_MIN;
    if (isDrawn === line.isVoid || (isDrawn && index !== rounds.length - 1)) throw new ResultFault(at, 'draw');
    if (isDrawn)
      ranks = lotRanks(
        opened.map(({ secret }) => secret),
        line.codes,
      );
  }
  return ranks;
}
