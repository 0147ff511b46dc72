import type { Piece } from '../flow.js';
import { BODY, LIGHT_RULE, QUIET_INK, style } from '../look.js';
import type { FactsBlock } from '../pdf-model.js';
import { TEXT_BOX, type Typesetter } from '../typesetter.js';
import { rowPieces, type Cell, type RowLook } from './rows.js';

const LABEL = style('regular', 10.5, QUIET_INK);
const LABEL_SHARE = 0.36;
const COLUMN_GAP = 14;
const GAP_ABOVE = 8;
const GAP_BELOW = 12;
const LOOK: RowLook = {
  paddingTop: 4.5,
  paddingBottom: 4.5,
  verticalAlign: 'top',
  underline: { color: LIGHT_RULE, thickness: 0.5 },
};

/** Names and values: a table whose first column holds the row headers. */
export function factsPieces(setter: Typesetter, block: FactsBlock): Piece[] {
  const { doc } = setter;
  const table = doc.element('Table', setter.root);
  const { x, width } = TEXT_BOX;
  const label = { x, width: width * LABEL_SHARE - COLUMN_GAP };
  const value = { x: x + width * LABEL_SHARE, width: width * (1 - LABEL_SHARE) };
  const pieces = block.rows.flatMap((row, index) => {
    const tr = doc.element('TR', table);
    const cells: Cell[] = [
      { box: label, style: LABEL, element: doc.element('TH', tr, { O: 'Table', Scope: 'Row' }) },
      { box: value, style: BODY, element: doc.element('TD', tr) },
    ].map((cell, column) => ({ ...cell, lines: setter.lines(row[column]!, cell.box.width, cell.style) }));
    const [first, ...others] = rowPieces(setter, cells, LOOK);
    return [{ ...first!, gapAbove: index === 0 ? GAP_ABOVE : 0 }, ...others];
  });
  if (pieces.length > 0) pieces.at(-1)!.gapBelow = GAP_BELOW;
  return pieces;
}
