import type { Element } from '../accessible-document.js';
import { atoms } from '../break-lines.js';
import { columnWidths } from '../column-widths.js';
import type { Piece } from '../flow.js';
import { INK, LIGHT_RULE, MM, RULE, TINT, style, type TextStyle } from '../look.js';
import type { TableBlock } from '../pdf-model.js';
import { TEXT_BOX, type Box, type Typesetter } from '../typesetter.js';
import { rowPieces, type Cell, type RowLook } from './rows.js';

const HEAD = style('bold', 9.5);
const CELL = style('regular', 10);
const TOTAL = style('bold', 10);
const PADDING_X = 6;
const GAP_ABOVE = 10;
const GAP_BELOW = 12;

interface Column extends Box {
  left: number;
  right: number;
}

/** A table: its head is repeated on every page, the totals never stand alone. */
export function tablePieces(setter: Typesetter, block: TableBlock): Piece[] {
  const { doc } = setter;
  const columns = placeColumns(setter, block);
  const table = doc.element('Table', setter.root);
  const titles = block.columns.map(({ title }) => title);
  const [thead, tbody] = [doc.element('THead', table), doc.element('TBody', table)];
  const head = rowPieces(
    setter,
    cells(setter, columns, titles, HEAD, headCells(setter, thead, titles)),
    headLook(setter),
  );
  const reopening = repeatedHead(setter, columns, titles);
  const rows = block.rows.map((row) => {
    const tr = doc.element('TR', tbody);
    const elements = columns.map(() => doc.element('TD', tr));
    return rowPieces(setter, cells(setter, columns, row, CELL, elements), bodyLook(setter, columns));
  });
  if (block.totals) rows.push(totalsRow(setter, columns, block.totals, doc.element('TFoot', table)));
  keepEdgeRows(rows);
  const body = rows.flat().map((piece) => ({ ...piece, reopening }));
  const opened = head.map((piece, index) => ({ ...piece, gapAbove: index === 0 ? GAP_ABOVE : 0, keepWithNext: true }));
  const pieces = [...opened, ...body];
  pieces.at(-1)!.gapBelow = GAP_BELOW;
  return pieces;
}

/** The first row stays with the second, and the last with the one before: no row is left alone. */
function keepEdgeRows(rows: Piece[][]): void {
  if (rows.length < 2) return;
  for (const row of [rows[0]!, rows.at(-2)!]) row.at(-1)!.keepWithNext = true;
}

function placeColumns(setter: Typesetter, block: TableBlock): Column[] {
  const demands = block.columns.map((column, index) => {
    const texts = [...block.rows.map((row) => row[index] ?? ''), block.totals?.[index] ?? ''];
    const measure = (all: string[], look: TextStyle): number[] =>
      all.map((text) => setter.width(text.trimEnd(), look.face, look.size) + 2 * PADDING_X + 0.5);
    const words = (text: string): string[] => text.split('\n').flatMap(atoms);
    return {
      fixed: column.width === undefined ? undefined : column.width * MM,
      min: Math.max(...measure(texts.flatMap(words), TOTAL), ...measure(words(column.title), HEAD)),
      natural: Math.max(...measure(texts, TOTAL), ...measure([column.title], HEAD)),
    };
  });
  let left = TEXT_BOX.x;
  return columnWidths(demands, TEXT_BOX.width).map((width, index) => {
    const column = { left, right: left + width, x: left + PADDING_X, width: width - 2 * PADDING_X };
    left += width;
    return { ...column, align: block.columns[index]!.align };
  });
}

function cells(
  setter: Typesetter,
  columns: readonly Column[],
  texts: readonly string[],
  look: TextStyle,
  elements: readonly Element[] = [],
): Cell[] {
  return columns.map((box, index) => ({
    lines: setter.lines(texts[index] ?? '', box.width, look),
    box,
    style: look,
    element: elements[index],
  }));
}

function headCells(setter: Typesetter, thead: Element, titles: readonly string[]): Element[] {
  const row = setter.doc.element('TR', thead);
  return titles.map(() => setter.doc.element('TH', row, { O: 'Table', Scope: 'Column' }));
}

function repeatedHead(setter: Typesetter, columns: readonly Column[], titles: readonly string[]): Piece['reopening'] {
  const strips = rowPieces(setter, cells(setter, columns, titles, HEAD), headLook(setter));
  const height = strips.reduce((sum, strip) => sum + strip.height, 0);
  const paint = (top: number): void => {
    let y = top;
    for (const strip of strips) {
      strip.paint(y);
      y += strip.height;
    }
  };
  return { height, paint };
}

function totalsRow(setter: Typesetter, columns: readonly Column[], totals: readonly string[], tfoot: Element): Piece[] {
  const row = setter.doc.element('TR', tfoot);
  const elements = columns.map(() => setter.doc.element('TD', row));
  const look = { ...bodyLook(setter, columns), underline: { color: INK, thickness: 1 } };
  return rowPieces(setter, cells(setter, columns, totals, TOTAL, elements), look);
}

function headLook(setter: Typesetter): RowLook {
  const { x, width } = TEXT_BOX;
  return {
    paddingTop: 6,
    paddingBottom: 6,
    verticalAlign: 'bottom',
    backdrop: (top, height) => setter.tint(x, top, width, height, TINT),
    underline: { color: INK, thickness: 1 },
  };
}

function bodyLook(setter: Typesetter, columns: readonly Column[]): RowLook {
  return {
    paddingTop: 5,
    paddingBottom: 5,
    verticalAlign: 'top',
    backdrop: (top, height) => {
      for (const { right } of columns.slice(0, -1)) setter.rule([right, top], [right, top + height], LIGHT_RULE);
    },
    underline: { color: RULE, thickness: 0.5 },
  };
}
