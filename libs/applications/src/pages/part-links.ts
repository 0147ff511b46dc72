import type { Lang } from '#libs/platform/access';
import { shortDate } from '#libs/platform/clock';
import type { FieldError } from '#libs/platform/errors';
import { formatMoney } from '#libs/platform/money';
import { inLang, type FormSection, type Words } from '#libs/competitions';
import { partsOf, type Part } from '../model/parts.js';
import type { Problem } from '../model/submission-check.js';
import { applicationPaths } from '../paths.js';

/** The page of the form where a part is written. */
export function pathOfPart(id: string, part: Part): string {
  if (part.startsWith('answers/')) return applicationPaths.answers(id, part.slice('answers/'.length));
  return applicationPaths[part as 'about' | 'activities' | 'budget' | 'indicators' | 'files'](id);
}

/** Where «save and go on» leads: the next page of the form, after the last one the check. */
export function pathAfter(id: string, part: Part, form: { sections: FormSection[] }): string {
  const parts = partsOf(form as Parameters<typeof partsOf>[0]);
  const next = parts[parts.indexOf(part) + 1];
  return next ? pathOfPart(id, next) : applicationPaths.submission(id);
}

/** Where a problem is mended: the page opens with its messages, at the field. */
export const pathOfProblem = (id: string, { part, field }: Problem): string =>
  `${pathOfPart(id, part)}?check=1#${field}`;

/** The words of a problem as a message at its field. */
export function fieldErrorOf({ field, code, data }: Problem, lang: Lang): FieldError {
  const shown = Object.entries(data ?? {}).map(([name, value]) => [name, inWords(name, value, lang)]);
  return { field, code: `applications.check-${code}`, data: Object.fromEntries(shown) };
}

function inWords(name: string, value: unknown, lang: Lang): unknown {
  if (name.endsWith('Kop')) return formatMoney(value as number, lang);
  if (name === 'from' || name === 'until') return value ? shortDate(value as string) : '';
  if (name === 'question' || name === 'group') return inLang(value as Words, lang);
  return value;
}
