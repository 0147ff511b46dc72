import { canonicalJson } from '#libs/platform/canonical-json';
import { LINES_OF_PART, PARTS, type CheckpointLine, type ContentLine, type Part, type ResultLine } from './lines.js';

/** Why a file is refused: the number of the line (from 1; 0 = the file as a whole), and a code with words in phrases. */
export class ResultFault extends Error {
  constructor(
    readonly line: number,
    readonly code: FaultCode,
  ) {
    super(`line ${line}: ${code}`);
  }
}

export type FaultCode =
  | 'not-canonical'
  | 'out-of-order'
  | 'not-sorted'
  | 'twice'
  | 'unknown-proposal'
  | 'root'
  | 'signature'
  | 'key-changed'
  | 'recused-scored'
  | 'not-assigned'
  | 'sheet-missing'
  | 'seal'
  | 'revision'
  | 'second-look'
  | 'draw'
  | 'points'
  | 'rating'
  | 'pot-changed'
  | 'award'
  | 'award-missing'
  | 'pot-exceeded'
  | 'incomplete';

export interface NumberedLine<L = ResultLine> {
  at: number;
  line: L;
}

/** A file taken apart: every line canonical, in the order of its part, each part closed by its checkpoint. */
export interface ResultParts {
  lines: readonly string[];
  checkpoints: NumberedLine<CheckpointLine>[];
  of<T extends ContentLine['type']>(type: T): NumberedLine<LineOf<T>>[];
}

/** The lines whose `type` may be this one. */
export type LineOf<T> = ContentLine extends infer L
  ? L extends { type: infer K }
    ? T extends K
      ? L
      : never
    : never
  : never;

export function readResult(text: string): ResultParts {
  if (!text.endsWith('\n')) throw new ResultFault(0, 'not-canonical');
  const lines = text.slice(0, -1).split('\n');
  const parsed = lines.map((line, index) => ({ at: index + 1, line: parse(line, index + 1) }));
  checkOrder(parsed);
  return {
    lines,
    checkpoints: parsed.filter((one): one is NumberedLine<CheckpointLine> => one.line.type === 'checkpoint'),
    of: <T extends ContentLine['type']>(type: T) =>
      parsed.filter(({ line }) => line.type === type) as NumberedLine<LineOf<T>>[],
  };
}

function parse(text: string, at: number): ResultLine {
  try {
    const line = JSON.parse(text, wholeNumber) as ResultLine;
    if (canonicalJson(line) === text && typeof line === 'object' && line !== null) return line;
  } catch {
    // what cannot be read is not canonical either
  }
  throw new ResultFault(at, 'not-canonical');
}

function wholeNumber(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError('a number is no integer');
  return value;
}

/** Lines stand by part, and within a part by kind; each part ends with its checkpoint. */
function checkOrder(lines: readonly NumberedLine[]): void {
  let [part, kind] = [0, 0];
  for (const { at, line } of lines) {
    const name = PARTS[part];
    if (name === undefined) throw new ResultFault(at, 'out-of-order');
    if (line.type === 'checkpoint') {
      if (line.part !== name) throw new ResultFault(at, 'out-of-order');
      [part, kind] = [part + 1, 0];
      continue;
    }
    kind = kindAfter(name, kind, line, at);
  }
  if (lines.at(-1)?.line.type !== 'checkpoint') throw new ResultFault(lines.length, 'incomplete');
}

function kindAfter(part: Part, kind: number, line: ContentLine, at: number): number {
  const next = LINES_OF_PART[part].indexOf(line.type);
  if (next < kind) throw new ResultFault(at, 'out-of-order');
  return next;
}
