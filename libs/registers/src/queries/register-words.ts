import type { Lang } from '#libs/platform/access';
import { shortDate } from '#libs/platform/clock';
import { formatAmount } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import { heading, type ChoiceWords, type Headings } from '../model/read-rows.js';
import type { EntryField, EntryValue, Register, RegisterColumn, RegisterKind } from '../model/register.js';
import { REGISTERS } from '../model/registers/index.js';

const LANGUAGES: readonly Lang[] = ['uk', 'en'];

/** How a column of a register is called. */
export const fieldWords = (lang: Lang, kind: RegisterKind, field: EntryField): string =>
  phrase(lang, `registers:columns.${kind}.${field}`);

const CHOICES_OF: Partial<Record<EntryField, string>> = {
  legalForm: 'identity:legalForm.',
  outcome: 'registers:result.',
};

export const choiceWords = (lang: Lang, field: EntryField, choice: string): string =>
  phrase(lang, `${CHOICES_OF[field] ?? `registers:${field}.`}${choice}`);

/** A file in either language is understood, whoever uploads it. */
export function headingsOf({ kind, columns }: Register): Headings {
  return new Map(
    LANGUAGES.flatMap((lang) =>
      columns.map(({ field }): [string, EntryField] => [heading(fieldWords(lang, kind, field)), field]),
    ),
  );
}

export function choicesOf({ columns }: Register): ChoiceWords {
  return Object.fromEntries(columns.map((column) => [column.field, codesOf(column)]));
}

function codesOf({ field, choices = [] }: RegisterColumn): ReadonlyMap<string, string> {
  const words = LANGUAGES.flatMap((lang) =>
    choices.map((choice): [string, string] => [choiceWords(lang, field, choice).toLowerCase(), choice]),
  );
  return new Map(words);
}

/** A value as people read it. */
export function valueWords(lang: Lang, kind: RegisterKind, field: EntryField, value: EntryValue): string {
  if (value === null || value === '') return '';
  const column = REGISTERS[kind].columns.find((one) => one.field === field);
  if (column?.kind === 'points') return formatAmount(value as number, lang);
  if (column?.kind === 'money') return formatAmount(value as number, lang);
  if (column?.kind === 'day') return shortDate(value as string);
  return column?.kind === 'choice' ? choiceWords(lang, field, value as string) : String(value);
}
