import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import type { PlannedRow } from '../model/plan-import.js';
import type { Note } from '../model/read-rows.js';
import type { RegisterKind } from '../model/register.js';
import { REGISTERS } from '../model/registers/index.js';
import { fieldWords, valueWords } from '../queries/register-words.js';
import type { WordedRow } from './import-rows.list.js';

const IN_HEADING: readonly string[] = ['edrpou', 'organisationName'];

/** A row of a file as a person reads it. */
export function rowWords(lang: Lang, kind: RegisterKind, row: PlannedRow): WordedRow {
  const { number, values, outcome } = row;
  const what = REGISTERS[kind].columns
    .filter(({ field }) => !IN_HEADING.includes(field))
    .map(({ field }) => valueWords(lang, kind, field, values[field]))
    .filter(Boolean);
  const notes = [
    ...[...row.problems, ...row.warnings].map((note) => noteWords(lang, kind, note)),
    ...row.changes.map(({ field, before, after }) =>
      phrase(lang, 'registers:rows.change', {
        field: fieldWords(lang, kind, field),
        before: valueWords(lang, kind, field, before) || '–',
        after: valueWords(lang, kind, field, after) || '–',
      }),
    ),
  ];
  const { organisationName, edrpou } = values;
  return {
    number,
    edrpou: edrpou ?? '',
    organisationName: organisationName ?? '',
    what: what.join('; '),
    outcome,
    notes: notes.join(' '),
  };
}

/** «C5, «ЄДРПОУ»: …» */
function noteWords(lang: Lang, kind: RegisterKind, { code, field, cell, data }: Note): string {
  const text = phrase(lang, `registers:cell.${code}`, data);
  if (!field) return text;
  const column = fieldWords(lang, kind, field);
  return phrase(lang, cell ? 'registers:cell.at' : 'registers:cell.in', { cell, column, text });
}
