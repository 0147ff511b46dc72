import { competitionById } from '#libs/competitions';
import { MeasureActivities } from '#libs/measures';
import { addDays, kyivDay } from '#libs/platform/clock';
import { Ports } from '#libs/platform/ports';
import { startApp, type TestApp } from '../support/app.js';
import { ANNOUNCED, CLOSES, CompetitionWorld } from '../support/competition-world.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let its: CompetitionWorld;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  its = await CompetitionWorld.open(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

describe('another authority', () => {
  it('sees no draft, cannot save, cannot announce', async () => {
    const id = await its.draft(its.officer, its.organiser.id, 'Таємна чернетка');
    await expect(its.save(id, { potKop: 1 }, its.stranger)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(its.step(id, 'publish', ANNOUNCED, its.stranger)).rejects.toMatchObject({ kind: 'not-found' });
    const visitor = await its.signedIn(its.stranger);
    for (const path of ['', '/preview', '/settings/basics', '/settings/criteria', '/settings/rules'])
      expect((await visitor.get(`/organiser/competitions/${id}${path}`)).status).toBe(404);
    const list = await visitor.get('/organiser/competitions');
    expect([list.status, list.text.includes('Таємна чернетка')]).toEqual([200, false]);
    expect((await (await its.signedIn(its.officer)).get('/organiser/competitions')).text).toContain('Таємна чернетка');
  });

  it('cannot run an announced competition that it can read', async () => {
    const id = await its.announced();
    await expect(
      its.step(id, 'open-proposals', new Date(CLOSES.getTime() + 1_000), its.stranger),
    ).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'competitions.officer-only',
    });
    expect((await (await its.signedIn(its.stranger)).get(`/organiser/competitions/${id}`)).status).toBe(403);
  });
});

describe('the public', () => {
  it('reads announcements and never drafts', async () => {
    const hidden = await its.draft(its.officer, its.organiser.id, 'Таємна чернетка');
    const id = await its.announced();
    const { code } = await competitionById(app.db, id);
    const visitor = new Visitor(app);
    const show = await visitor.get(`/competitions/${code}`);
    expect(show.status).toBe(200);
    for (const words of ['600 000,00 грн', 'КПКВК 2310180', 'Молодь', 'Навчання', '1.1. Проведення'])
      expect(show.text).toContain(words);
    for (const sentence of [
      'До участі пропозиції допускає конкурсна комісія.',
      'Кожну пропозицію оцінює кожен член комісії',
      'Кошти розподіляє комісія, її рішення затверджує наказом керівник організатора.',
      'Умови не передбачають: додаткового аркуша оцінювання, обговорення оцінок',
    ])
      expect(show.text).toContain(sentence);
    // rule 3: an order of the authority is no law, and nothing announced is «не підтверджено».
    expect(show.text).toContain('прийнято наказом № 45 від 01.10.2020');
    expect(show.html).not.toMatch(/>\s*не підтверджено\s*</);
    for (const group of ['open', 'soon', 'in-work', 'decided'])
      expect((await visitor.get(`/competitions?group=${group}`)).text).not.toContain('Таємна чернетка');
    expect((await visitor.get('/competitions?group=in-work')).text).toContain('Конкурс проєктів');
    expect((await visitor.get(`/competitions/${hidden}`)).status).toBe(404);
    expect((await visitor.get(`/organiser/competitions/${hidden}`)).status).not.toBe(200);
  });

  it('gets the same as data', async () => {
    const { code } = await competitionById(app.db, await its.announced());
    const answer = await app.http.inject({ url: `/api/v1/competitions/${code}` });
    const body = answer.json() as Record<string, unknown>;
    expect(Object.keys(body).sort()).toEqual(
      [
        'acts',
        'budget',
        'calendar',
        'code',
        'contact',
        'corrections',
        'elsewhere',
        'form',
        'measure',
        'order',
        'organiser',
        'participation',
        'path',
        'phase',
        'priorities',
        'purpose',
        'ruleSet',
        'scoring',
        'state',
        'supportedActivities',
        'targetGroups',
        'title',
        'vote',
      ].sort(),
    );
    const list = (await app.http.inject({ url: '/api/v1/competitions?group=in-work' })).json() as {
      competitions: { code: string }[];
    };
    expect(list.competitions.map((one) => one.code)).toContain(code);
  });

  it('finds announced competitions under their measure, drafts never', async () => {
    await its.draft(its.officer, its.organiser.id, 'Таємна чернетка');
    await its.announced();
    const activities = await Promise.all(
      app
        .get(Ports)
        .all(MeasureActivities)
        .map(async (port) => port.list(await app.ctx(), app.db, [its.measureId], 10)),
    );
    const titles = new Set(activities.flat().map(({ title }) => title));
    expect([...titles]).toEqual(['Конкурс проєктів']);
  });
});

