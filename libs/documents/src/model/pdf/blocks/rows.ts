import type { Element } from '../accessible-document.js';
import type { Line } from '../break-lines.js';
import type { Piece } from '../flow.js';
import { PAGE, TEXT_WIDTH, type TextStyle } from '../look.js';
import { baselineOf, type Box, type Typesetter } from '../typesetter.js';

export interface Cell {
  lines: Line[];
  box: Box;
  style: TextStyle;
  /** Undefined = decoration, e.g. the repeated head of a table. */
  element?: Element;
}

export interface RowLook {
  paddingTop: number;
  paddingBottom: number;
  verticalAlign: 'top' | 'bottom';
  /** Drawn behind every strip of the row. */
  backdrop?(top: number, height: number): void;
  /** Colour and thickness of the rule under the row. */
  underline?: { color: string; thickness: number };
}

/** A row this tall may be cut between its lines; a lower one stands on one page. */
const UNCUT_HEIGHT_MAX = 220;

/** A row of cells as strips, one per line, so that a tall row can go on over the page. */
export function rowPieces(setter: Typesetter, cells: readonly Cell[], look: RowLook): Piece[] {
  const count = Math.max(1, ...cells.map((cell) => cell.lines.length));
  const largest = cells.map((cell) => cell.style).reduce((a, b) => (a.leading >= b.leading ? a : b));
  const { leading } = largest;
  const uncut = count * leading <= UNCUT_HEIGHT_MAX;
  return Array.from({ length: count }, (_, index) => {
    const above = index === 0 ? look.paddingTop : 0;
    const isLast = index === count - 1;
    const height = above + leading + (isLast ? look.paddingBottom : 0);
    return {
      height,
      gapAbove: 0,
      keepWithNext: !isLast && (uncut || index === 0 || index === count - 2),
      paint: (top) => {
        look.backdrop?.(top, height);
        for (const cell of cells)
          paintLine(setter, cell, lineAt(cell, index, count, look), top + above + baselineOf(largest));
        if (isLast && look.underline) underline(setter, top + height, look.underline);
      },
    };
  });
}

function lineAt(cell: Cell, index: number, count: number, look: RowLook): Line | undefined {
  return cell.lines[look.verticalAlign === 'top' ? index : index - (count - cell.lines.length)];
}

function paintLine(setter: Typesetter, cell: Cell, line: Line | undefined, baseline: number): void {
  if (!line || line.segments.length === 0) return;
  const paint = (): void => setter.draw(line, cell.box, baseline, cell.style);
  if (cell.element) setter.doc.tagged(cell.element, paint);
  else setter.doc.artifact('Pagination', paint);
}

function underline(setter: Typesetter, y: number, { color, thickness }: { color: string; thickness: number }): void {
  setter.rule([PAGE.left, y], [PAGE.left + TEXT_WIDTH, y], color, thickness);
}
