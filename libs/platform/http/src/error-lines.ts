import type { Lang } from '#libs/platform/access';
import type { FieldError } from '#libs/platform/errors';
import { errorText, phrase } from '#libs/platform/phrases';

export interface ErrorLine {
  field: string;
  /** At the field. */
  text: string;
  /** In the summary above the form, where several fields, or rows of a table, may say the same. */
  line: string;
}

/** Words that fit every field: in the summary they need its name. */
const GENERAL = /^platform\./;

/** Errors in words: what several rows share is told apart in the summary by the number of the row. */
export function errorLines(errors: readonly FieldError[], lang: Lang): ErrorLine[] {
  const texts = errors.map((error) => errorText(lang, error));
  return errors.map(({ field }, index) => {
    const text = texts[index]!;
    const isShared = texts.indexOf(text) !== texts.lastIndexOf(text);
    return { field, text, line: isShared ? inRow(field, text, lang) : text };
  });
}

/** The page calls a field by its label: «Прізвище: заповніть це поле». */
export function callField(
  lines: readonly ErrorLine[],
  errors: readonly FieldError[],
  field: string,
  label: string,
  lang: Lang,
): void {
  const index = errors.findIndex((error) => error.field === field && GENERAL.test(error.code));
  if (index < 0) return;
  const { text } = lines[index]!;
  lines[index]!.line = inRow(field, `${label}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`, lang);
}

function inRow(field: string, text: string, lang: Lang): string {
  const row = /\[(\d+)\]/.exec(field)?.[1];
  return row ? phrase(lang, 'platform:form.inRow', { number: Number(row) + 1, text }) : text;
}
