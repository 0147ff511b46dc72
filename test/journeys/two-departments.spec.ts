import { startApp, type TestApp } from '../support/app.js';
import { CompetitionWorld } from '../support/competition-world.js';
import { Journey, scene } from '../support/journey.js';
import type { Person } from '../support/person.js';
import { World } from '../support/world.js';
import { attachStatute, prepareProposal, submit } from './applicant-work.js';
import { AUTHORITY, LIBRARY, TITLE } from './cast.js';

const SECOND = 'Департамент соціального захисту населення облдержадміністрації';
const [VETERANS, DISPLACED] = ['Ветерани війни та члени їхніх сімей', 'Внутрішньо переміщені особи'];
const PURPOSE = 'Підтримати людей, яким нині найважче, силами громад області.';
const NOBODY = 'Вкажіть, скільки людей охопить проєкт, хоча б для однієї цільової групи';
const REACHED = `${DISPLACED} – 120`;

let journey: Journey;
let app: TestApp;
let world: World;
let its: CompetitionWorld;
let overview: string;
let announcement: string;
let officer: Person;
/** Of the second department. */
let colleague: Person;
let visitor: Person;
let applicant: Person;

/** Measure 3.2 of the plan, two departments, and a draft of the first one. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-10-05T09:30:00+03:00' });
  [app, world] = [await startApp(), await World.open()];
  its = await CompetitionWorld.open(app, world);
  await world.rows('update identity.organiser set name = $2 where id = $1', [its.organiser.id, AUTHORITY]);
  await world.rows('update identity.organiser set name = $2 where id = $1', [its.neighbour.id, SECOND]);
  await world.rows(
    `update measures.measure set number = '3.2', title = 'Проведення конкурсу соціально значущих проєктів' where id = $1`,
    [its.measureId],
  );
  const id = await its.complete();
  const priorities = [{ title: 'Довкілля і зелені громади', description: '' }];
  await its.save(id, { title: TITLE, priorities, opensAt: new Date('2020-10-05T06:00:00Z') });
  overview = `/organiser/competitions/${id}`;
  officer = await journey.signedIn(its.officer.email);
  colleague = await journey.signedIn(its.stranger.email);
  visitor = await journey.person('visitor@people.example');
});
afterAll(async () => {
  await world?.close();
  await app?.close();
  await journey?.end();
});

const buttons = (person: Person, name: string): Promise<number> => person.page.getByRole('button', { name }).count();

describe('a competition of two departments', () => {
  scene('the officer names the second department; the joint order is asked for', async () => {
    await colleague.open('/organiser/competitions');
    await colleague.doesNotRead(TITLE);
    await officer.open(overview);
    await officer.follow('Назва, мета і захід плану');
    await officer.select('Співорганізатор', SECOND);
    await officer.press('Зберегти');
    await officer.reads('зазначте номер і дату спільного наказу');
    await officer.follow('Назва, мета і захід плану');
    await officer.fillAll({ 'Номер спільного наказу': '12/34', 'Дата спільного наказу': '01.10.2020' });
    await officer.press('Зберегти');
    await officer.doesNotRead('зазначте номер і дату спільного наказу');
  });

  scene('and the groups of people for whom the competition is held', async () => {
    await officer.follow('Цільові групи');
    await officer.reads('Групи не названо: конкурс для всіх');
    await officer.press('Додати цільову групу');
    await officer.press('Додати цільову групу');
    await officer.fill('Назва групи', VETERANS, { in: 'Група 1' });
    await officer.fill('Назва англійською', 'War veterans and their families', { in: 'Група 1' });
    await officer.press('Зберегти');
    expect(await officer.errors()).toEqual(['Назвіть цільову групу або вилучіть її']);
    expect(await officer.valueOf('Назва групи', { in: 'Група 1' })).toBe(VETERANS);
    await officer.fill('Назва групи', DISPLACED, { in: 'Група 2' });
    await officer.press('Зберегти');
    expect(await officer.errors()).toEqual([]);
  });

  scene('the second department sees the draft and helps to write it, but does not announce it', async () => {
    await colleague.open('/organiser/competitions');
    await colleague.follow(TITLE);
    await colleague.follow('Назва, мета і захід плану');
    await colleague.fill('Мета конкурсу', PURPOSE);
    await colleague.press('Зберегти');
    expect(await colleague.errors()).toEqual([]);
    await officer.open(overview);
    expect(await buttons(officer, 'Оголосити конкурс')).toBe(1);
    expect(await buttons(colleague, 'Оголосити конкурс')).toBe(0);
  });

  scene('the announcement names both departments, their order and the groups', async () => {
    await officer.press('Оголосити конкурс');
    await officer.follow('Сторінка оголошення');
    announcement = officer.path;
    await visitor.open(announcement);
    await visitor.reads(`${AUTHORITY} спільно з: ${SECOND}`, PURPOSE, '12/34', VETERANS, DISPLACED);
    await visitor.reads('3.2. Проведення конкурсу соціально значущих проєктів');
    await visitor.open(`/en${announcement}`);
    await visitor.reads('War veterans and their families', DISPLACED, 'A proposal chooses at least one group');
  });

  scene('a proposal that reaches nobody is not submitted, and says where to mend it', async () => {
    applicant = await prepareProposal(journey, LIBRARY);
    await applicant.press('Подати пропозицію');
    await applicant.reads(NOBODY);
    await applicant.follow(NOBODY);
    expect(await applicant.errors()).toEqual([NOBODY]);
    await applicant.fill(DISPLACED, 'сто');
    await applicant.press('Зберегти й до змісту');
    expect(await applicant.errors()).toHaveLength(1);
    expect(await applicant.valueOf(DISPLACED)).toBe('сто');
    await applicant.fill(DISPLACED, '120');
    await applicant.press('Зберегти й до змісту');
    expect(await applicant.errors()).toEqual([]);
  });

  scene('with the groups chosen it is submitted', async () => {
    await applicant.follow('Файли');
    await attachStatute(applicant);
    await applicant.follow('До змісту пропозиції');
    await applicant.follow('Перевірити й подати');
    await applicant.reads(REACHED);
    await applicant.doesNotRead(`${VETERANS} –`);
    await submit(applicant);
  });

  scene('the first department opens the proposals, and the second one reads them', async () => {
    await journey.timeIs('05.11.2020 18:01');
    await colleague.open(overview);
    expect(await buttons(colleague, 'Відкрити пропозиції')).toBe(0);
    await officer.open(overview);
    await officer.press('Відкрити пропозиції');
    await colleague.open(`${overview}/proposals`);
    await colleague.follow(LIBRARY.project);
    await colleague.reads(REACHED);
  });

  scene('no page had a fault', async () => {
    expect(journey.check.faults).toEqual([]);
    expect(journey.check.pages).toBeGreaterThan(10);
  });
});
