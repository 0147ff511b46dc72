import type { Face } from './look.js';

export interface Run {
  text: string;
  face: Face;
}

export interface Segment extends Run {
  width: number;
}

/** `width` is without the space at the end of the line. */
export interface Line {
  segments: Segment[];
  width: number;
}

export type Measure = (text: string, face: Face) => number;

// A break may stand after a space, or after a hyphen or a slash inside a word; but typographers keep together
// «№ 5», «ст. 12», a word of one letter («з», «у») and the next one, a surname and its initials,
// the groups of a number and its unit; and no line starts with a dash.
const AFTER_SPACE = '(?<= )(?! )';
const NOT_AFTER = '(?<!(?:^|[\\s(«„“"])(?:\\p{L}|№|пп?\\.|ст\\.|ч\\.|\\p{Lu}\\.) )';
const NOT_BEFORE = '(?![—–-]|\\p{Lu}\\.|(?<=\\d )(?:\\d{3}(?!\\d)|грн|тис|млн|₴|%))';
const INSIDE_WORD = '(?<=[\\p{L}\\p{N}][-‐/])(?=\\p{L})';
const BREAK = new RegExp(`${AFTER_SPACE}${NOT_AFTER}${NOT_BEFORE}|${INSIDE_WORD}`, 'u');

// Longer than any line: keeps the work in proportion to the text even where a text has no spaces at all.
const ATOM_PARTS = /.{1,200}/gsu;

/** Breaks runs of text into lines not wider than `width`; a word that is wider itself is cut. */
export function breakLines(runs: readonly Run[], width: number, measure: Measure): Line[] {
  const lines: Line[] = [{ segments: [], width: 0 }];
  for (const run of runs) {
    run.text.split('\n').forEach((paragraph, index) => {
      if (index > 0) lines.push({ segments: [], width: 0 });
      for (const text of atoms(paragraph)) place({ text, face: run.face }, lines, width, measure);
    });
  }
  return lines;
}

/** A text without `\n` in the parts that a line break may not cut. */
export function atoms(paragraph: string): string[] {
  return paragraph.split(BREAK).flatMap((atom) => atom.match(ATOM_PARTS) ?? []);
}

function place(atom: Run, lines: Line[], width: number, measure: Measure): void {
  if (append(atom, lines.at(-1)!, width, measure)) return;
  const line: Line = { segments: [], width: 0 };
  if (lines.at(-1)!.segments.length > 0) lines.push(line);
  if (append(atom, lines.at(-1)!, width, measure)) return;
  const fitting = fittingStart(atom, width, measure);
  append({ ...atom, text: fitting }, lines.at(-1)!, Infinity, measure);
  const rest = atom.text.slice(fitting.length);
  if (rest !== '') place({ ...atom, text: rest }, lines, width, measure);
}

/** Adds the atom when it fits; says whether it did. */
function append(atom: Run, line: Line, width: number, measure: Measure): boolean {
  const before = line.segments.reduce((sum, segment) => sum + segment.width, 0);
  const needed = before + measure(atom.text.trimEnd(), atom.face);
  if (needed > width) return false;
  const last = line.segments.at(-1);
  if (last && last.face === atom.face) {
    last.text += atom.text;
    last.width = measure(last.text, last.face);
  } else {
    line.segments.push({ ...atom, width: measure(atom.text, atom.face) });
  }
  line.width = needed;
  return true;
}

/** The longest start that fits, one letter at least; where words were kept together, they part at a space. */
function fittingStart(atom: Run, width: number, measure: Measure): string {
  const letters = Array.from(atom.text);
  let count = 1;
  while (count < letters.length && measure(letters.slice(0, count + 1).join(''), atom.face) <= width) count += 1;
  const start = letters.slice(0, count).join('');
  return start.slice(0, start.lastIndexOf(' ') + 1) || start;
}
