import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenBorders, cycles, ROWS } from './support/borders.js';
import { importsOf, sourcesOf } from './support/imports.js';

const root = process.cwd();
const files = sourcesOf(root, ['apps', 'libs', 'migrations']);
const libs = readdirSync(join(root, 'libs')).filter((name) => name !== 'platform');

describe('architecture', () => {
  it('holds every border', () => {
    expect(brokenBorders(files)).toEqual([]);
  });

  it('has no cycles', () => {
    expect(cycles(files)).toEqual([]);
  });

  it('gives every lib a row, a door, a module and a README', () => {
    const lacking = libs.flatMap((lib) =>
      [
        `libs/${lib}/README.md`,
        `libs/${lib}/src/index.ts`,
        ...(lib === 'terms' ? [] : [`libs/${lib}/src/module.ts`]),
      ].filter((file) => !existsSync(join(root, file))),
    );
    expect(lacking).toEqual([]);
    expect(libs.filter((lib) => !(lib in ROWS))).toEqual([]);
  });

  it('has no folder that says nothing', () => {
    const vague = files.filter((file) => /\/(common|shared|utils?|helpers?)\//.test(file.path));
    expect(vague).toEqual([]);
  });

  it('lets no template print HTML from data, and no phrase hold HTML', () => {
    const texts = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /^(libs|apps)\//.test(name) && (name.endsWith('.njk') || /\/phrases\/(uk|en)\.json$/.test(name)),
    );
    const wrong = texts.filter((name) =>
      /\|\s*safe\b|<\/?(a|b|i|br|p|strong|script)\b[^"]*>/.test(
        name.endsWith('.json') ? readFileSync(join(root, name), 'utf8') : safeOnly(name),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('pages no list by hand: a list is declared, see docs/building-a-lib.md', () => {
    const views = readdirSync(join(root, 'libs'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.njk') && !name.startsWith('platform/'),
    );
    const paging = views.filter((name) => /\bpagination\(/.test(readFileSync(join(root, 'libs', name), 'utf8')));
    // The search over everything and the card of an organisation show several kinds of things on one page.
    const own = ['organisation', 'search'].map((name) => `publications/src/pages/views/${name}.njk`);
    expect(paging.filter((name) => !own.includes(name))).toEqual([]);
  });

  it('reads the database clock in one place only', () => {
    const own = files.filter(
      (file) =>
        !/platform\/(clock|jobs|facts|database\/src\/tx)|notifications\/src\/jobs|migrations\/|\.spec\.ts/.test(
          file.path,
        ),
    );
    const reading = own.filter((file) =>
      /(?<!get )(?<![.\w])(now\(\)|current_timestamp|current_date|clock_timestamp\(\))/i.test(
        readFileSync(join(root, file.path), 'utf8').replace(/Date\.now\(\)|domain_now\(\)|domainNow\(\)/g, ''),
      ),
    );
    expect(reading.map((file) => file.path)).toEqual([]);
  });
});

function safeOnly(name: string): string {
  return readFileSync(join(root, name), 'utf8').match(/\|\s*safe\b/)?.[0] ?? '';
}

describe('the border guard itself', () => {
  const plant = (path: string, source: string) => brokenBorders([{ path, imports: importsOf(root, path, source) }]);

  it.each([
    ['libs/identity/src/model/a.ts', "import { x } from '#libs/competitions';", 'competitions is not below identity'],
    ['libs/platform/clock/src/a.ts', "import { x } from '#libs/identity';", 'platform imports no domain lib'],
    [
      'libs/awards/src/use-cases/a.ts',
      "import { x } from '../../../identity/src/model/person.js';",
      'another lib is entered by its door (#libs/…)',
    ],
    ['libs/awards/src/use-cases/a.ts', "export * from '#modules/identity';", 'a lib never imports apps'],
    ['libs/awards/src/model/a.ts', "import { Injectable } from '@nestjs/common';", 'model knows no framework'],
    [
      'libs/awards/src/use-cases/a.ts',
      "import { p } from '../pages/order.page.js';",
      'use-cases does not import pages',
    ],
    [
      'libs/awards/src/queries/a.ts',
      "const x = await import('#libs/awards');",
      'a lib does not import itself by its door',
    ],
    [
      'apps/cli/src/a.ts',
      "import { x } from '../../../libs/identity/src/model/a.js';",
      'apps and tests enter a lib by its door',
    ],
  ])('%s: %s', (path, source, why) => {
    expect(plant(path, source).map((problem) => problem.split(': ').at(-1))).toEqual([why]);
  });

  it('finds a cycle', () => {
    const files = [
      { path: 'libs/a/src/x.ts', imports: ['libs/a/src/y.ts'] },
      { path: 'libs/a/src/y.ts', imports: ['libs/a/src/x.ts'] },
    ];
    expect(cycles(files)).toEqual([['libs/a/src/x.ts', 'libs/a/src/y.ts', 'libs/a/src/x.ts']]);
  });
});
