import type { Lang } from '#libs/platform/access';
import type { FieldError } from '#libs/platform/errors';
import { errorText, phrase } from '#libs/platform/phrases';

export interface ErrorLine {
  field: string;
  /** At the field. */
  text: string;
  /** In the summary above the form, where rows of a table may say the same. */
  line: string;
}

/** Errors in words: what several rows share is told apart in the summary by the number of the row. */
export function errorLines(errors: readonly FieldError[], lang: Lang): ErrorLine[] {
  const texts = errors.map((error) => errorText(lang, error));
  return errors.map(({ field }, index) => {
    const text = texts[index]!;
    const row = /\[(\d+)\]/.exec(field)?.[1];
    const isShared = texts.indexOf(text) !== texts.lastIndexOf(text);
    const line = isShared && row ? phrase(lang, 'platform:form.inRow', { number: Number(row) + 1, text }) : text;
    return { field, text, line };
  });
}
