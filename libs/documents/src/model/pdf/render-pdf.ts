import { openingPieces } from './blocks/opening.js';
import { factsPieces } from './blocks/facts.js';
import { headingPieces, listPieces, paragraphPieces } from './blocks/prose.js';
import { signaturePieces } from './blocks/signatures.js';
import { tablePieces } from './blocks/table.js';
import { flow, type Piece } from './flow.js';
import { paintFooters } from './footer.js';
import { BODY, PAGE, TEXT_BOTTOM } from './look.js';
import type { PdfBlock, PdfModel } from './pdf-model.js';
import { Typesetter } from './typesetter.js';

/** A tagged A4 PDF (PDF/UA-1). The same model gives the same bytes, so their hash can be kept. */
export async function renderPdf(model: PdfModel): Promise<Buffer> {
  const setter = new Typesetter(model);
  const pieces = [...openingPieces(setter, model), ...blockPieces(setter, model.blocks)];
  const next = (): void => void setter.doc.addPage();
  next();
  flow(pieces, { top: PAGE.top, bottom: TEXT_BOTTOM, next });
  paintFooters(setter, model);
  return setter.doc.bytes();
}

function blockPieces(setter: Typesetter, blocks: readonly PdfBlock[]): Piece[] {
  const pieces: Piece[] = [];
  const headingTag = headingTags();
  blocks.forEach((block) => {
    if (block.kind === 'signatures') keepEndWithSignatures(pieces);
    pieces.push(...piecesOf(setter, block, headingTag));
  });
  return pieces;
}

function piecesOf(setter: Typesetter, block: PdfBlock, headingTag: (level: number) => string): Piece[] {
  switch (block.kind) {
    case 'heading':
      return headingPieces(setter, block, headingTag(block.level));
    case 'paragraph':
      return paragraphPieces(setter, block);
    case 'facts':
      return factsPieces(setter, block);
    case 'list':
      return listPieces(setter, block);
    case 'table':
      return tablePieces(setter, block);
    case 'signatures':
      return signaturePieces(setter, block);
    case 'space':
      return [{ height: BODY.leading, gapAbove: 0, keepWithNext: false, paint: () => {} }];
    case 'pageBreak':
      return [{ height: 0, gapAbove: 0, keepWithNext: false, opensPage: true, paint: () => {} }];
  }
}

/** The title is H1; below it no level is skipped, whatever the author wrote (PDF/UA-1, 7.4.2). */
function headingTags(): (level: number) => string {
  let previous = 1;
  return (level) => {
    previous = Math.min(level + 1, previous + 1);
    return `H${previous}`;
  };
}

/** Signatures on a page of their own could be put under any text. */
function keepEndWithSignatures(pieces: Piece[]): void {
  const last = pieces.at(-1);
  if (last && !last.opensPage) last.keepWithNext = true;
}
