import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import { LIMITS } from '../model/limits.js';
import type { RegisterColumn, RegisterKind } from '../model/register.js';
import type { TemplateWords } from '../model/table/template.js';
import { choiceWords, fieldWords } from '../queries/register-words.js';

const NOTES = ['example', 'required', 'rows', 'headings', 'formulas', 'numbers'] as const;

/** What a template says, in the language of the reader. */
export function templateWords(lang: Lang, kind: RegisterKind): TemplateWords {
  const t = (key: string, data = {}) => phrase(lang, `registers:template.${key}`, data);
  return {
    sheet: t('sheet'),
    hintSheet: t('hintSheet'),
    heading: ({ field }) => fieldWords(lang, kind, field),
    hint: (column) => hintOf(lang, column),
    example: ({ field, choices, example }) => (choices ? choiceWords(lang, field, String(example)) : example),
    notes: NOTES.map((note) => t(`notes.${note}`, { rows: LIMITS.rows, mb: LIMITS.fileMb })),
    columns: { heading: t('column'), hint: t('what') },
  };
}

function hintOf(lang: Lang, { field, kind, choices = [] }: RegisterColumn): string {
  const words = choices.map((choice) => choiceWords(lang, field, choice)).join('; ');
  return phrase(lang, `registers:template.hints.${kind}`, { choices: words, max: LIMITS.text });
}
