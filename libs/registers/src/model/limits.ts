/** Of one import; said on the page. */
export const LIMITS = {
  fileMb: 5,
  rows: 5_000,
  columns: 50,
  /** All of a workbook unpacked: a packed bomb is refused before it opens. */
  unpackedMb: 60,
  /** How long the reading of one file may take, and how much memory it may use. */
  readMs: 20_000,
  readMb: 384,
  text: 1_000,
  sourceTitle: 300,
  sourceBy: 200,
  sourceLink: 500,
  undoReason: 500,
  /** Previews of one authority that wait at once, and how long one is kept. */
  previews: 20,
  previewDays: 7,
} as const;

export const YEAR_FROM = 1991;
export const YEAR_UNTIL = 2100;
