import { hashPassword } from '#libs/identity';
import { newId } from '#libs/platform/database';
import { freezeRuleSet, presetRuleSet } from '#libs/terms';
import { Journey, scene } from '../support/journey.js';
import { refuseMail } from '../support/mailbox.js';
import { PASSWORD, type Person } from '../support/person.js';
import { receivingCompetition } from '../support/proposals.js';
import { World } from '../support/world.js';
import { fillCard, signUp, submit } from './applicant-work.js';
import { SHORE, SPADES, TITLE } from './cast.js';

const SPRING = 'Конкурс проєктів для сільських бібліотек';
const DRAFT = 'Насіння для шкільних теплиць';
const NAME = 'Громадська організація «Три лопати»';
const NEW_HEAD = 'Дяченко Ніна';
const HEAD = 'Ткач Ірина';
const EXTRACT = {
  name: 'Витяг.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
};
const WHY = 'Пошту, з якою ми працювали, закрив провайдер. Керівницю обрано знову, витяг додаю.';
const REASON = 'Доступ до пошти втрачено, витяг від 20 жовтня підтверджує повноваження.';
const LOST = SPADES.contact.email;
const CLAIMS = 'Право діяти від імені організацій';
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const WRITTEN = [NAME, SPADES.shortName, HEAD, LOST, SPADES.project, DRAFT, '93400', '111 22 33'];

let journey: Journey;
let world: World;
let springId: string;
let officer: Person;
let first: Person;
let second: Person;
/** Addresses of what the first one has: the card, the submitted proposal, the draft, the claims. */
let card: string;
let submitted: string;
let draft: string;
const claims: string[] = [];

/** An authority receives proposals in two competitions; a person of another organisation has an account. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-10-12T10:00:00+03:00' });
  world = await World.open();
  const password_hash = await hashPassword(PASSWORD);
  const { id: organiserId } = await world.organiser();
  const { ruleSet, sha256 } = freezeRuleSet(presetRuleSet('1049-2020'));
  const rules = { rule_set: JSON.stringify(ruleSet), rule_set_sha256: sha256 };
  const spring = { title: SPRING, closes_at: new Date('2020-10-15T15:00:00Z') };
  springId = (await receivingCompetition(world, organiserId, { ...rules, ...spring })).id;
  await receivingCompetition(world, organiserId, { ...rules, title: TITLE });
  const { id: elsewhere } = await world.organisation({ edrpou: SHORE.edrpou });
  const clerk = await world.person([{ role: 'officer', scopeKind: 'organiser', scopeId: organiserId }], {
    password_hash,
  });
  const names = { family_name: 'Дяченко', given_name: 'Ніна', patronymic: null };
  const nina = await world.person([{ role: 'applicant', scopeKind: 'organisation', scopeId: elsewhere }], {
    ...names,
    password_hash,
  });
  [officer, second] = [await journey.signedIn(clerk.email), await journey.signedIn(nina.email)];
});
afterAll(async () => {
  await refuseMail(0);
  await world?.close();
  await journey?.end();
});

/** From the list of competitions to the contents of an empty proposal. */
async function begin(person: Person, competition: string): Promise<void> {
  await person.open('/competitions');
  await person.follow(competition);
  await person.press('Подати конкурсну пропозицію');
  await person.press('Почати пропозицію');
  await person.reads('НЕ ПОДАНО');
}

async function writeAbout(person: Person, title: string): Promise<void> {
  await person.follow('Назва, пріоритет і строки');
  await person.fillAll({
    'Назва проєкту': title,
    'Початок проєкту': '01.02.2021',
    'Завершення проєкту': '31.10.2021',
  });
  await person.tick('Молодь');
  await person.press('Зберегти й далі');
}

