import { hashPassword } from '#libs/identity';
import { MeasureActivities } from '#libs/measures';
import {
  AdvanceCompetition,
  competitionById,
  competitionSettings,
  CreateCompetition,
  SaveSettings,
  type SettingsChange,
} from '#libs/competitions';
import type { Actor } from '#libs/platform/access';
import { addDays, kyivDay, kyivInstant } from '#libs/platform/clock';
import { newId } from '#libs/platform/database';
import { Sweeper } from '#libs/platform/jobs';
import { Ports } from '#libs/platform/ports';
import { isUntouched } from '#libs/terms';
import { startApp, type TestApp } from '../support/app.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

const PASSWORD = 'три лопати біля хати';
const ANNOUNCED = kyivInstant('2020-10-05', '09:00');
const CLOSES = kyivInstant('2020-11-05', '18:00');

let app: TestApp;
let world: World;
let organiser: { id: string; slug: string };
let neighbour: { id: string; slug: string };
let officer: Actor;
let stranger: Actor;
let director: Actor;
let measureId: string;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  const password_hash = await hashPassword(PASSWORD);
  organiser = await world.organiser();
  neighbour = await world.organiser();
  const staff = (role: string, scopeId: string) => [{ role, scopeKind: 'organiser' as const, scopeId }];
  officer = await world.person(staff('officer', organiser.id), { password_hash });
  director = await world.person(staff('director', organiser.id), { password_hash });
  stranger = await world.person(staff('officer', neighbour.id), { password_hash });
  measureId = await addMeasure('1.1');
});
afterAll(async () => {
  await world.close();
  await app.close();
});

async function addMeasure(number: string): Promise<string> {
  const [planId, directionId, id] = [newId(), newId(), newId()];
  await world.insert('measures.plan', {
    id: planId,
    organiser_id: organiser.id,
    organiser_slug: organiser.slug,
    organiser_name: 'Департамент',
    year: 2020,
    title: 'План заходів',
    approved_by_position: 'Голова',
    approved_by_name: 'С. Гайдай',
    approved_on: '2019-12-20',
    signed_by_position: 'Директор',
    signed_by_name: 'О. Прізвище',
    source_sha256: '0'.repeat(64),
    imported_at: ANNOUNCED,
  });
  await world.insert('measures.direction', { id: directionId, plan_id: planId, number: 1, title: 'Напрям' });
  await world.insert('measures.measure', {
    id,
    plan_id: planId,
    direction_id: directionId,
    number,
    position: 1,
    title: 'Проведення конкурсу проєктів',
    deadline_text: 'IV квартал',
    deadline: JSON.stringify({ kind: 'quarter', quarter: 4 }),
  });
  return id;
}

/** Everything an announcement on 05.10.2020 needs beside what the rule set gives. */
const WHOLE: SettingsChange = {
  purpose: 'Підтримати громадські ініціативи',
  budgetProgramme: 'КПКВК 2310180',
  potKop: 60_000_000,
  capKop: 6_000_000,
  priorities: [{ title: 'Молодь', description: '' }],
  supportedActivities: ['Навчання'],
  announcedOn: '2020-10-05',
  lateAnnouncementReason: 'Зміни до програми набрали чинності 01.10.2020',
  opensAt: kyivInstant('2020-10-06', '09:00'),
  closesAt: CLOSES,
  scoringFrom: kyivInstant('2020-11-16', '09:00'),
  scoringUntil: kyivInstant('2020-11-27', '18:00'),
  decisionUntil: '2020-12-11',
  projectsFrom: '2021-01-15',
  projectsUntil: '2021-12-10',
};

async function draft(actor = officer, organiserId = organiser.id, title = 'Конкурс проєктів'): Promise<string> {
  const ctx = await app.ctx(actor, ANNOUNCED);
  return app.get(CreateCompetition).execute(ctx, { organiserId, measureId, title, announcedOn: '2020-10-05' });
}

async function save(id: string, change: SettingsChange, actor = officer, version?: number): Promise<void> {
  const current = (await competitionById(app.db, id)).version;
  await app.get(SaveSettings).execute(await app.ctx(actor, ANNOUNCED), id, version ?? current, change);
}

const step = async (id: string, action: 'publish' | 'open-proposals', at: Date, actor = officer): Promise<void> =>
  app.get(AdvanceCompetition).execute(await app.ctx(actor, at), id, action);

