import { createHash } from 'node:crypto';
import type { Note, ReadRow } from './read-rows.js';
import { keyOf, type EntryField, type EntryValue, type EntryValues, type Register } from './register.js';

export const OUTCOMES = ['new', 'changed', 'same', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** An entry that stands now. */
export interface StandingEntry extends EntryValues {
  id: string;
  key: string;
}

export interface Change {
  field: EntryField;
  before: EntryValue;
  after: EntryValue;
}

/** What will come of a row. */
export interface PlannedRow {
  number: number;
  /** As the file has them. */
  cells: ReadRow['cells'];
  values: EntryValues;
  outcome: Outcome;
  problems: Note[];
  warnings: Note[];
  changes: Change[];
  key: string;
  /** The entry that it changes. */
  replacesId: string | null;
}

/** Row by row: new, changed, the same, or refused with the reason. Of two rows about one thing the first one counts. */
export function planImport(
  register: Register,
  rows: readonly ReadRow[],
  standing: ReadonlyMap<string, StandingEntry>,
  competitionId: string | null = null,
): PlannedRow[] {
  const firstRows = new Map<string, number>();
  return rows.map((row) => {
    const key = keyOf(register, row.values, competitionId);
    const first = firstRows.get(key);
    const problems = [...row.problems];
    if (problems.length === 0 && first !== undefined) problems.push({ code: 'twice', data: { row: first } });
    if (problems.length === 0) firstRows.set(key, row.number);
    return planned(register, { ...row, problems }, key, standing.get(key));
  });
}

function planned(register: Register, row: ReadRow, key: string, before: StandingEntry | undefined): PlannedRow {
  const { number, cells, values, problems, warnings } = row;
  const base = { number, cells, values, problems, warnings, key, changes: [], replacesId: null };
  if (problems.length > 0) return { ...base, outcome: 'refused' };
  if (!before) return { ...base, outcome: 'new' };
  const changes = register.columns
    .map(({ field }) => ({ field, before: before[field], after: values[field] }))
    .filter((change) => change.before !== change.after);
  return changes.length > 0
    ? { ...base, outcome: 'changed', changes, replacesId: before.id }
    : { ...base, outcome: 'same' };
}

export type Totals = Record<Outcome, number>;

export function totalsOf(rows: readonly Pick<PlannedRow, 'outcome'>[]): Totals {
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  return { new: count('new'), changed: count('changed'), same: count('same'), refused: count('refused') };
}

/** Tells whether a preview is still what would happen. */
export function planHash(rows: readonly PlannedRow[]): string {
  const said = rows.map(({ number, outcome, replacesId, changes }) => [number, outcome, replacesId, changes]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}

/** Nothing at all could be taken. A file without rows is an answer: «there are none». */
export const isAllRefused = ({ refused, ...rest }: Totals): boolean =>
  refused > 0 && Object.values(rest).every((count) => count === 0);
