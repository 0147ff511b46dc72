import type { Piece } from '../flow.js';
import { BODY, INK, QUIET_INK, style } from '../look.js';
import type { SignatureRow, SignaturesBlock } from '../pdf-model.js';
import { TEXT_BOX, baselineOf, type Typesetter } from '../typesetter.js';
import { rowPieces, type Cell } from './rows.js';

const MARK = style('italic', 9, QUIET_INK);
const NAME = style('bold', 11);
const GAP = 12;
const FIRST_GAP_ABOVE = 24;
const GAP_ABOVE = 14;
const LINE_DROP = 2;
// Position, signature, name, as shares of the line.
const SHARES = { position: 0.37, mark: 0.34, name: 0.29 };

/** Position, signature, name; all of them on one page, together with the end of the text that they sign. */
export function signaturePieces(setter: Typesetter, block: SignaturesBlock): Piece[] {
  const pieces = block.rows.flatMap((row, index) => {
    const [first, ...others] = signature(setter, row);
    return [{ ...first!, gapAbove: index === 0 ? FIRST_GAP_ABOVE : GAP_ABOVE }, ...others];
  });
  return pieces.map((piece, index) => ({ ...piece, keepWithNext: index < pieces.length - 1 }));
}

function signature(setter: Typesetter, row: SignatureRow): Piece[] {
  const element = setter.doc.element('P', setter.root);
  let x = TEXT_BOX.x;
  const cells = (['position', 'mark', 'name'] as const).map((part): Cell => {
    const box = { x, width: TEXT_BOX.width * SHARES[part] - GAP };
    x += box.width + GAP;
    const look = { position: BODY, mark: MARK, name: NAME }[part];
    // The space keeps the parts apart when they are read out.
    const text = row[part] && `${row[part]} `;
    return { lines: setter.lines(text, box.width, look), box, style: look, element };
  });
  const pieces = rowPieces(setter, cells, { paddingTop: 0, paddingBottom: 2, verticalAlign: 'bottom' });
  if (row.mark.trim() === '') addSigningLine(setter, pieces.at(-1)!, cells[1]!.box);
  return pieces;
}

function addSigningLine(setter: Typesetter, piece: Piece, box: { x: number; width: number }): void {
  const { paint } = piece;
  piece.paint = (top) => {
    paint(top);
    const y = top + baselineOf(BODY) + LINE_DROP;
    setter.rule([box.x, y], [box.x + box.width, y], INK);
  };
}
