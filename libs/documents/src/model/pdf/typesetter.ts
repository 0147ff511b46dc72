import { AccessibleDocument, type DocumentFacts, type Element } from './accessible-document.js';
import { breakLines, type Line, type Run } from './break-lines.js';
import { cleanText } from './clean-text.js';
import { FONT_FILES, PAGE, TEXT_WIDTH, type Face, type TextStyle } from './look.js';

export type Align = 'left' | 'center' | 'right';

/** A stretch of a line that text may fill. */
export interface Box {
  x: number;
  width: number;
  align?: Align;
}

export const TEXT_BOX: Box = { x: PAGE.left, width: TEXT_WIDTH };

/** Measures, breaks and draws text with the fonts of the house. */
export class Typesetter {
  readonly doc: AccessibleDocument;
  /** The root of the structure tree. */
  readonly root: Element;

  constructor(facts: DocumentFacts) {
    const title = cleanText(facts.title, () => true).replace(/\n/g, ' ');
    this.doc = new AccessibleDocument({ ...facts, title });
    for (const [face, file] of Object.entries(FONT_FILES)) this.doc.registerFont(face, file);
    this.root = this.doc.element('Document');
  }

  width(text: string, face: Face, size: number): number {
    return this.doc.font(face).fontSize(size).widthOfString(text);
  }

  /** The text in lines that fit the width; runs may differ in face only. */
  lines(text: string | readonly Run[], width: number, { face, size }: TextStyle): Line[] {
    const runs = typeof text === 'string' ? [{ text, face }] : text;
    const clean = runs.map((run) => ({ ...run, text: this.clean(run.text, run.face) }));
    return breakLines(clean, width, (part, partFace) => this.width(part, partFace, size));
  }

  draw(line: Line, { x: left, width, align = 'left' }: Box, baseline: number, { size, color }: TextStyle): void {
    let x = left + { left: 0, center: (width - line.width) / 2, right: width - line.width }[align];
    this.doc.fillColor(color).fontSize(size);
    for (const segment of line.segments) {
      this.doc.font(segment.face).text(segment.text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
      x += segment.width;
    }
  }

  rule(from: [x: number, y: number], to: [x: number, y: number], color: string, thickness = 0.5): void {
    this.doc.artifact('Layout', () => {
      this.doc.lineWidth(thickness).strokeColor(color);
      this.doc
        .moveTo(...from)
        .lineTo(...to)
        .stroke();
    });
  }

  tint(x: number, top: number, width: number, height: number, color: string): void {
    this.doc.artifact('Layout', () => this.doc.rect(x, top, width, height).fill(color));
  }

  private clean(text: string, face: Face): string {
    this.doc.font(face);
    const { font } = (this.doc as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } })
      ._font;
    return cleanText(text, (point) => font.hasGlyphForCodePoint(point));
  }
}

// Of Noto Sans, in sizes.
const CAP_HEIGHT = 0.714;

/** From the top of a line to its baseline: capital letters stand in the middle. */
export function baselineOf({ leading, size }: TextStyle): number {
  return (leading + CAP_HEIGHT * size) / 2;
}
