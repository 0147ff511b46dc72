import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROLES } from '#libs/identity';
import { isOwnAffair, routeCensus } from '#libs/platform/http';
import { startApp, type TestApp } from '../support/app.js';

/*
 * docs/permissions.md is printed from the marks of the routes and the sentences of the policies.
 * Rewrite it:  PERMISSIONS=write ./bin/test integration test/integration/permissions.spec.ts
 */
const FILE = 'docs/permissions.md';
const NAMES = Object.keys(ROLES);

type Route = ReturnType<typeof routeCensus>[number];

let app: TestApp;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app.close());

/** ● acts or reads; ○ reads only (an auditor sees what an officer sees). */
function mark({ method, path, mark }: Route, role: string): string {
  if (mark?.kind !== 'roles') return '●';
  if (mark.roles.length === 0) return role === 'auditor' && method !== 'GET' && !isOwnAffair(path) ? '' : '●';
  if (mark.roles.includes(role)) return '●';
  return role === 'auditor' && method === 'GET' && mark.roles.includes('officer') ? '○' : '';
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function routes(): string {
  const census = routeCensus(app.http).sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
  const closed = census.filter(({ mark }) => mark?.kind === 'roles');
  const open = census.filter(({ mark }) => mark?.kind === 'public');
  return [
    '## Routes for signed-in people',
    '',
    row(['route', ...NAMES]),
    row(['---', ...NAMES.map(() => ':-:')]),
    ...closed.map((route) => row([`${route.method} \`${route.path}\``, ...NAMES.map((role) => mark(route, role))])),
    '',
    '## Routes for everybody',
    '',
    row(['route', 'why']),
    row(['---', '---']),
    ...open.map((route) =>
      row([`${route.method} \`${route.path}\``, route.mark?.kind === 'public' ? route.mark.why : '']),
    ),
  ].join('\n');
}

interface Spoken {
  [action: string]: { sentence: string };
}

async function sentencesOf(file: string): Promise<string[]> {
  const found = (await import(`../../libs/${file.replace(/\.ts$/, '.js')}`)) as Record<string, unknown>;
  const names = Object.keys(found).filter((name) => name.endsWith('Policy'));
  return names
    .sort()
    .flatMap((name) =>
      Object.entries(found[name] as Spoken).map(([action, { sentence }]) =>
        row([file.split('/')[0]!, name.replace(/Policy$/, ''), action, sentence]),
      ),
    );
}

async function policies(): Promise<string> {
  const files = readdirSync('libs', { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[\w-]+\/src\/access\/[\w-]+\.policy\.ts$/.test(name))
    .sort();
  const rows = await Promise.all(files.map(sentencesOf));
  const head = [
    '## What the object decides',
    '',
    row(['lib', 'object', 'act', 'who']),
    row(['---', '---', '---', '---']),
  ];
  return [...head, ...rows.flat()].join('\n');
}

async function printed(): Promise<string> {
  const text = [
    '# Permissions',
    'Printed by `test/integration/permissions.spec.ts` from the marks of the routes and the policies of the libs; not edited by hand. A route says which roles may knock (● acts, ○ reads only); the policy of the object decides for this very competition, proposal or person. Not visible = not found.',
    routes(),
    await policies(),
  ].join('\n\n');
  return format(text, { ...(await resolveConfig(FILE)), parser: 'markdown' });
}

describe('docs/permissions.md', () => {
  it('says what the routes and policies say (PERMISSIONS=write rewrites it)', async () => {
    const text = await printed();
    if (process.env.PERMISSIONS === 'write') writeFileSync(join(process.cwd(), FILE), text);
    expect(readFileSync(FILE, 'utf8')).toBe(text);
    expect(text).toContain('| GET `/desk` ');
  });
});