async function writeTheRest(person: Person): Promise<void> {
  await person.fill('Яку проблему?', 'Бібліотеки зачинено.');
  await person.press('Зберегти й далі');
  await person.select('Місяць', 'березень 2021', { in: 'Захід 1' });
  await person.fill('Що буде зроблено', 'Закупівля книжок', { in: 'Захід 1' });
  await person.press('Зберегти й далі');
  const line = { 'Назва витрати': 'Книжки', Кількість: '100', 'Ціна за одиницю, грн': '400' };
  const shares = { 'Кошти конкурсу, грн': '30000', 'Власний внесок, грн': '10000' };
  await person.fillAll({ ...line, ...shares }, { in: 'Рядок 1' });
  await person.press('Зберегти й далі');
  for (const [place, what] of Object.entries({ 'Показник 1': 'Читачі', 'Показник 2': 'Задоволені батьки' }))
    await person.fillAll({ 'Що вимірюємо': what, 'Як буде': '60', 'Чим підтвердите': 'Журнал' }, { in: place });
  await person.press('Зберегти й до змісту');
  await person.follow('Перевірити й подати');
}

describe('the right to act for an organisation whose mailbox is lost', () => {
  scene('a newcomer names the code, acts at once, and is marked as not verified', async () => {
    first = await signUp(journey, SPADES);
    await fillCard(first, SPADES);
    card = first.path;
    await first.reads(NAME, 'Право діяти не перевірено');
    await begin(first, SPRING);
    await writeAbout(first, SPADES.project);
    await writeTheRest(first);
    await submit(first);
    submitted = first.path;
  });

  scene('she adds the extract; while the proposals are sealed the officer is told nothing', async () => {
    await first.open(card);
    await first.follow('Додати витяг з ЄДР');
    await first.fillAll({ 'Повна назва за витягом': NAME, 'Керівник за витягом': HEAD });
    await first.press('Надіслати витяг');
    expect(await first.errors()).toEqual(['Додайте файл витягу з ЄДР']);
    expect(await first.valueOf('Повна назва за витягом')).toBe(NAME);
    await first.attach('Файл витягу', EXTRACT);
    await first.press('Надіслати витяг');
    await first.reads('Витяг додано');
    await officer.open('/claims');
    await officer.doesNotRead(HEAD, SPADES.shortName);
  });

  scene('the proposals are opened: the officer looks at the extract and verifies the right', async () => {
    await journey.timeIs('16.10.2020 09:00');
    await officer.open(`/organiser/competitions/${springId}`);
    await officer.press('Відкрити пропозиції');
    await officer.open('/desk');
    await officer.follow('Перевірити право діяти: 1 заява');
    await officer.follow(HEAD);
    await officer.reads('Назва й керівник у картці та у витягу збігаються');
    expect(await officer.file('Відкрити витяг')).toEqual(EXTRACT.buffer);
    claims.push(officer.path);
    await officer.tick('Підтвердити право діяти');
    await officer.press('Прийняти рішення');
    await officer.reads('Перевірено');
    await first.letter('Ваше право діяти від імені організації підтверджено');
    await first.open(card);
    await first.reads('Ваше право діяти від імені організації перевірено');
  });

  scene('she begins a proposal in the next competition; then her mailbox is lost', async () => {
    await begin(first, TITLE);
    draft = first.path;
    await writeAbout(first, DRAFT);
    await refuseMail(null, { code: 550, to: LOST });
  });

  scene('another person asks for the right by the same code, and is answered alike for any code', async () => {
    await second.open('/claims/new');
    await second.fillAll({ 'Код ЄДРПОУ': SPADES.edrpou, 'Посада в організації': 'голова правління' });
    await second.tick('Доступ до пошти, з якою ми працювали, втрачено');
    await second.press('Надіслати заяву');
    expect(await second.errors()).toEqual(['Поясніть, що сталося']);
    await second.fill('Пояснення', WHY);
    await second.fill('Керівник за витягом', NEW_HEAD);
    await second.attach('Файл витягу', EXTRACT);
    await second.press('Надіслати заяву');
    await second.reads('Про рішення Ви отримаєте лист', SPADES.edrpou, 'У посадової особи');
  });

  scene('before the decision the second one learns nothing: no names, no drafts, no counts', async () => {
    for (const path of ['/claims/mine', '/desk', '/account', '/applications', '/notices', '/competitions']) {
      await second.open(path);
      expect([path, await written(second)]).toEqual([path, []]);
    }
    await officer.open('/claims');
    await officer.follow(NEW_HEAD);
    claims.push(officer.path);
    const doors = [card, `${card}/card`, draft, submitted, ...claims.map((one) => `${one}/answer`)];
    for (const path of doors) expect([path, await answer(second, path)]).toEqual([path, await madeUp(path, 404)]);
    // The doors of officers are closed to her alike, whether there is a claim or not.
    for (const path of claims) expect([path, await answer(second, path)]).toEqual([path, await madeUp(path, 403)]);
  });

  scene('the officer reads the reason beside who acts now, and lets the new one replace the old', async () => {
    await officer.open('/claims');
    expect(await officer.row(CLAIMS, HEAD)).toContain('Перевірено');
    expect(await officer.row(CLAIMS, NEW_HEAD)).toContain('Не перевірено');
    await officer.follow(NEW_HEAD);
    await officer.reads('Втрачено доступ до пошти', WHY, `${HEAD}, ${LOST}`, 'відповідей ще немає');
    await officer.tick('Надати право замість когось');
    await officer.press('Прийняти рішення');
    expect(await officer.errors()).toHaveLength(2);
    await officer.tick(`${HEAD}, ${LOST}`);
    await officer.tick(`Записати в картку керівника за витягом: ${NEW_HEAD}`);
    await officer.fill('Причина', REASON);
    await officer.press('Прийняти рішення');
    await officer.reads('Рішення прийнято', 'витяг з ЄДР', REASON);
  });

  scene('the new one is told, finds everything that was written, and submits the draft', async () => {
    await second.letter('Ваше право діяти від імені організації підтверджено');
    await second.open(card);
    await second.reads(NAME, NEW_HEAD);
    await second.doesNotRead(`${HEAD} ${LOST}`);
    await second.open('/applications');
    await second.reads(SPADES.project, DRAFT);
    await second.follow(DRAFT);
    await writeAbout(second, DRAFT);
    await writeTheRest(second);
    await submit(second);
    await second.reads('Пропозицію прийнято');
  });

  scene('the old one has lost the right, and reads why where no mailbox is needed', async () => {
    // She acts for nobody now: the doors of applicants are closed, and her proposals are as if they were not there.
    const closed: [string, number][] = [
      [card, 403],
      [submitted, 403],
      [draft, 404],
    ];
    for (const [path, status] of closed) expect([path, (await answer(first, path)).status]).toEqual([path, status]);
    await first.open('/notices');
    await first.follow('Ваше право діяти від імені організації припинено');
    await first.reads(REASON);
  });

  scene('no page had a fault', async () => {
    expect(journey.check.faults).toEqual([]);
    expect(journey.check.pages).toBeGreaterThan(20);
  });
});

/** Words of the first one that stand anywhere in the page, unseen parts too. */
async function written(person: Person): Promise<string[]> {
  const html = await person.page.content();
  return WRITTEN.filter((words) => html.includes(words));
}

async function answer(person: Person, path: string): Promise<{ status: number; words: string }> {
  const response = await person.page.goto(new URL(path, journey.system.url).href);
  return { status: response!.status(), words: (await person.text()).replace(ID, '') };
}

/** What the second one gets at an address of the same form behind which there is nothing. */
async function madeUp(path: string, status: number): Promise<{ status: number; words: string }> {
  const got = await answer(second, path.replace(ID, newId()));
  expect([path, got.status]).toEqual([path, status]);
  return got;
}
