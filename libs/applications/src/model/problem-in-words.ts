import type { Lang } from '#libs/platform/access';
import { shortDate } from '#libs/platform/clock';
import type { FieldError } from '#libs/platform/errors';
import { formatMoney } from '#libs/platform/money';
import { inLang, type Words } from '#libs/competitions';
import type { Problem } from './problem.js';

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
