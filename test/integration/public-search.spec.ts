import { searchSql } from '../../libs/publications/src/queries/search-sql.js';
import { newId } from '#libs/platform/database';
import { startApp, type TestApp } from '../support/app.js';
import { ownColumns } from '../support/columns.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

/** Stands in everything that nobody may find. */
const SECRET = 'Таємниця';

let app: TestApp;
let world: World;
let organiserId: string;
let neighbour: { id: string; slug: string };

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  organiserId = (await world.organiser()).id;
  neighbour = await world.organiser({ slug: 'neighbour', short_name: 'Сусідній департамент' });
  await build();
});
afterAll(async () => {
  await world.close();
  await app.close();
});

/** In two authorities: something of each kind to find, and beside it what is sealed, withdrawn, unsent or a draft. */
async function build(): Promise<void> {
  for (const [index, owner] of [organiserId, neighbour.id].entries()) {
    await world.competition(owner, { state: 'draft', title: `${SECRET} чернетки конкурсу` });
    const open = await world.competition(owner, {
      state: 'scoring',
      budget_year: 2021 + index,
      title: `Конкурс «Читанка» ${index}`,
    });
    const silent = await world.organisation({ name: `ГО «${SECRET}»`, short_name: SECRET });
    for (const state of ['submitted', 'withdrawn', 'draft'])
      await proposal(open.id, silent.id, state, `${SECRET}: книга`);
    const known = await world.organisation({ name: `ГО «Сім’я і книга ${index}»`, short_name: 'ГО «Книга»' });
    await proposal(open.id, known.id, 'admitted', `Бібліотека їде в село ${index}, тел. 050 999 88 77`);
    const refused = await world.organisation({
      name: `Спілка «Перемога ${index}»`,
      short_name: 'Перемога',
      settlement: 'Сєвєродонецьк',
    });
    await proposal(open.id, refused.id, 'refused', `Громадська освіта ${index}`);
  }
}

async function proposal(competitionId: string, organisationId: string, state: string, title: string): Promise<void> {
  // What was written after the submission and never sent stays with its authors.
  const sent = state !== 'draft';
  const id = await world.application(competitionId, organisationId, {
    state,
    title: sent ? `${SECRET} правки` : title,
    ...(state === 'refused' && { decision_reason: 'Немає статуту' }),
  });
  if (!sent) return;
  const [author] = await world.rows<{ id: string }>(
    'select created_by as id from applications.application where id = $1',
    [id],
  );
  await world.insert('applications.submission', {
    id: newId(),
    application_id: id,
    number: 1,
    submitted_at: new Date(),
    submitted_by: author!.id,
    title,
    start_on: '2021-02-01',
    end_on: '2021-11-01',
    requested_kop: 100,
    own_kop: 0,
    total_kop: 100,
    content: '{}',
    sha256: '0',
  });
  await world.rows('update applications.application set submission_number = 1 where id = $1', [id]);
}

interface Group {
  kind: string;
  total: number;
  found: { title: string }[];
}
async function found(query: Record<string, string>): Promise<Record<string, string[]>> {
  const { html } = await new Visitor(app).get(`/api/v1/search?${new URLSearchParams(query).toString()}`);
  const { groups } = JSON.parse(html) as { groups: Group[] };
  return Object.fromEntries(groups.map(({ kind, found: rows }) => [kind, rows.map(({ title }) => title).sort()]));
}

