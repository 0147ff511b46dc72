// Two people changed one page from the same beginning.

import { isSame } from './form-values.js';

/**
 * base -> mine and base -> theirs. What only one of them changed is taken from that one; the rest is for the person to
 * choose. `isWhole`: the pages have different rows, so that only one of the two as a whole can be taken.
 */
export function merge(base, mine, theirs) {
  const names = Object.keys({ ...mine, ...theirs });
  const isWhole = names.some((name) => !(name in mine) || !(name in theirs));
  const differs = names.filter((name) => !isSame(mine[name], theirs[name]));
  const conflicts = differs.filter((name) => !isSame(mine[name], base[name]) && !isSame(theirs[name], base[name]));
  const values = Object.fromEntries(
    Object.keys(mine).map((name) => [
      name,
      isSame(mine[name], base[name]) && name in theirs ? theirs[name] : mine[name],
    ]),
  );
  return { values, conflicts: isWhole ? differs : conflicts, isWhole: isWhole && differs.length > 0 };
}
