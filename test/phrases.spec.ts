import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../libs/words/src/model/catalogue.js';
import { wordingProblems } from '../libs/words/src/model/check-wording.js';
import type { Lang } from '../libs/platform/access/src/index.js';
import { phrase } from '../libs/platform/phrases/src/index.js';

const root = process.cwd();
const PLURALS = /_(zero|one|two|few|many|other)$/;

type Tree = { [key: string]: string | Tree };

function keys(tree: Tree, parent = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [parent + key.replace(PLURALS, '')] : keys(value, `${parent}${key}.`),
  );
}

const texts = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)));

const read = (folder: string, lang: string) =>
  JSON.parse(readFileSync(join(root, folder, `${lang}.json`), 'utf8')) as Tree;
const folders = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /^(libs|apps)\/.*\/phrases\/uk\.json$/.test(name))
  .map((name) => name.replace(/\/uk\.json$/, ''));

describe('phrases', () => {
  it.each(folders)('%s says everything in both languages', (folder) => {
    const [uk, en] = [new Set(keys(read(folder, 'uk'))), new Set(keys(read(folder, 'en')))];
    expect({ onlyUk: [...uk].filter((key) => !en.has(key)), onlyEn: [...en].filter((key) => !uk.has(key)) }).toEqual({
      onlyUk: [],
      onlyEn: [],
    });
  });

  it.each(folders)('%s addresses its reader as «Ви», with a capital letter', (folder) => {
    const small = /(?<![\p{L}’'])(ви|вам|вас|вами|ваш(а|е|і|у|ого|ої|ому|ій|им|ою|их|ими)?)(?![\p{L}’'])/u;
    expect(texts(read(folder, 'uk')).filter((text) => small.test(text))).toEqual([]);
  });

  it.each(folders)('%s has all Ukrainian plural forms where it has one', (folder) => {
    const forms = new Map<string, string[]>();
    const collect = (tree: Tree, parent: string): void =>
      Object.entries(tree).forEach(([key, value]) => {
        if (typeof value !== 'string') return collect(value, `${parent}${key}.`);
        const form = PLURALS.exec(key)?.[1];
        const base = parent + key.replace(PLURALS, '');
        if (form) forms.set(base, [...(forms.get(base) ?? []), form]);
      });
    collect(read(folder, 'uk'), '');
    const lacking = [...forms].filter(([, has]) => !['one', 'few', 'many'].every((form) => has.includes(form)));
    expect(lacking).toEqual([]);
  });
});

describe('texts that people may edit', () => {
  const editable = [...catalogue().values()];

  it('name their lib and the meaning of each placeholder in both languages (libs/words/src/phrases)', () => {
    const needed = editable.flatMap(({ lib, placeholders }) => [
      `lib.${lib}`,
      ...placeholders.map((name) => `placeholder.${name}`),
    ]);
    const lacking = (['uk', 'en'] as const).flatMap((lang) =>
      needed.filter((key) => phrase(lang, `words:${key}`) === key).map((key) => `${lang} words:${key}`),
    );
    expect([...new Set(lacking)]).toEqual([]);
  });

  it('keep their own rules as shipped: the link of a letter, known placeholders, no HTML, not too long', () => {
    const wrong = editable.flatMap((text) => {
      const of = (lang: Lang) => Object.fromEntries(text.parts.map(({ name, shipped }) => [name, shipped[lang]]));
      return wordingProblems(text, { uk: of('uk'), en: of('en') }).map(({ field, code }) => [text.key, field, code]);
    });
    expect(wrong).toEqual([]);
    expect(editable.length).toBeGreaterThan(100);
  });
});
