import { createHash } from 'node:crypto';
import type { SheetPoints } from '#libs/evaluation';
import { canonicalJson } from '#libs/platform/canonical-json';
import type { RulesLine } from './lines.js';
import { ResultFault, type NumberedLine, type ResultParts } from './result-reader.js';

export interface OpenedSheet {
  code: string;
  expert: string;
  points: SheetPoints;
}

export const pairOf = ({ code, expert }: { code: string; expert: string }): string => `${expert} ${code}`;

/** Lines by pair of person and proposal: each stands once. */
export function once<L extends { code: string; expert: string }>(lines: readonly NumberedLine<L>[]): Map<string, L> {
  const found = new Map<string, L>();
  for (const { at, line } of lines) {
    if (found.has(pairOf(line))) throw new ResultFault(at, 'twice');
    found.set(pairOf(line), line);
  }
  return found;
}

/** The points of every sealed sheet, as it was amended after the defence, where the conditions say so (rules 40, 43). */
export function openSheets(file: ResultParts, rules: RulesLine): OpenedSheet[] {
  const sheets = opened(file, rules, 'seal', 'sheet');
  for (const [pair, one] of opened(file, rules, 'reseal', 'revision')) {
    if (canonicalJson(one.points) === canonicalJson(sheets.get(pair)!.points))
      throw new ResultFault(one.at, 'revision');
    sheets.set(pair, one);
  }
  return [...sheets.values()];
}

/** Each sheet opens its seal, and holds every criterion inside its scale; by pair of person and proposal. */
function opened(
  file: ResultParts,
  { criteria }: RulesLine,
  seal: 'seal' | 'reseal',
  type: 'sheet' | 'revision',
): Map<string, OpenedSheet & { at: number }> {
  const seals = once(file.of(seal));
  const found = new Map<string, OpenedSheet & { at: number }>();
  for (const { at, line } of file.of(type)) {
    const sealed = seals.get(pairOf(line));
    const hash = createHash('sha256').update(Buffer.from(line.salt, 'hex')).update(line.text, 'utf8').digest('hex');
    if (!sealed || sealed.sha256 !== hash) throw new ResultFault(at, 'seal');
    seals.delete(pairOf(line));
    const { points } = JSON.parse(line.text) as { points: SheetPoints };
    const isWhole =
      Object.keys(points).length === criteria.length &&
      criteria.every(
        ({ key, maxPoints }) => Number.isInteger(points[key]) && points[key]! >= 0 && points[key]! <= maxPoints,
      );
    if (!isWhole) throw new ResultFault(at, 'points');
    found.set(pairOf(line), { at, code: line.code, expert: line.expert, points });
  }
  const left = file.of(seal).find(({ line }) => seals.has(pairOf(line)));
  if (left) throw new ResultFault(left.at, 'sheet-missing');
  return found;
}