describe('the public search', () => {
  it('finds nothing that is not public, in either authority', async () => {
    expect(await found({ q: SECRET })).toEqual({ competitions: [], organisations: [], projects: [] });
    const whole = [
      await found({ year: '2021' }),
      await found({ year: '2022' }),
      await found({ authority: 'neighbour' }),
    ];
    expect(JSON.stringify(whole)).not.toContain(SECRET);
    const { html } = await new Visitor(app).get('/search?year=2021');
    expect([html.includes('Читанка'), html.includes(SECRET)]).toEqual([true, false]);
  });

  it.each([
    ['книга', 'organisations', ['ГО «Сім’я і книга 0»', 'ГО «Сім’я і книга 1»']],
    ['КНИГИ', 'organisations', ['ГО «Сім’я і книга 0»', 'ГО «Сім’я і книга 1»']],
    ["сiм'я", 'organisations', ['ГО «Сім’я і книга 0»', 'ГО «Сім’я і книга 1»']],
    ['громадської освіти', 'projects', ['Громадська освіта 0', 'Громадська освіта 1']],
    ['село бібліотеку', 'projects', ['Бібліотека їде в село 0, тел. […]', 'Бібліотека їде в село 1, тел. […]']],
    ['читанки', 'competitions', ['Конкурс «Читанка» 0', 'Конкурс «Читанка» 1']],
    ['100%_\\', 'competitions', []],
    ['чтанка', 'competitions', ['Конкурс «Читанка» 0', 'Конкурс «Читанка» 1']],
    ['бібліотека в сіло', 'projects', []],
    ['біблотека', 'projects', ['Бібліотека їде в село 0, тел. […]', 'Бібліотека їде в село 1, тел. […]']],
    ['громодська освіта', 'projects', ['Громадська освіта 0', 'Громадська освіта 1']],
    ['Сєвєродонецьк перемога', 'organisations', ['Спілка «Перемога 0»', 'Спілка «Перемога 1»']],
  ])('forgives: «%s»', async (q, kind, titles) => {
    expect((await found({ q }))[kind]).toEqual(titles);
  });

  it('finds a project by its number', async () => {
    const [row] = await world.rows<{ code: string; title: string }>(
      `select register_code as code, title from applications.v_decided where title like 'Громадська освіта%' limit 1`,
    );
    await world.rows(`update applications.application set register_code = '1.1-2021/007' where register_code = $1`, [
      row!.code,
    ]);
    expect((await found({ q: '1.1-2021/007' })).projects).toEqual([row!.title]);
    expect((await found({ q: '1.1-2021/008' })).projects).toEqual([]);
  });

  it('narrows by kind, year and authority, and counts the other kinds', async () => {
    expect(await found({ year: '2022' })).toEqual({
      competitions: ['Конкурс «Читанка» 1'],
      organisations: ['ГО «Сім’я і книга 1»', 'Спілка «Перемога 1»'],
      projects: ['Бібліотека їде в село 1, тел. […]', 'Громадська освіта 1'],
    });
    expect(await found({ authority: 'neighbour', q: 'освіта' })).toMatchObject({ projects: ['Громадська освіта 1'] });
    const { html } = await new Visitor(app).get('/api/v1/search?q=книга&kind=projects');
    const { groups } = JSON.parse(html) as { groups: Group[] };
    expect(groups.map(({ kind, total, found: rows }) => [kind, total, rows.length])).toEqual([
      ['competitions', 0, 0],
      ['organisations', 2, 0],
      ['projects', 0, 0],
    ]);
  });

  it('leads to the page of each, keeps what was typed, and says when nothing is found', async () => {
    const visitor = new Visitor(app);
    const { html, text } = await visitor.get('/search?q=книга');
    expect(html).toMatch(/href="\/organisations\/\d{8}"/);
    expect(html).toContain('name="q" type="search" value="книга"');
    expect(text).toContain('Організації 2');
    expect((await visitor.get('/en/search?q=zzzz')).text).toContain('Nothing was found');
    expect((await visitor.get('/search?q[]=x&year=abc&page=-1&kind=__proto__')).status).toBe(200);
  });

  it('reads an index over the titles of proposals', async () => {
    await world.rows(
      `with made as (
         insert into applications.application
         select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'register_code', 'many/' || n))).*
           from (select a from applications.application a where state = 'admitted' limit 1) one, generate_series(1, 5000) n
         returning id)
       insert into applications.submission
       select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'application_id', made.id,
                                                           'title', 'Проєкт про щось інше'))).*
         from made, (select s from applications.submission s limit 1) one`,
    );
    await world.rows('analyze applications.application');
    await world.rows('vacuum analyze applications.submission');
    const plan = await world.rows<Record<string, string>>(
      `explain select id from applications.v_decided where platform.search_form(title) like platform.search_pattern('бібліотека')`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('ix_submission_search');
    const near = await world.rows<Record<string, string>>(
      `explain select id from applications.v_decided where platform.search_form(title) ~ platform.search_near('біблотека')`,
    );
    expect(near.map((line) => line['QUERY PLAN']).join('\n')).toContain('ix_submission_search');
  });

  it('reads an index over the names and codes of organisations', async () => {
    const columns = await ownColumns(world, 'identity.organisation');
    await world.rows(
      `insert into identity.organisation (${columns.join(', ')})
       select ${columns.map((name) => `made.${name}`).join(', ')}
         from (select o from identity.organisation o limit 1) one cross join generate_series(1, 5000) n
        cross join lateral jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(),
          'edrpou', (60000000 + n)::text, 'name', 'Спілка про щось інше')) made`,
    );
    await world.rows('vacuum analyze identity.organisation');
    const asked = {
      text: 'читальня',
      words: ['читальня'],
      registerCode: null,
      kind: null,
      year: null,
      authority: null,
    };
    const params: unknown[] = [];
    const sql = searchSql('organisations', asked, (value) => `$${params.push(value)}`);
    const plan = await world.rows<Record<string, string>>(`explain ${sql}`, params);
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('ix_organisation_search');
  });
});
