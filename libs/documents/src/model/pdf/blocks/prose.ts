import type { Element } from '../accessible-document.js';
import type { Line } from '../break-lines.js';
import type { Piece } from '../flow.js';
import { BODY, style, type Face, type TextStyle } from '../look.js';
import type { HeadingBlock, ListBlock, ParagraphBlock } from '../pdf-model.js';
import { TEXT_BOX, baselineOf, type Align, type Box, type Typesetter } from '../typesetter.js';

const HEADINGS: Record<HeadingBlock['level'], { style: TextStyle; gapAbove: number }> = {
  1: { style: style('bold', 13), gapAbove: 20 },
  2: { style: style('bold', 11.5), gapAbove: 16 },
  3: { style: style('boldItalic', 11), gapAbove: 12 },
};
const PARAGRAPH_GAP = 7;
const ITEM_GAP = 4;
const BULLET = '–';
const LABEL_GAP = 7;
const LABEL_WIDTH_MIN = 16;

interface Stack {
  element: Element;
  box: Box;
  style: TextStyle;
  gapAbove: number;
}

export function headingPieces(setter: Typesetter, block: HeadingBlock, tag: string): Piece[] {
  const { style: look, gapAbove } = HEADINGS[block.level];
  const element = setter.doc.element(tag, setter.root);
  const pieces = stack(setter, setter.lines(block.text, TEXT_BOX.width, look), {
    element,
    box: TEXT_BOX,
    style: look,
    gapAbove,
  });
  return pieces.map((piece) => ({ ...piece, keepWithNext: true }));
}

export function paragraphPieces(setter: Typesetter, block: ParagraphBlock): Piece[] {
  const face = faceOf(block);
  const look = { ...BODY, face };
  const lead = block.lead ? [{ text: `${block.lead} `, face: 'bold' as const }] : [];
  const lines = setter.lines([...lead, { text: block.text, face }], TEXT_BOX.width, look);
  const element = setter.doc.element('P', setter.root);
  return stack(setter, lines, { element, box: aligned(block.align), style: look, gapAbove: PARAGRAPH_GAP });
}

function faceOf({ bold, italic }: ParagraphBlock): Face {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
}

function aligned(align: Align = 'left'): Box {
  return { ...TEXT_BOX, align };
}

export function listPieces(setter: Typesetter, block: ListBlock): Piece[] {
  const { doc } = setter;
  const list = doc.element('L', setter.root, { O: 'List', ListNumbering: block.ordered ? 'Decimal' : 'Disc' });
  const labels = block.items.map((_, index) => (block.ordered ? `${index + 1}.` : BULLET));
  const widest = Math.max(...labels.map((label) => setter.width(label, BODY.face, BODY.size)));
  const indent = Math.max(LABEL_WIDTH_MIN, widest + LABEL_GAP);
  const box = { x: TEXT_BOX.x + indent, width: TEXT_BOX.width - indent };
  return block.items.flatMap((item, index) => {
    const parent = doc.element('LI', list);
    const label = setter.lines(labels[index]!, indent, BODY)[0]!;
    const labelElement = doc.element('Lbl', parent);
    const body = {
      element: doc.element('LBody', parent),
      box,
      style: BODY,
      gapAbove: index ? ITEM_GAP : PARAGRAPH_GAP,
    };
    const [first, ...others] = stack(setter, setter.lines(item, box.width, BODY), body);
    const paint = (top: number): void => {
      doc.tagged(labelElement, () => setter.draw(label, TEXT_BOX, top + baselineOf(BODY), BODY));
      first!.paint(top);
    };
    return [{ ...first!, paint }, ...others];
  });
}

/** Lines one under another; never one alone on either side of a page break. */
export function stack(
  setter: Typesetter,
  lines: readonly Line[],
  { element, box, style: look, gapAbove }: Stack,
): Piece[] {
  return lines.map((line, index) => ({
    height: look.leading,
    gapAbove: index === 0 ? gapAbove : 0,
    keepWithNext: index < lines.length - 1 && (index === 0 || index === lines.length - 2),
    paint: (top) => {
      if (line.segments.length === 0) return;
      setter.doc.tagged(element, () => setter.draw(line, box, top + baselineOf(look), look));
    },
  }));
}