describe('the pages of the officer', () => {
  /** The calendar of a competition that could be announced today. */
  function calendarFromToday(today: string): Record<string, string> {
    const day = (days: number) => addDays(today, days).split('-').reverse().join('.');
    const year = Number(today.slice(0, 4)) + 1;
    return {
      announcedOn: day(0),
      lateAnnouncementReason: 'Кошти виділено пізніше',
      opensAt: `${day(1)} 09:00`,
      closesAt: `${day(40)} 18:00`,
      scoringFrom: `${day(45)} 09:00`,
      scoringUntil: `${day(55)} 18:00`,
      decisionUntil: day(60),
      projectsFrom: `01.04.${year}`,
      projectsUntil: `10.12.${year}`,
    };
  }

  async function create(visitor: Visitor): Promise<string> {
    await visitor.get('/organiser/competitions/new');
    const today = kyivDay((await app.ctx()).now)
      .split('-')
      .reverse()
      .join('.');
    const form = {
      organiserId: its.organiser.id,
      title: 'Конкурс сторінками',
      measureId: its.measureId,
      announcedOn: today,
    };
    const { status, location } = await visitor.post('/organiser/competitions/new', form);
    expect(status).toBe(303);
    return location;
  }

  /** Posts a section with the version that the page holds. */
  async function fill(visitor: Visitor, path: string, fields: Record<string, string>) {
    const { html } = await visitor.get(path);
    const version = /name="version" value="(\d+)"/.exec(html)![1]!;
    return visitor.post(path, { version, ...fields });
  }

  /** One order for every value that no act confirms. */
  async function adoptAll(visitor: Visitor, own: string): Promise<void> {
    const { html } = await visitor.get(`${own}/values?key=all`);
    const version = /name="version" value="(\d+)"/.exec(html)![1]!;
    const keys = [...html.matchAll(/name="keys"[^>]* value="(\w+)"/g)].map((match) => match[1]!);
    const order = { number: '45', on: '01.10.2020' };
    const done = await visitor.post(`${own}/values`, { version, how: 'adopt', keys, ...order });
    expect([keys.length > 20, done.status]).toEqual([true, 303]);
  }

  it('take a competition from nothing to its announcement', async () => {
    const visitor = await its.signedIn(its.officer);
    const own = await create(visitor);
    expect((await visitor.get(own)).text).toContain('До оголошення лишил');
    const refused = await visitor.post(`${own}/steps/publish`, {});
    expect([refused.status, refused.text.includes('Оголосити конкурс ще не можна')]).toEqual([422, true]);

    const today = kyivDay((await app.ctx()).now);
    const sections: [string, Record<string, string>][] = [
      [
        'basics',
        {
          title: 'Конкурс сторінками',
          purpose: 'Мета',
          measureId: its.measureId,
          budgetYear: String(Number(today.slice(0, 4)) + 1),
        },
      ],
      ['money', { budgetProgramme: 'КПКВК', potKop: '600 000', capKop: '60000,00', ownShareHundredths: '12,5' }],
      ['priorities', { 'priorities[0][title]': 'Молодь', activities: 'Навчання\nТолоки' }],
      ['calendar', calendarFromToday(today)],
      [
        'contacts',
        {
          ...{ place: 'м. Сєвєродонецьк', contactName: 'Ірина Тесленко', contactPhone: '+380500000001' },
          ...{
            contactEmail: 'konkurs@masscom.example',
            orderNumber: '45',
            orderOn: today.split('-').reverse().join('.'),
          },
        },
      ],
    ];
    for (const [section, fields] of sections) {
      const { status, text } = await fill(visitor, `${own}/settings/${section}`, fields);
      expect([section, status, text]).toEqual([section, 303, '']);
    }
    expect((await visitor.get(`${own}/preview`)).text).toContain('12,5 %');
    await its.appointCommission(own.split('/').pop()!);
    // The Procedure of these years knows a vote of citizens; this competition holds none.
    const vote = await fill(visitor, `${own}/rules/publicVote`, { value: 'no', source: 'Наказ № 45' });
    expect(vote.status).toBe(303);
    await adoptAll(visitor, own);
    await visitor.get(own);
    const published = await visitor.post(`${own}/steps/publish`, {});
    expect([published.text, published.location]).toEqual(['', `${own}?done=publish`]);
    expect((await visitor.get(own)).text).toContain('Умови затверджено');
    expect((await visitor.get(`${own}/settings/money`)).status).toBe(403);
    expect((await visitor.get('/competitions?group=soon')).text).toContain('Конкурс сторінками');
  });

  it('add, lift and remove rows without scripts, keeping what was typed', async () => {
    const visitor = await its.signedIn(its.officer);
    const path = `${await create(visitor)}/settings/criteria`;
    await visitor.get(path);
    const typed = {
      version: '1',
      'criteria[0][key]': 'aim',
      'criteria[0][title]': 'Щойно написане',
      passingHundredths: '7',
    };
    const added = await visitor.post(path, { ...typed, row: 'add' });
    expect(added.status).toBe(200);
    expect(added.html).toContain('value="Щойно написане"');
    expect(added.html).toContain('name="criteria[1][title]"');
    expect(added.html).toContain('name="criteria[1][key]" value="criterion-2"');
    expect(added.html).toMatch(/name="passingHundredths"[^>]*value="7"/);
    const removed = await visitor.post(path, { ...typed, row: 'remove:0' });
    expect(removed.html).not.toContain('Щойно написане');
  });

  it('say at the field what is wrong and keep everything', async () => {
    const visitor = await its.signedIn(its.officer);
    const path = `${await create(visitor)}/settings/criteria`;
    const answer = await fill(visitor, path, {
      'criteria[0][key]': 'aim',
      'criteria[0][title]': 'Мета',
      'criteria[0][maxPoints]': '5',
      'criteria[0][guidance]': '9 — забагато',
    });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('href="#criteria[0][guidance]"');
    expect(answer.text).toContain('Приберіть бали, вищі за найвищий бал');
    expect(answer.html).toContain('9 — забагато');
  });

  it('open in both languages', async () => {
    const visitor = await its.signedIn(its.officer);
    const own = await create(visitor);
    const sections = [
      'basics',
      'money',
      'participation',
      'priorities',
      'target-groups',
      'calendar',
      'criteria',
      'scoring',
      'contacts',
      'rules',
    ];
    const paths = [
      own,
      `${own}/preview`,
      '/organiser/competitions',
      `${own}/rules/csoShare`,
      `${own}/rules/announcementDeadline`,
    ];
    for (const path of [...paths, ...sections.map((section) => `${own}/settings/${section}`)])
      for (const prefix of ['', '/en']) {
        const { status, text } = await visitor.get(`${prefix}${path}`);
        expect([path, status]).toEqual([path, 200]);
        expect(text).not.toMatch(/competitions:|terms:/);
      }
    expect((await visitor.get(`${own}/settings/nothing`)).status).toBe(404);
    expect((await visitor.get(`${own}/rules/nothing`)).status).toBe(404);
  });
});
