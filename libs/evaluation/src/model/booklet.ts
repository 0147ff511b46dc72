/** Proposals of one part of the booklet: what a home printer and an old phone can carry at once. */
export const BOOKLET_PART = 20;

export interface BookletPart<T> {
  number: number;
  /** Places in the queue, from 1. */
  from: number;
  until: number;
  rows: T[];
}

/** A queue cut into parts, in its own order; an empty queue has none. */
export function bookletParts<T>(rows: readonly T[], size = BOOKLET_PART): BookletPart<T>[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => {
    const part = rows.slice(index * size, (index + 1) * size);
    return { number: index + 1, from: index * size + 1, until: index * size + part.length, rows: part };
  });
}
