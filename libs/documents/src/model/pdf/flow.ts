/** A strip of a page that is never cut: a line of text, a line of a table row, the white of a space. */
export interface Piece {
  height: number;
  /** White above; swallowed at the top of a page. */
  gapAbove: number;
  /** White below; of two gaps that meet, the larger counts. */
  gapBelow?: number;
  /** Stays on one page with the next piece, so that no heading or single line is left alone. */
  keepWithNext: boolean;
  paint(top: number): void;
  /** Painted above this piece when it opens a new page: the head of a table that goes on. */
  reopening?: { height: number; paint(top: number): void };
  opensPage?: boolean;
}

export interface Pages {
  top: number;
  bottom: number;
  /** Begins the next page. */
  next(): void;
}

/** Lays pieces down the pages; what is kept together moves together unless it is taller than a page. */
export function flow(pieces: readonly Piece[], pages: Pages): void {
  let top = pages.top;
  pieces.forEach((piece, index) => {
    const startsChain = index === 0 || !pieces[index - 1]!.keepWithNext;
    const gap = gapBefore(pieces, index);
    const needed = startsChain ? chainHeight(pieces, index, pages.bottom - pages.top) : gap + piece.height;
    const atTop = top === pages.top;
    if (!atTop && (piece.opensPage || top + needed > pages.bottom + TOLERANCE)) {
      pages.next();
      top = pages.top;
      piece.reopening?.paint(top);
      top += piece.reopening?.height ?? 0;
    } else if (!atTop) {
      top += gap;
    }
    piece.paint(top);
    top += piece.height;
  });
}

// Sums of fractions of a point must not push a line over.
const TOLERANCE = 0.01;

function gapBefore(pieces: readonly Piece[], index: number): number {
  return Math.max(pieces[index]!.gapAbove, pieces[index - 1]?.gapBelow ?? 0);
}

/** The height of what must stand together from `start` on; of the first piece alone when a page cannot hold it all. */
function chainHeight(pieces: readonly Piece[], start: number, pageHeight: number): number {
  let height = 0;
  for (let index = start; index < pieces.length; index += 1) {
    height += gapBefore(pieces, index) + pieces[index]!.height;
    if (!pieces[index]!.keepWithNext) break;
  }
  return height <= pageHeight ? height : gapBefore(pieces, start) + pieces[start]!.height;
}
