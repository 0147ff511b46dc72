import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import type { PlannedRow } from '../model/plan-import.js';
import type { Note } from '../model/read-rows.js';
import type { EntryField, RegisterKind } from '../model/register.js';
import { REGISTERS } from '../model/registers/index.js';
import { fieldWords, valueWords } from '../queries/register-words.js';
import type { WordedRow } from './import-rows.list.js';

const IN_HEADING: readonly string[] = ['edrpou', 'organisationName'];

/** A row of a file as a person reads it. */
export function rowWords(lang: Lang, kind: RegisterKind, row: PlannedRow): WordedRow {
  const { number, values, outcome } = row;
  const words = (field: EntryField) => valueWords(lang, kind, field, values[field]) || unread(lang, row, field);
  const what = REGISTERS[kind].columns
    .filter(({ field }) => !IN_HEADING.includes(field))
    .map(({ field }) => words(field))
    .filter(Boolean);
  const empty = phrase(lang, 'registers:rows.emptyCell');
  const notes = [
    ...[...row.problems, ...row.warnings].map((note) => noteWords(lang, kind, note)),
    ...row.changes.map(({ field, before, after }) =>
      phrase(lang, 'registers:rows.change', {
        field: fieldWords(lang, kind, field),
        before: valueWords(lang, kind, field, before) || empty,
        after: valueWords(lang, kind, field, after) || empty,
      }),
    ),
  ];
  return {
    number,
    edrpou: words('edrpou') || empty,
    organisationName: words('organisationName') || empty,
    what: what.join('; '),
    outcome,
    notes: notes.join(' '),
  };
}

/** What stands in a cell that could not be read, so that it is found in the file. */
function unread(lang: Lang, { cells }: PlannedRow, field: EntryField): string {
  const text = String(cells[field] ?? '').trim();
  return text && phrase(lang, 'registers:rows.unreadCell', { text });
}

/** «C5, «ЄДРПОУ»: …» */
function noteWords(lang: Lang, kind: RegisterKind, { code, field, cell, data }: Note): string {
  const text = phrase(lang, `registers:cell.${code}`, data);
  if (!field) return text;
  const column = fieldWords(lang, kind, field);
  return phrase(lang, cell ? 'registers:cell.at' : 'registers:cell.in', { cell, column, text });
}
