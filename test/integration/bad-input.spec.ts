import { jest } from '@jest/globals';
import type { Grant } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import { routeCensus } from '#libs/platform/http';
import { Accounts } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { formsOn, type FoundForm } from '../support/forms.js';
import { receivingCompetition } from '../support/proposals.js';
import type { Answer, Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

jest.setTimeout(480_000);

const URLENCODED = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=edge';
/** Ends the session or the power of the one who tries, or starts a session: the tests of identity look at them. */
const MOVES_THE_SESSION = /^\/(sign-out|demo|account\/sessions|account\/sign-out|organisations\/[^/]+\/leave)/;
/** Scripts speak the tus protocol there, people have the plain form of the page: uploads.spec looks at it. */
const FOR_SCRIPTS = /^\/uploads/;

let app: TestApp;
let world: World;
const people: Record<string, Visitor> = {};
let ids: string[];
let found: { role: string; form: FoundForm }[];

/** One person for each role in one authority, and something of every kind that their pages may name. */
beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  const accounts = new Accounts(app, world);
  const organiserId = (await world.organiser()).id;
  const organisationId = (await world.organisation()).id;
  const reception = await receivingCompetition(world, organiserId, { closes_at: new Date('2099-01-01T00:00:00Z') });
  const draft = await world.competition(organiserId, { state: 'draft' });
  const admission = await world.competition(organiserId, { state: 'admission' });
  const scoring = await world.competition(organiserId, { state: 'scoring' });
  const proposal = await world.application(reception.id, organisationId, { state: 'draft' });
  const opened = await world.application(admission.id, organisationId);
  await world.application(scoring.id, organisationId, { state: 'admitted' });
  ids = [draft.id, reception.id, admission.id, scoring.id, proposal, opened, organisationId];
  const sits: Omit<Grant, 'role'> = { scopeKind: 'competition', scopeId: scoring.id };
  const works: Omit<Grant, 'role'> = { scopeKind: 'organiser', scopeId: organiserId };
  const scopes: Record<string, Omit<Grant, 'role'>> = {
    administrator: { scopeKind: 'system', scopeId: null },
    officer: works,
    director: works,
    'commission-chair': sits,
    'commission-secretary': sits,
    'commission-member': sits,
    applicant: { scopeKind: 'organisation', scopeId: organisationId },
  };
  for (const [role, scope] of Object.entries(scopes))
    people[role] = await accounts.signedIn(`${role}@bad.example`, [{ role, ...scope }]);
  found = await formsOfEverybody();
  for (const visitor of Object.values(people)) await visitor.get('/account/details');
}, 480_000);
afterAll(async () => {
  await world.close();
  await app.close();
});

/** Opens every page for every role and notes each form once. */
async function formsOfEverybody(): Promise<typeof found> {
  const forms = new Map<string, (typeof found)[number]>();
  for (const [role, visitor] of Object.entries(people))
    for (const address of pagesFor(role)) {
      const answer = await visitor.get(address);
      const shown = answer.status === 200 ? formsOn(address, answer) : [];
      for (const form of shown)
        forms.set(`${form.action} ${form.fields.map(({ name }) => name).join()}`, { role, form });
    }
  return [...forms.values()];
}

function pagesFor(role: string): string[] {
  return routeCensus(app.http)
    .filter(({ method, path }) => method === 'GET' && !/^\/(api|metrics|healthz|readyz|demo)/.test(path))
    .filter(({ mark }) => mark?.kind !== 'roles' || mark.roles.length === 0 || mark.roles.includes(role))
    .flatMap(({ path }) =>
      (path.includes(':') ? idsFor(path) : ['']).map((id) => path.replace(/:\w+(\([^)]*\))?/g, id)),
    );
}

/** What the parameter of a page may name; competitions come first in `ids`, then proposals, then the organisation. */
function idsFor(path: string): string[] {
  if (path.startsWith('/organiser/competitions/')) return ids.slice(0, 4);
  if (path.startsWith('/applications/')) return ids.slice(4, 6);
  return path.startsWith('/organisations/') ? ids.slice(6) : ids.slice(3, 4);
}

type Bad = (names: string[]) => string;
const pair = (name: string, value: string): string => `${encodeURIComponent(name)}=${value}`;
const each =
  (value: (name: string) => string): Bad =>
  (names) =>
    names.map((name) => pair(name, value(name))).join('&');

