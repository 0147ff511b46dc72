export interface TerritoryRow {
  code: string;
  category: string;
  name: string;
  parentCode: string | null;
}

type Cell = string | number | boolean | Date | null | undefined;

const LEVELS = 5;
const CODE = /^UA\d{17}$/;

/** What was wrong with a file, by its line. */
export class WrongTerritories extends Error {
  constructor(readonly lines: readonly { line: number; what: string }[]) {
    super(lines.map(({ line, what }) => `line ${line}: ${what}`).join('; '));
  }
}

/**
 * The table of the official codifier (КАТОТТГ): five columns of codes from the oblast down, the category, the name. The
 * last code of a row is its own, the one before it is that of the unit in which it lies. Lines before the first code are
 * headings.
 */
export function readTerritories(table: readonly (readonly Cell[])[]): TerritoryRow[] {
  const wrong: { line: number; what: string }[] = [];
  const rows: TerritoryRow[] = [];
  table.forEach((cells, index) => {
    const codes = cells.slice(0, LEVELS).map(textOf).filter(Boolean);
    if (codes.length === 0 || (rows.length === 0 && !CODE.test(codes[0]!))) return;
    const [category, name] = [textOf(cells[LEVELS]), textOf(cells[LEVELS + 1])];
    if (!codes.every((code) => CODE.test(code))) wrong.push({ line: index + 1, what: `no code: ${codes.join(' ')}` });
    else if (!/^[A-Z]{1,2}$/.test(category) || name === '')
      wrong.push({ line: index + 1, what: 'no category or name' });
    else rows.push({ code: codes.at(-1)!, category, name, parentCode: codes.at(-2) ?? null });
  });
  const known = new Set(rows.map(({ code }) => code));
  rows.forEach(({ code, parentCode }) => {
    if (parentCode !== null && !known.has(parentCode))
      wrong.push({ line: 0, what: `${code} lies in unknown ${parentCode}` });
  });
  if (known.size !== rows.length) wrong.push({ line: 0, what: 'a code repeats' });
  if (wrong.length > 0 || rows.length === 0)
    throw new WrongTerritories(wrong.length > 0 ? wrong.slice(0, 20) : [{ line: 0, what: 'no codes' }]);
  return rows;
}

/** The codifier writes the categories with letters of either alphabet. */
const LATIN: Record<string, string> = { О: 'O', К: 'K', Р: 'P', Н: 'H', М: 'M', Т: 'T', С: 'C', Х: 'X', В: 'B' };

function textOf(cell: Cell): string {
  const text = cell === null || cell === undefined ? '' : String(cell).trim();
  return /^[ОКРНМТСХВ]{1,2}$/u.test(text) ? [...text].map((sign) => LATIN[sign]!).join('') : text;
}
