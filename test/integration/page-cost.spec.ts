import { jest } from '@jest/globals';
import { routeCensus } from '#libs/platform/http';
import { startApp, type TestApp } from '../support/app.js';
import { crowd } from '../support/crowd.js';
import type { ListScene } from '../support/list-check.js';
import { ListWorld } from '../support/list-world.js';
import { planOf, statementsDuring } from '../support/statements.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

jest.setTimeout(480_000);

/** Public, but no page over what the database holds: files, what watches the portal. */
const NO_PAGE = /^\/(healthz|readyz|metrics|demo|papers|api\/openapi)/;
/** Public, but about one act, ruling, complaint, order, event, report, tool, part, the link of a letter, or a competition with a draw, a defence or run elsewhere. */
const OF_ONE_THING =
  /\/(acts\/:position|rulings\/:id|complaints\/:id|orders\/:orderId|events\/:id|certificates\/:code|funded\/:id|evaluation-of-programme|reports\/:quarter|tools\/:name|sitemap\/:part|spending\/:file|:token|elsewhere|draw|defence(\.ics)?|example\.docx)/;

/** Tables that grow with every competition. */
const GROWING = [
  ...['application', 'submission', 'assignment', 'score_sheet', 'rating_row', 'allocation_line', 'award'],
  ...['conflict_declaration', 'person', 'organisation', 'role_grant', 'claim', 'message', 'clock', 'document', 'fact'],
];

let app: TestApp;
let world: World;
let scenes: Record<string, ListScene>;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = await new ListWorld(app, world).scenes();
  await world.rows(
    'update competitions.competition set measure_id = (select id from measures.measure order by id limit 1)',
  );
}, 120_000);
afterAll(async () => {
  await world?.close();
  await app?.close();
});

interface Opened {
  visitor: Visitor;
  path: string;
}

/** Every list and every desk by the census and its scenes; every public page of a decided competition. */
async function pages(): Promise<Opened[]> {
  const [decided] = await world.rows<{ code: string; edrpou: string; slug: string }>(
    `select c.code, o.edrpou, g.slug from awards.award w join competitions.competition c on c.id = w.competition_id
       join identity.organiser g on g.id = c.organiser_id
       join applications.application a on a.id = w.application_id
       join identity.organisation o on o.id = a.organisation_id limit 1`,
  );
  const values: Record<string, string> = {
    ...{ code: decided!.code, edrpou: decided!.edrpou },
    ...{ organiserSlug: 'list-of-measures', year: '2020', number: '1.1', file: `${decided!.slug}.atom` },
  };
  const visitor = new Visitor(app);
  const open = routeCensus(app.http)
    .filter(({ method, mark, path }) => method === 'GET' && mark?.kind === 'public' && !NO_PAGE.test(path))
    .filter(({ path }) => !OF_ONE_THING.test(path))
    .map(({ path }) => path.replace(/:(\w+)(\([^)]*\))?/g, (_, name: string) => values[name] ?? `:${name}`));
  const lists = Object.values(scenes);
  return [
    ...[...open, '/search?q=конкурс', '/search?q=спілка'].map((path) => ({ visitor, path })),
    ...lists.map(({ visitor: reader, path }) => ({ visitor: reader, path })),
    ...lists.map(({ visitor: reader }) => ({ visitor: reader, path: '/desk' })),
  ];
}

/** Address -> statements. Opened once before, so that nothing is read for the first time. */
async function counts(opened: Opened[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [index, { visitor, path }] of opened.entries()) {
    const first = await visitor.get(path);
    expect([path, [200, 303].includes(first.status)]).toEqual([path, true]);
    found[`${index} ${path}`] = (await statementsDuring(app, () => visitor.get(path))).length;
  }
  return found;
}

it('asks the database as often with thirty times as much in the lists', async () => {
  const opened = await pages();
  expect(opened.map(({ path }) => path).filter((path) => path.includes(':'))).toEqual([]);
  const before = await counts(opened);
  await crowd(world);
  expect(await counts(opened)).toEqual(before);
});

