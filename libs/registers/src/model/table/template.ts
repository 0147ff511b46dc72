import type { Register, RegisterColumn } from '../register.js';

/** The words of a template in the language of the reader. */
export interface TemplateWords {
  sheet: string;
  hintSheet: string;
  heading(column: RegisterColumn): string;
  /** What to write there. */
  hint(column: RegisterColumn): string;
  example(column: RegisterColumn): string | number;
  /** About the file as a whole, a line each. */
  notes: readonly string[];
  columns: { heading: string; hint: string };
}

const WIDTH = 26;
/** Codes are texts, so that no zero at the beginning is lost. */
const TEXT = '@';

/** A workbook to fill in: the columns, one row as an example, and a sheet that says what to write. */
export async function templateOf({ columns }: Register, words: TemplateWords): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/node');
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true });
  const text = (value: string) => ({ value, type: String, wrap: true });
  const headings = columns.map((column) => bold(words.heading(column) + (column.isRequired ? ' *' : '')));
  const example = columns.map((column) => {
    const value = words.example(column);
    if (typeof value === 'number') return { value, type: Number };
    return { value, type: String, ...(column.kind === 'edrpou' && { format: TEXT }) };
  });
  const hints = columns.map((column) => [text(words.heading(column)), text(words.hint(column))]);
  return write([
    {
      sheet: words.sheet,
      data: [headings, example],
      columns: columns.map(() => ({ width: WIDTH })),
      stickyRowsCount: 1,
    },
    {
      sheet: words.hintSheet,
      data: [
        ...words.notes.map((note) => [text(note)]),
        [],
        [bold(words.columns.heading), bold(words.columns.hint)],
        ...hints,
      ],
      columns: [{ width: 60 }, { width: 80 }],
    },
  ]).toBuffer();
}