/** What a browser, a script or a hand may send instead of a form; ready for application/x-www-form-urlencoded. */
const BAD: [string, Bad][] = [
  ['nothing at all', () => ''],
  ['lists', (names) => names.map((name) => `${pair(`${name}[]`, 'a')}&${pair(`${name}[]`, 'b')}`).join('&')],
  ['records', (names) => names.map((name) => `${pair(`${name}[x]`, 'a')}&${pair(`${name}[y][z]`, 'b')}`).join('&')],
  ['the same field twice', (names) => names.map((name) => `${pair(name, 'a')}&${pair(name, 'b')}`).join('&')],
  [
    'very long texts',
    (names) =>
      names
        .slice(0, 6)
        .map((name) => pair(name, 'x'.repeat(100_000)))
        .join('&'),
  ],
  ['control characters', each(() => 'a%00b%07%1B%0Ac')],
  ['emoji and odd letters', each(() => encodeURIComponent('👩‍👩‍👧 \u202eїжак\ufeff ́'))],
  ['halves of letters', each(() => 'a%ED%A0%80%ED%B0%80%FF%')],
  ['numbers that are none', each(() => '9'.repeat(40))],
  ['a stale version', each((name) => (name === 'version' ? '0' : 'x'))],
  [
    'names of the language itself',
    (names) =>
      `${each(() => 'x')(names)}&__proto__[x]=1&constructor[prototype][y]=2&hasOwnProperty=1&toString=1&then=1`,
  ],
  ['5 000 fields', () => Array.from({ length: 5000 }, (_, index) => `f${index}=1`).join('&')],
];

/** An answer that says what happened, in words; null when it is in order. */
function fault(answer: Answer): string | null {
  if (answer.status === 303) return null;
  if (answer.status >= 500 && answer.status !== 503) return String(answer.status);
  if (!answer.html.includes('<html lang="uk"')) return `${answer.status} without a page`;
  return /<h1[^>]*>\s*\S/.test(answer.html) && answer.text.length > 40 ? null : `${answer.status} says nothing`;
}

describe('every form of the product', () => {
  it('is known to this test', () => {
    expect(found.length).toBeGreaterThan(20);
  });

  it.each(BAD)('answers %s in words', async (_, bad) => {
    const wrong: string[] = [];
    for (const { role, form } of found.filter(({ form }) => !MOVES_THE_SESSION.test(form.action))) {
      const visitor = people[role]!;
      const answer = await visitor.postRaw(form.action, URLENCODED, bad(form.fields.map(({ name }) => name)));
      const why = fault(answer);
      if (why) wrong.push(`${role} ${form.action}: ${why}`);
    }
    expect(wrong).toEqual([]);
  });

  it('keeps what was typed, whatever is wrong with it', async () => {
    const wrong: string[] = [];
    for (const { role, form } of found) {
      const typed = form.fields.filter(({ isTyped }) => isTyped);
      if (typed.length === 0 || form.isMultipart || MOVES_THE_SESSION.test(form.action)) continue;
      const visitor = people[role]!;
      await visitor.get(form.page);
      const fields = form.fields.map(({ name, value, isTyped }, index) => [name, isTyped ? `набране№${index}` : value]);
      const answer = await visitor.post(form.action, Object.fromEntries(fields) as Record<string, string>);
      if (answer.status === 303) continue;
      const lost = typed.filter(
        ({ name }) => !answer.html.includes(`набране№${form.fields.findIndex((one) => one.name === name)}`),
      );
      // 200: a button of the form that adds a row
      if (![200, 422].includes(answer.status) || lost.length > 0)
        wrong.push(`${role} ${form.action}: ${answer.status}, lost: ${lost.map(({ name }) => name).join(', ')}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('every route that takes a form', () => {
  const posts = () =>
    routeCensus(app.http)
      .filter(({ method }) => method === 'POST')
      .filter(({ path }) => !MOVES_THE_SESSION.test(path) && !FOR_SCRIPTS.test(path));
  const JSON_TYPE = 'application/json';

  it.each([
    ['an id of nobody', URLENCODED, 'version=1&title=x'],
    [
      'a form with files',
      MULTIPART,
      '--edge\r\ncontent-disposition: form-data; name="file"; filename="x.pdf"\r\n\r\nnot a pdf\r\n--edge--\r\n',
    ],
    ['a form that breaks off', MULTIPART, '--edge\r\ncontent-disposition: form-data; name="file"'],
    ['data of another kind', 'text/xml', '<a/>'],
    ['half a letter in JSON', JSON_TYPE, '{"title":"\\ud800","name":"\\udc00","version":1}'],
    ['numbers and nothings in JSON', JSON_TYPE, '{"title":5,"version":null,"name":true,"lines":{"a":[1,null]}}'],
    ['names of the language itself in JSON', JSON_TYPE, '{"__proto__":{"x":1},"constructor":{"prototype":{"y":2}}}'],
  ])('answers %s in words', async (_, type, payload) => {
    const wrong: string[] = [];
    for (const { path, mark } of posts()) {
      const role = mark?.kind === 'roles' && mark.roles.length > 0 ? mark.roles[0]! : 'officer';
      const visitor = people[role] ?? people.officer!;
      for (const id of path.includes(':') ? [newId(), ids[0]!] : ['']) {
        const answer = await visitor.postRaw(path.replace(/:\w+/g, id), type, payload);
        const why = fault(answer);
        if (why) wrong.push(`${role} ${path}: ${why}`);
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('lets nothing through a polluted prototype', () => {
    expect([({} as { x?: unknown }).x, ({} as { y?: unknown }).y]).toEqual([undefined, undefined]);
  });
});
