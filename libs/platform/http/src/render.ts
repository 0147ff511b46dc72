import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import nunjucks from 'nunjucks';
import type { Context, Lang } from '#libs/platform/access';
import { kyivTime, longDate, longDateTime, shortDate } from '#libs/platform/clock';
import { formatAmount, formatMoney } from '#libs/platform/money';
import { numberText } from '#libs/platform/numbers';
import { libsRoot, prose, translator } from '#libs/platform/phrases';
import { callField, errorLines, type ErrorLine } from './error-lines.js';
import type { FailedForm } from './failed-form.js';
import { jsonInHtml } from './json-in-html.js';
import { markUkrainian } from './mark-ukrainian.js';
import type { Frame } from './page-frame.port.js';

const govukRoot = join(dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')), 'dist');
/** Built by `npm run styles`. */
export const assetsRoot = resolve('dist/assets');

/** `applications/edit.njk` -> libs/applications/src/pages/views/edit.njk; `platform/…` and `govuk/…` likewise. */
class LibLoader extends nunjucks.Loader implements nunjucks.ILoader {
  getSource(name: string): nunjucks.LoaderSource {
    const file = fileOf(name);
    return { src: readFileSync(file, 'utf8'), path: file, noCache: false };
  }
}

function fileOf(name: string): string {
  // A template that includes its neighbour by `./`: nunjucks has made the whole path already.
  if (isAbsolute(name)) return name;
  const [lib, ...rest] = name.split('/');
  if (lib === 'govuk') return join(govukRoot, name);
  if (lib === 'portal') return join(libsRoot, '../apps/portal/src/views', ...rest);
  return join(libsRoot, lib!, lib === 'platform' ? 'http/src/views' : 'src/pages/views', ...rest);
}

function environment(lang: Lang): nunjucks.Environment {
  const env = new nunjucks.Environment(new LibLoader(), {
    autoescape: true,
    throwOnUndefined: false,
    trimBlocks: true,
    lstripBlocks: true,
  });
  const href = (path: string): string => (lang === 'en' ? `/en${path === '/' ? '' : path}` || '/en' : path);
  env.addGlobal('lang', lang).addGlobal('t', translator(lang)).addGlobal('href', href).addGlobal('asset', asset);
  env.addFilter('kyivDate', (value: Date | string) => (value ? longDate(value, lang) : ''));
  env.addFilter('kyivDateShort', (value: Date | string) => (value ? shortDate(value) : ''));
  env.addFilter('kyivDateTime', (value: Date | string, seconds?: boolean) =>
    value ? longDateTime(value, lang, seconds) : '',
  );
  env.addFilter('kyivTime', (value: Date | string) => (value ? kyivTime(new Date(value)) : ''));
  env.addFilter('titleIn', (one?: Titled) => (one && lang === 'en' && one.titleEn) || one?.title || '');
  env.addFilter('money', (kop: number) => formatMoney(kop, lang));
  env.addFilter('amount', (kop: number) => formatAmount(kop, lang));
  env.addFilter('number', (value: number) => numberText(value, lang));
  env.addFilter('percent', (value: string) => `${value}${lang === 'en' ? '%' : '\u00a0%'}`);
  env.addFilter('points', (value: number) => points(value, lang));
  env.addFilter('prose', (text: string) => prose(text));
  env.addFilter('jsonInHtml', (value: unknown) => new nunjucks.runtime.SafeString(jsonInHtml(value)));
  env.addFilter('fileSize', (bytes: number) => fileSize(bytes, lang));
  return env;
}

const environments: Record<Lang, nunjucks.Environment> = { uk: environment('uk'), en: environment('en') };

/** A competition, a measure: what it is called in English is left open at times. */
interface Titled {
  title: string;
  titleEn?: string | null;
}

/** Two decimals at most, only for showing; ranking uses exact fractions (rule 44). */
function points(value: number, lang: Lang): string {
  return numberText(value, lang, { most: 2 });
}

const MB = 1024 * 1024;

function fileSize(bytes: number, lang: Lang): string {
  const [value, unit] =
    bytes < MB
      ? [bytes / 1024, { uk: 'КБ', en: 'KB' }]
      : bytes < 1024 * MB
        ? [bytes / MB, { uk: 'МБ', en: 'MB' }]
        : [bytes / 1024 / MB, { uk: 'ГБ', en: 'GB' }];
  return `${points(Math.max(bytes > 0 ? 0.1 : 0, Math.round(value * 10) / 10), lang)}\u00a0${unit[lang]}`;
}

const versions = new Map<string, string>();

/** The address of a built file, with a version so that it may be cached for ever. */
function asset(name: string): string {
  if (!versions.has(name)) {
    const file = join(assetsRoot, name);
    const version = existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 10) : '0';
    versions.set(name, version);
  }
  return `/assets/${name}?v=${versions.get(name)}`;
}

export interface RenderInput {
  ctx: Context;
  frame: Frame;
  /** Path without the language prefix, with its query. */
  path: string;
  /** Where this page is shown again: the same, or the page of the form that was sent. */
  pagePath?: string;
  csrfToken: string;
  /** May be found by search engines and previewed where it is linked to. */
  isPublished?: boolean;
  /** Would the guard let this person send a form to that address? */
  maySend?: (action: string) => boolean;
}

/** One page as HTML. */
export function render(
  template: string,
  model: { form?: FailedForm; [name: string]: unknown },
  input: RenderInput,
): string {
  const { ctx, frame, path, pagePath = path, csrfToken, isPublished = false, maySend = () => true } = input;
  const plainPath = path.split('?')[0]!;
  const other: Lang = ctx.lang === 'uk' ? 'en' : 'uk';
  const authorityId = authorityOf(model);
  const html = environments[ctx.lang].render(template, {
    ...model,
    ...(authorityId && { t: translator(ctx.lang, authorityId) }),
    form: model.form ? shown(model.form, ctx.lang) : null,
    actor: ctx.actor.kind === 'person' ? ctx.actor : null,
    nowAt: ctx.now,
    nav: marked(frame.nav, path),
    accountNav: marked(frame.accountNav, path),
    demo: frame.demo && { ...frame.demo, now: ctx.now },
    path,
    origin: frame.origin,
    plainPath,
    isPublished,
    otherLangHref: other === 'en' ? (pagePath === '/' ? '/en' : `/en${pagePath}`) : pagePath,
    csrfToken,
    maySend,
  });
  return ctx.lang === 'en' ? markUkrainian(html) : html;
}

/** Whose words a page speaks: what belongs to a competition speaks those of its authority. */
function authorityOf(model: Record<string, unknown>): string | null {
  const owners = [model, model.competition, model.application] as ({ organiserId?: unknown } | null | undefined)[];
  const id = owners.map((owner) => owner?.organiserId).find((found) => typeof found === 'string');
  return (id as string | undefined) ?? null;
}

interface ShownForm {
  errors: ErrorLine[];
  values: unknown;
  /** A field tells its label, for the summary. */
  named: (field: string, label: string) => void;
}

function shown({ errors, values }: FailedForm, lang: Lang): ShownForm {
  const lines = errorLines(errors, lang);
  return { values, errors: lines, named: (field, label) => callField(lines, errors, field, label, lang) };
}

function marked(items: Frame['nav'], path: string): (Frame['nav'][number] & { current: boolean })[] {
  const bare = path.split('?')[0]!;
  return items.map((item) => ({
    ...item,
    current: bare === item.href || (item.href !== '/' && bare.startsWith(`${item.href}/`)),
  }));
}
