import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import type { Lang } from '#libs/platform/access';
import type { FieldError } from '#libs/platform/errors';
import { libsRoot } from './libs-root.js';

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

/** `t('applications:edit.title', { … })` in one language. A missing phrase shows its key. */
export function translator(lang: Lang): Translate {
  return instance.getFixedT(lang) as unknown as Translate;
}

export function phrase(lang: Lang, key: string, data: Record<string, unknown> = {}): string {
  return translator(lang)(key, data);
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