/** Seven members with a chair and a secretary: what the announcement needs from the evaluation (rule 29). */
async function appointCommission(scopeId: string): Promise<void> {
  const roles = ['commission-chair', 'commission-secretary', ...Array<string>(5).fill('commission-member')];
  for (const role of roles) await world.person([{ role, scopeKind: 'competition', scopeId }]);
}

async function announced(actor = officer, organiserId = organiser.id): Promise<string> {
  const id = await draft(actor, organiserId);
  await save(id, WHOLE, actor);
  await appointCommission(id);
  await step(id, 'publish', ANNOUNCED, actor);
  return id;
}

async function signedIn(actor: Actor): Promise<Visitor> {
  const visitor = new Visitor(app);
  await visitor.get('/sign-in');
  await visitor.post('/sign-in', { email: actor.email, password: PASSWORD });
  return visitor;
}

const factsOf = (id: string): Promise<{ kind: string }[]> =>
  world.rows('select name as kind from facts.fact where subject_id = $1 and name like $2 order by id', [id, 'competitions.%']);

describe('creating', () => {
  it('rule 2: takes the preset of the announcement day and its values', async () => {
    const settings = await competitionSettings(app.db, await draft());
    expect(settings).toMatchObject({
      state: 'draft',
      ruleSetKey: '1049-2020',
      budgetYear: 2021,
      ownShareHundredths: 1500,
      applicationsPerOrganisationMax: 1,
      admittedLegalForms: ['public-association', 'separate-unit', 'creative-union'],
      scoringMode: 'every-member',
      passingHundredths: 1000,
      tieOrder: [
        'criterion:aim',
        'criterion:results',
        'criterion:efficiency',
        'criterion:capacity',
        'submitted-earlier',
      ],
      contactName: 'Олена Кравець',
    });
    expect(settings.criteria.map(({ key, maxPoints }) => [key, maxPoints])).toEqual([
      ['aim', 5],
      ['results', 5],
      ['efficiency', 5],
      ['capacity', 5],
    ]);
    expect(settings.form.sections.length).toBe(3);
  });

  it('is for the officer of that authority', async () => {
    await expect(draft(stranger)).rejects.toMatchObject({ kind: 'forbidden', code: 'competitions.officer-only' });
    await expect(draft(director)).rejects.toMatchObject({ kind: 'forbidden', code: 'competitions.officer-only' });
  });
});

