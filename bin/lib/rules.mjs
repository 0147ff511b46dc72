// Where each rule is kept and what proves it: comments that cite «rule N» and test titles that contain it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_WORDS } from './rule-words.mjs';

const SKIPPED = new Set(['node_modules', 'dist', '.git']);

function filesIn(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (SKIPPED.has(entry.name)) return [];
    return entry.isDirectory() ? filesIn(root, path) : path.endsWith('.ts') ? [path] : [];
  });
}

/** «rule 7», «rules 5–13, 37 and 52» -> the numbers. */
export function cited(text) {
  const lists = [...text.matchAll(/\brules?\s+((?:\d{1,2}(?:\s*(?:[–-]|,|and)\s*)?)+)/gi)].map(([, list]) => list);
  const ranges = lists.flatMap((list) => [...list.matchAll(/(\d{1,2})(?:\s*[–-]\s*(\d{1,2}))?/g)]);
  const numbers = ranges.flatMap(([, from, until]) => upTo(Number(from), Number(until ?? from)));
  return new Set(numbers.filter((rule) => RULE_WORDS[rule - 1]));
}

const upTo = (from, until) => Array.from({ length: Math.max(0, until - from + 1) }, (_, at) => from + at);

const TITLE = /\b(?:it|test|describe)(?:\.each)?[^'"`\n]*(['"`])((?:(?!\1).)*)\1/g;
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|^\s*--[^\n]*/gm;

function titlesOf(text) {
  const each = [...text.matchAll(/^\s*\]\)\(\s*(['"`])((?:(?!\1).)*)\1/gm)].map(([, , title]) => title);
  return [...[...text.matchAll(TITLE)].map(([, , title]) => title), ...each];
}

/** For each rule: `enforced` = source files whose comments cite it, `proven` = titles of tests that name it. */
export function rulesOf(root) {
  const files = ['apps', 'libs', 'migrations', 'test'].flatMap((folder) => filesIn(root, folder)).sort();
  const read = files.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const titles = read
    .filter(({ path }) => path.endsWith('.spec.ts'))
    .flatMap(({ path, text }) => titlesOf(text).map((title) => ({ path, title, rules: cited(title) })));
  const sources = read
    .filter(({ path }) => !path.endsWith('.spec.ts') && !path.startsWith('test/'))
    .map(({ path, text }) => ({ path, rules: cited(commentsOf(text)) }));
  return RULE_WORDS.map((words, index) => ({
    ...{ number: index + 1, words },
    enforced: sources.filter(({ rules }) => rules.has(index + 1)).map(({ path }) => path),
    proven: titles.filter(({ rules }) => rules.has(index + 1)).map(({ path, title }) => ({ path, title })),
  }));
}

const commentsOf = (text) =>
  [...text.matchAll(COMMENT)].map(([comment]) => comment.replace(/\n\s*\*?/g, ' ')).join('\n');

const cell = (text) => text.replaceAll('|', '\\|');
const tested = ({ path, title }) => `${cell(title)} (\`${path.split('/').pop()}\`)`;
const file = (path) => `\`${path.replace('/src/', '/…/')}\``;

export function rulesTable(root) {
  const lines = rulesOf(root).map(({ number, words, enforced, proven }) => {
    const where = enforced.length > 0 ? enforced.map(file).join('<br>') : 'not yet';
    const by = proven.length > 0 ? proven.map(tested).join('<br>') : 'not yet';
    return `| ${number} | ${words} | ${where} | ${by} |`;
  });
  return [
    '# Rules by number',
    '',
    'What the software must enforce, where it does and what proves it. Printed by `npm run -s rules`; do not edit.',
    '',
    '| rule | in short | kept in | proven by |',
    '| --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}