describe('the plans of the statements', () => {
  const statementsOf = (visitor: Visitor, path: string) => statementsDuring(app, () => visitor.get(path));

  it('read no table that grows from its beginning to its end where an index is', async () => {
    const whole = new RegExp(`Seq Scan on (${GROWING.join('|')})\\b`);
    const found = new Set<string>();
    for (const { visitor, path } of await pages())
      for (const statement of await statementsOf(visitor, path)) {
        if (!/^\s*(select|with)\b/.test(statement.sql)) continue;
        const [scan] = whole.exec(await planOf(app, statement, ['seqscan'])) ?? [];
        if (scan) found.add(`${path}: ${scan}`);
      }
    expect([...found]).toEqual([]);
  });

  it.each([
    ['people', 'ix_person_order', ['sort']],
    ['organisations', 'ix_organisation_order', ['sort']],
    ['letters', 'ix_message_letters', ['sort']],
    ['organiser-competitions', 'ix_competition_organiser', ['sort']],
    // A competition has some hundred proposals: they are found by it and put in order then.
    ['proposals', 'ix_application_competition', []],
    ['my-applications', 'ix_application_organisation', ['sort']],
    ['notices', 'ix_message_person', ['sort']],
  ])('the list %s goes by %s', async (name, index, off) => {
    const { visitor, path } = scenes[name]!;
    const statements = await statementsOf(visitor, path);
    const list = statements.find(({ sql }) => sql.includes('"listTotal"'))!;
    expect(await planOf(app, list, ['seqscan', 'bitmapscan', ...off])).toContain(index);
  });

  it.each([
    ['people', 'ix_person_search'],
    ['organisations', 'ix_organisation_search'],
  ])('a search in %s can go by %s', async (name, index) => {
    const { visitor, path } = scenes[name]!;
    const statements = await statementsOf(visitor, `${path}?q=допомога`);
    const search = statements.find(({ sql }) => sql.includes('select id from found'))!;
    expect(await planOf(app, search, ['seqscan', 'indexscan', 'indexonlyscan'])).toContain(index);
  });

  it('of a search put only what it found in order, so that the alphabet is not read through', async () => {
    const { visitor, path } = scenes.organisations!;
    const statements = await statementsOf(visitor, `${path}?q=допомога`);
    const list = statements.find(({ sql }) => sql.includes('"listTotal"'))!;
    expect(list.sql).toContain('where id = any(');
  });

  it('make no search form of what is kept in one', async () => {
    const lists = ['people', 'organisations', 'letters', 'public-competitions'].map((name) => scenes[name]!);
    for (const { visitor, path } of [...lists, { visitor: new Visitor(app), path: '/search' }])
      for (const statement of await statementsOf(visitor, `${path}?q=спілка`)) {
        // The titles of proposals have an index over the form of the text.
        if (!/^\s*(select|with)\b/.test(statement.sql) || statement.sql.includes('v_decided a\n       join')) continue;
        expect(await planOf(app, statement, [])).not.toContain('platform.search_form(');
      }
  });

  it('of the overview count sheets within their competition', async () => {
    const { visitor, path } = scenes.rating!;
    const statements = await statementsOf(visitor, path.replace(/\/rating$/, ''));
    const sheets = statements.find(({ sql }) => sql.includes('evaluation.score_sheet'))!;
    expect(await planOf(app, sheets, ['seqscan'])).toMatch(/on score_sheet s\b[^>]*competition_id = /);
  });

  it('of the desk ask only of organisations with a waiting claim whether the authority knows them', async () => {
    const statements = await statementsOf(scenes.claims!.visitor, '/desk');
    const { params } = statements.find(({ sql }) => sql.includes('select distinct a.organisation_id'))!;
    const waiting = await world.rows<{ id: string }>(
      `select organisation_id as id from identity.claim where state = 'claimed' and organisation_id is not null`,
    );
    const ids = new Set(waiting.map(({ id }) => id));
    expect((params[0] as string[]).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('of the call list and the desk ask only the letters that did not arrive', async () => {
    for (const path of [scenes.calls!.path, '/desk']) {
      const statements = await statementsOf(scenes.calls!.visitor, path);
      const owed = statements.find(({ sql }) => sql.includes('from notifications.clock c'))!;
      expect([path, await planOf(app, owed, ['seqscan', 'bitmapscan'])]).toEqual([
        path,
        expect.stringContaining('ix_message_undelivered'),
      ]);
    }
  });
});

it('counts the documents of the disk once an hour', async () => {
  const { visitor } = scenes.organisers!;
  await visitor.get('/admin/system');
  const statements = await statementsDuring(app, () => visitor.get('/admin/system'));
  expect(statements.filter(({ sql }) => sql.includes('documents.document'))).toEqual([]);
  expect(statements.length).toBeGreaterThan(0);
});
