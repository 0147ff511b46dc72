import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.cwd();
const PLURALS = /_(zero|one|two|few|many|other)$/;

type Tree = { [key: string]: string | Tree };

function keys(tree: Tree, parent = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [parent + key.replace(PLURALS, '')] : keys(value, `${parent}${key}.`),
  );
}

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