describe('settings', () => {
  it('may be left half-done and are kept as they are', async () => {
    const id = await draft();
    await save(id, { potKop: 100, capKop: null });
    expect(await competitionById(app.db, id)).toMatchObject({ potKop: 100, capKop: null, version: 2 });
  });

  it('refuse a stale form', async () => {
    const id = await draft();
    await save(id, { potKop: 100 });
    await expect(save(id, { potKop: 200 }, officer, 1)).rejects.toMatchObject({ code: 'competitions.stale' });
    expect((await competitionById(app.db, id)).potKop).toBe(100);
  });

  it('let only one of two saves of the same version through', async () => {
    const id = await draft();
    const results = await Promise.allSettled([
      save(id, { potKop: 1 }, officer, 1),
      save(id, { potKop: 2 }, officer, 1),
      save(id, { potKop: 3 }, officer, 1),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect((await competitionById(app.db, id)).version).toBe(2);
  });

  it('put the cap above the pot back at its field', async () => {
    const id = await draft();
    await expect(save(id, { potKop: 100, capKop: 101 })).rejects.toMatchObject({
      fields: [{ field: 'capKop', code: 'competitions.cap-over-pot' }],
    });
  });

  it('rule 1: are refused after the announcement, also in the database', async () => {
    const id = await announced();
    await expect(save(id, { potKop: 1 })).rejects.toMatchObject({ kind: 'forbidden', code: 'competitions.frozen' });
    await expect(world.rows(`update competitions.competition set rule_set = '{}' where id = $1`, [id])).rejects.toThrow(
      'frozen',
    );
    await expect(world.rows(`update competitions.competition set state = 'draft' where id = $1`, [id])).rejects.toThrow(
      'frozen',
    );
  });
});

describe('the announcement', () => {
  it('rule 18: is refused while something is missing', async () => {
    const id = await draft();
    await expect(step(id, 'publish', ANNOUNCED)).rejects.toMatchObject({ code: 'competitions.settings-missing' });
    expect(await factsOf(id)).toEqual([{ kind: 'competitions.created' }]);
  });

  it('rule 1: freezes the rules with a hash, gives a code, records the fact in the chain', async () => {
    const id = await announced();
    const one = await competitionById(app.db, id);
    expect(one).toMatchObject({ state: 'announced', announcedOn: '2020-10-05', publishedAt: ANNOUNCED });
    expect(isUntouched({ ruleSet: one.ruleSet!, sha256: one.ruleSetSha256! })).toBe(true);
    expect(one.ruleSet!.slots.receptionMinDays.value).toBe(30);
    expect(await factsOf(id)).toEqual([
      { kind: 'competitions.created' },
      { kind: 'competitions.settings-saved' },
      { kind: 'competitions.announced' },
    ]);
  });

  it('gives every competition a code of its own, also to two authorities at once', async () => {
    const ids = await Promise.all([draft(), draft(stranger, neighbour.id), draft(), draft(stranger, neighbour.id)]);
    const actors = [officer, stranger, officer, stranger];
    for (const [index, id] of ids.entries()) {
      await save(id, WHOLE, actors[index]);
      await appointCommission(id);
    }
    await Promise.all(ids.map((id, index) => step(id, 'publish', ANNOUNCED, actors[index])));
    const codes = await Promise.all(ids.map(async (id) => (await competitionById(app.db, id)).code));
    expect(new Set(codes).size).toBe(4);
    expect(codes.every((code) => /^1\.1-2021(-\d+)?$/.test(code!))).toBe(true);
  });

  it('is made once when two press the button together', async () => {
    const id = await draft();
    await save(id, WHOLE);
    await appointCommission(id);
    const results = await Promise.allSettled([step(id, 'publish', ANNOUNCED), step(id, 'publish', ANNOUNCED)]);
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect((await factsOf(id)).filter(({ kind }) => kind === 'competitions.announced').length).toBe(1);
  });
});

describe('the door', () => {
  it('rule 16: proposals are opened only after the closing second', async () => {
    const id = await announced();
    const refusal = { code: 'competitions.reception-open' };
    await expect(step(id, 'open-proposals', CLOSES)).rejects.toMatchObject(refusal);
    await expect(step(id, 'open-proposals', new Date(CLOSES.getTime() + 999))).rejects.toMatchObject(refusal);
    await step(id, 'open-proposals', new Date(CLOSES.getTime() + 1_000));
    expect((await competitionById(app.db, id)).state).toBe('admission');
  });

  it('is said to be closed once, however often the sweep passes', async () => {
    const id = await announced();
    await app.get(Sweeper).pass();
    await app.get(Sweeper).pass();
    const kinds = (await factsOf(id)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'competitions.reception-closed')).toEqual(['competitions.reception-closed']);
  });
});

describe('another authority', () => {
  it('sees no draft, cannot save, cannot announce', async () => {
    const id = await draft(officer, organiser.id, 'Таємна чернетка');
    await expect(save(id, { potKop: 1 }, stranger)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(step(id, 'publish', ANNOUNCED, stranger)).rejects.toMatchObject({ kind: 'not-found' });
    const visitor = await signedIn(stranger);
    for (const path of ['', '/preview', '/settings/basics', '/settings/criteria', '/settings/rules'])
      expect((await visitor.get(`/organiser/competitions/${id}${path}`)).status).toBe(404);
    const list = await visitor.get('/organiser/competitions');
    expect([list.status, list.text.includes('Таємна чернетка')]).toEqual([200, false]);
    expect((await (await signedIn(officer)).get('/organiser/competitions')).text).toContain('Таємна чернетка');
  });

  it('cannot run an announced competition that it can read', async () => {
    const id = await announced();
    await expect(step(id, 'open-proposals', new Date(CLOSES.getTime() + 1_000), stranger)).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'competitions.officer-only',
    });
    expect((await (await signedIn(stranger)).get(`/organiser/competitions/${id}`)).status).toBe(403);
  });
});

