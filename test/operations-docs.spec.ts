import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { readConfig } from '#libs/platform/config';

const read = (path: string) => readFileSync(path, 'utf8');
const operations = read('docs/operations.md');
const source = read('libs/platform/config/src/config.ts');

/** Rows of the settings table: name, default, whether production needs it. */
const settings = operations
  .split('\n')
  .filter((line) => /^\| `[A-Z_]+`/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
  .map(([, name, fallback, needed]) => ({ name: name!, fallback: fallback!, isNeeded: needed!.startsWith('yes') }));

const unique = (names: string[]) => [...new Set(names)].sort();

describe('docs/operations.md', () => {
  it('names every setting that the code reads, and no other', () => {
    const inCode = [...source.matchAll(/env\.([A-Z_]+)|\(env, '([A-Z_]+)'/g)].map(([, a, b]) => a ?? b!);
    expect(settings.map(({ name }) => name).sort()).toEqual(unique(inCode));
  });

  it('tells the defaults that the code has', () => {
    const inCode = [...source.matchAll(/(?:text|number)\(env, '([A-Z_]+)', (?:'([^']*)'|(\d+))\)/g)];
    const told = new Map(settings.map(({ name, fallback }) => [name, fallback]));
    expect(inCode.map(([, name]) => [name, told.get(name!)])).toEqual(
      inCode.map(([, name, words, digits]) => [name, words ?? digits]),
    );
  });

  it('tells what production cannot do without', () => {
    const demanded = settings.filter(({ isNeeded }) => isNeeded).map(({ name }) => name);
    let refusal = '';
    try {
      readConfig({ NODE_ENV: 'production' });
    } catch (error) {
      refusal = (error as Error).message;
    }
    const refused = [...refusal.matchAll(/([A-Z_]+) is not set/g)].map(([, name]) => name!);
    expect(unique(demanded)).toEqual(unique(['NODE_ENV', ...refused]));
  });

  it('names commands that exist', () => {
    const index = read('apps/cli/src/commands/index.ts');
    const known = [...index.matchAll(/^ {2}'?([a-z-]+)'?[:,]/gm)].map(([, name]) => name!);
    const units = readdirSync('docs/operations').map((file) => read(`docs/operations/${file}`));
    const named = [...[operations, ...units].join('\n').matchAll(/(?:cli -- |cli\/src\/main\.js )([a-z-]+)/g)];
    expect(unique(named.map(([, name]) => name!)).filter((name) => !known.includes(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(5);
  });

  it('gives an example of settings with names that exist', () => {
    const example = [...read('docs/operations/spryiannia.env.example').matchAll(/^([A-Z_]+)=/gm)].map(
      ([, name]) => name!,
    );
    expect(example.filter((name) => !settings.some((setting) => setting.name === name))).toEqual([]);
  });
});

describe('bin/rehearse', () => {
  const story = ['story', 'first-day'].map((name) => read(`test/rehearsal/${name}.mjs`)).join('\n');
  const cliCommands = (text: string) => [...text.matchAll(/npm run -s cli -- ([a-z-]+)/g)].map(([, name]) => name!);

  it('makes the package as the first step of the installation says', () => {
    const [, listed] = /const MAKE_PACKAGE = \[([^\]]+)\]/.exec(story)!;
    const commands = [...listed!.matchAll(/'([^']+)'/g)].map(([, command]) => command!);
    expect(commands).toHaveLength(2);
    expect(commands.filter((command) => !operations.includes(`\`${command}\``))).toEqual([]);
  });

  it('runs every command that installing, backing up, restoring and upgrading take', () => {
    const chapters = operations
      .split(/^## /m)
      .filter((text) => /^(Install|Watching|Backup|Restore|Upgrade)/.test(text));
    expect(chapters).toHaveLength(5);
    const demoOnly = ['seed-demo', 'demo-accounts'];
    const rehearsed = unique(cliCommands(story)).filter((name) => !demoOnly.includes(name));
    expect(rehearsed).toEqual(unique(cliCommands(chapters.join('\n'))));
  });

  it('starts and backs up by the units', () => {
    const started = [...story.matchAll(/(?:start|runOnce)\('([a-z]+)'\)/g)].map(([, unit]) => unit!);
    const units = readdirSync('docs/operations').map((file) => /^spryiannia-(\w+)\.service$/.exec(file)?.[1]);
    expect(unique(started)).toEqual(unique(units.filter((unit) => unit !== undefined)));
  });
});

describe('docs/security.md', () => {
  it('names tests and files that exist', () => {
    const named = [...read('docs/security.md').matchAll(/`((?:test|libs|docs)\/[^`]+\.[a-z]+)`/g)].map(
      ([, path]) => path!,
    );
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
    expect(named.length).toBeGreaterThan(20);
  });

  it('goes through all seventeen chapters', () => {
    const chapters = [...read('docs/security.md').matchAll(/^\| V(\d+) /gm)].map(([, number]) => Number(number));
    expect(chapters).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  });
});
