import type { Lang } from '#libs/platform/access';
import type { FieldError } from '#libs/platform/errors';
import type { EditableText, Part, PartName, Wording } from './editable-text.js';
import { hasBrokenBraces, placeholdersIn } from './placeholders.js';

const LANGS: readonly Lang[] = ['uk', 'en'];
/** What looks like HTML: nobody would see it as such, for every text is printed as plain text. */
const TAG = /<\/?[a-z][^>]*>|&(?:[a-z]+|#\d+);/i;

/** `uk`, `body` -> the name of its form field. */
export const fieldOf = (lang: Lang, part: Part): `${PartName}${'Uk' | 'En'}` =>
  `${part.name}${lang === 'uk' ? 'Uk' : 'En'}`;

/** Everything that is wrong with a wording, each at its field; nothing = it may be saved. */
export function wordingProblems(text: EditableText, wording: Wording): FieldError[] {
  if (LANGS.every((lang) => isEmpty(wording, lang)))
    return [{ field: fieldOf('uk', text.parts[0]!), code: 'words.nothing-written' }];
  return LANGS.flatMap((lang) => (isEmpty(wording, lang) ? [] : languageProblems(text, wording, lang)));
}

const isEmpty = (wording: Wording, lang: Lang): boolean => Object.values(wording[lang] ?? {}).every((words) => !words);

function languageProblems(text: EditableText, wording: Wording, lang: Lang): FieldError[] {
  return text.parts.flatMap((part) => {
    const words = wording[lang]?.[part.name] ?? '';
    const problem = words ? partProblem(text, part, words) : { code: 'words.half-written' };
    return problem ? [{ field: fieldOf(lang, part), ...problem }] : [];
  });
}

function partProblem(text: EditableText, part: Part, words: string): Omit<FieldError, 'field'> | null {
  const unknown = placeholdersIn(words).filter((name) => !text.placeholders.includes(name));
  if (words.length > part.max) return { code: 'platform.too-long', data: { max: part.max } };
  if (TAG.test(words)) return { code: 'words.no-html' };
  if (hasBrokenBraces(words)) return { code: 'words.broken-placeholder' };
  if (unknown.length > 0) return { code: 'words.unknown-placeholder', data: { names: named(unknown) } };
  if (text.needsLink && part.name === 'body' && !placeholdersIn(words).includes('link'))
    return { code: 'words.link-missing' };
  return null;
}

const named = (names: readonly string[]): string => [...new Set(names)].map((name) => `{{${name}}}`).join(', ');