describe('the public', () => {
  it('reads announcements and never drafts', async () => {
    const hidden = await draft(officer, organiser.id, 'Таємна чернетка');
    const id = await announced();
    const { code } = await competitionById(app.db, id);
    const visitor = new Visitor(app);
    const show = await visitor.get(`/competitions/${code}`);
    expect(show.status).toBe(200);
    for (const words of [
      '600 000,00 грн',
      'КПКВК 2310180',
      'Молодь',
      'Навчання',
      '1.1. Проведення',
      'не підтверджено',
    ])
      expect(show.text).toContain(words);
    for (const group of ['open', 'soon', 'in-work', 'decided'])
      expect((await visitor.get(`/competitions?group=${group}`)).text).not.toContain('Таємна чернетка');
    expect((await visitor.get('/competitions?group=in-work')).text).toContain('Конкурс проєктів');
    expect((await visitor.get(`/competitions/${hidden}`)).status).toBe(404);
    expect((await visitor.get(`/organiser/competitions/${hidden}`)).status).not.toBe(200);
  });

  it('gets the same as data', async () => {
    const { code } = await competitionById(app.db, await announced());
    const answer = await app.http.inject({ url: `/api/v1/competitions/${code}` });
    const body = answer.json() as Record<string, unknown>;
    expect(Object.keys(body).sort()).toEqual(
      [
        'budget',
        'calendar',
        'code',
        'contact',
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
        'title',
      ].sort(),
    );
    const list = (await app.http.inject({ url: '/api/v1/competitions?group=in-work' })).json() as {
      competitions: { code: string }[];
    };
    expect(list.competitions.map((one) => one.code)).toContain(code);
  });

  it('finds announced competitions under their measure, drafts never', async () => {
    await draft(officer, organiser.id, 'Таємна чернетка');
    await announced();
    const activities = await Promise.all(
      app
        .get(Ports)
        .all(MeasureActivities)
        .map(async (port) => port.list(await app.ctx(), app.db, [measureId])),
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
    const form = { organiserId: organiser.id, title: 'Конкурс сторінками', measureId, announcedOn: today };
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

  it('take a competition from nothing to its announcement', async () => {
    const visitor = await signedIn(officer);
    const own = await create(visitor);
    expect((await visitor.get(own)).text).toContain('До оголошення лишил');
    const refused = await visitor.post(`${own}/steps/publish`, {});
    expect([refused.status, refused.text.includes('Оголосити конкурс ще не можна')]).toEqual([422, true]);

    const today = kyivDay((await app.ctx()).now);
    const sections: [string, Record<string, string>][] = [
      [
        'basics',
        { title: 'Конкурс сторінками', purpose: 'Мета', measureId, budgetYear: String(Number(today.slice(0, 4)) + 1) },
      ],
      ['money', { budgetProgramme: 'КПКВК', potKop: '600 000', capKop: '60000,00', ownShareHundredths: '12,5' }],
      ['priorities', { 'priorities[0][title]': 'Молодь', activities: 'Навчання\nТолоки' }],
      ['calendar', calendarFromToday(today)],
    ];
    for (const [section, fields] of sections) {
      const { status, text } = await fill(visitor, `${own}/settings/${section}`, fields);
      expect([section, status, text]).toEqual([section, 303, '']);
    }
    expect((await visitor.get(`${own}/preview`)).text).toContain('12,5 %');
    await appointCommission(own.split('/').pop()!);
    await visitor.get(own);
    const published = await visitor.post(`${own}/steps/publish`, {});
    expect([published.text, published.location]).toEqual(['', own]);
    expect((await visitor.get(own)).text).toContain('Умови затверджено');
    expect((await visitor.get(`${own}/settings/money`)).status).toBe(403);
    expect((await visitor.get('/competitions?group=soon')).text).toContain('Конкурс сторінками');
  });

  it('add, lift and remove rows without scripts, keeping what was typed', async () => {
    const visitor = await signedIn(officer);
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
    const visitor = await signedIn(officer);
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

  it('rule 3: let a person vouch for a value with name, day and link', async () => {
    const visitor = await signedIn(officer);
    const own = await create(visitor);
    const slot = `${own}/rules/receptionMinDays`;
    const { html } = await visitor.get(slot);
    const version = /name="version" value="(\d+)"/.exec(html)![1]!;
    const incomplete = await visitor.post(`${slot}/confirmation`, {
      version,
      by: 'Ірина Тесленко',
      on: '01.10.2020',
      link: 'акт',
    });
    expect(incomplete.status).toBe(422);
    const link = 'https://zakon.rada.gov.ua/laws/show/1049-2011-п';
    const done = await visitor.post(`${slot}/confirmation`, { version, by: 'Ірина Тесленко', on: '01.10.2020', link });
    expect(done.status).toBe(303);
    const { ruleSet } = await competitionById(app.db, own.split('/').pop()!);
    expect(ruleSet!.slots.receptionMinDays).toMatchObject({
      verified: true,
      verification: { by: 'Ірина Тесленко', on: '2020-10-01', link },
    });
    expect((await visitor.get(`${own}/settings/rules`)).text).toContain('Підтверджено: Ірина Тесленко');
  });

  it('open in both languages', async () => {
    const visitor = await signedIn(officer);
    const own = await create(visitor);
    const sections = [
      'basics',
      'money',
      'participation',
      'priorities',
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
