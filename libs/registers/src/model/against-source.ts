import { bare, type Register } from './register.js';
import type { Note, ReadRow } from './read-rows.js';

/**
 * What a row says that its source cannot know, or that the system knows otherwise: a year after the document is
 * refused, another name under a known code is only remarked.
 * @param names EDRPOU -> the name in the system
 */
export function againstSource(
  register: Register,
  row: ReadRow,
  { sourceOn }: { sourceOn: string },
  names: ReadonlyMap<string, string>,
): ReadRow {
  const { year, edrpou, organisationName } = row.values;
  const hasYear = register.columns.some(({ field }) => field === 'year');
  const lastYear = Number(sourceOn.slice(0, 4)) + (register.isDecidedAhead ? 1 : 0);
  const isLater = hasYear && year !== null && year > lastYear;
  const name = names.get(edrpou);
  const isOther = name !== undefined && organisationName !== '' && bare(name) !== bare(organisationName);
  const later: Note[] = isLater ? [{ code: 'year-after-source', field: 'year' }] : [];
  const other: Note[] = isOther ? [{ code: 'other-name', field: 'organisationName', data: { name } }] : [];
  return { ...row, problems: [...row.problems, ...later], warnings: [...row.warnings, ...other] };
}
