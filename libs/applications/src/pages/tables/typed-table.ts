/** A column of a table that people fill: on the page, in a spreadsheet, by pasting. */
export interface TypedColumn {
  /** The field of a row on the page. */
  key: string;
  heading: string;
  kind: 'text' | 'number' | 'money' | 'choice';
  /** What may be chosen; a spreadsheet shows and takes the text. */
  options?: readonly { value: string; text: string }[];
  /** Chosen by itself where nothing is. */
  fallback?: string;
}

/** A part of the form whose answer is a table, as it goes into a spreadsheet and comes back. */
export interface TypedTable {
  title: string;
  /** The name of the rows among the fields of the page. */
  rows: string;
  columns: readonly TypedColumn[];
}

/** Cells as they would be typed on the page. */
export type TypedRow = Record<string, string>;
