import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import type { Lang } from '#libs/platform/access';
import type { FieldError } from '#libs/platform/errors';
import { editedText } from './edited.js';
import { libsRoot } from './libs-root.js';
import { nestQuotes } from './nest-quotes.js';

export type Translate = (key: string, data?: Record<string, unknown>) => string;

const LANGS: readonly Lang[] = ['uk', 'en'];
const instance: i18n = i18next.createInstance();

void instance.init({
  initAsync: false,
  lng: 'uk',
  fallbackLng: false,
  supportedLngs: [...LANGS],
  defaultNS: 'platform',
  resources: Object.fromEntries(LANGS.map((lang) => [lang, readPhrases(lang)])),
  // Nunjucks and the mail renderer escape; escaping twice would spoil quotes and apostrophes.
  interpolation: { escapeValue: false },
  returnNull: false,
});

/**
 * `t('applications:edit.title', { … })` in one language, in the words of an authority where it has its own.
 * A missing phrase shows its key.
 */
export function translator(lang: Lang, authorityId: string | null = null): Translate {
  const shipped = instance.getFixedT(lang) as unknown as Translate;
  const nested = lang === 'uk' ? nestQuotes : String;
  return (key, data) => {
    const edited = editedText(lang, key, authorityId);
    if (!data) return edited === undefined ? plain(lang, key) : fill(edited);
    return nested(edited === undefined ? shipped(key, data) : fill(edited, data));
  };
}

const plainTexts: Record<Lang, Map<string, string>> = { uk: new Map(), en: new Map() };

/** A phrase without values is looked up once: a page says a hundred of them. */
function plain(lang: Lang, key: string): string {
  const text = plainTexts[lang].get(key) ?? instance.getFixedT(lang)(key);
  plainTexts[lang].set(key, text);
  return text;
}

export function phrase(
  lang: Lang,
  key: string,
  data: Record<string, unknown> = {},
  authorityId: string | null = null,
): string {
  return translator(lang, authorityId)(key, data);
}

/** Puts values in the place of `{{names}}`; nothing else of i18next is understood in words that people edit. */
export function fill(text: string, data: Record<string, unknown> = {}): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(data[name] ?? ''));
}

/** Every phrase as shipped: key -> text with its placeholders. */
export function shippedPhrases(lang: Lang): ReadonlyMap<string, string> {
  const known = shipped.get(lang) ?? readShipped(lang);
  shipped.set(lang, known);
  return known;
}

const shipped = new Map<Lang, ReadonlyMap<string, string>>();

function readShipped(lang: Lang): ReadonlyMap<string, string> {
  const libs = Object.entries(instance.getDataByLanguage(lang) ?? {});
  return new Map(libs.flatMap(([lib, tree]) => [...flat(tree as Tree, `${lib}:`)]));
}

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, parent: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[parent + key, value] as [string, string]] : flat(value, `${parent}${key}.`),
  );
}

/** The words of an error code: `applications.closed` -> `applications:errors.closed`. */
export function errorText(lang: Lang, error: Pick<FieldError, 'code' | 'data'>): string {
  const [lib, name] = error.code.split('.', 2);
  return phrase(lang, `${lib}:errors.${name}`, error.data);
}

/** Every lib keeps its words in `src/phrases/<lang>.json`; its name is the namespace. So does the portal app. */
function readPhrases(lang: Lang): Record<string, object> {
  const libs = readdirSync(libsRoot, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const found = libs.map(({ name }) => {
    const folder = name === 'platform' ? join(libsRoot, 'platform/http') : join(libsRoot, name);
    return [name, join(folder, 'src/phrases', `${lang}.json`)] as const;
  });
  return Object.fromEntries(
    [...found, ['portal', join(libsRoot, '../apps/portal/src/phrases', `${lang}.json`)] as const]
      .filter(([, file]) => existsSync(file))
      .map(([name, file]) => [name, JSON.parse(readFileSync(file, 'utf8')) as object]),
  );
}
