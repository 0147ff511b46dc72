import { hashPassword } from '#libs/identity';
import { actScene, type ActScene } from '../support/act-scene.js';
import { Journey, scene } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { P7S } from '../support/signature-file.js';
import { World } from '../support/world.js';

const [WRONG, RIGHT] = ['Олена Кравесь', 'Олена Кравець'];
const SLIP = 'Описка в прізвищі контактної особи';
const WHY = 'На скані видно домашню адресу учасниці.';
const pdf = (name: string, words: string) => ({
  ...{ name, mimeType: 'application/pdf' },
  buffer: Buffer.from(`%PDF-1.4\n% ${words}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF`),
});
const SCAN = pdf('Скан наказу.pdf', 'scan');
const REDACTED = pdf('Скан без адреси.pdf', 'redacted');
const KEP = { name: 'Наказ.pdf.p7s', mimeType: 'application/pkcs7-signature', buffer: P7S };
const FORMS = { system: 'Підтверджено в системі', paper: 'Підписано на папері', kep: 'КЕП' };

let journey: Journey;
let world: World;
let of: ActScene;
let officer: Person;
let applicant: Person;
let visitor: Person;
let announcement: string;
/** Address of the scan, as the public had it. */
let scan: string;

/** The announcement is out with a slip in a name; its order was confirmed in the system. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-10-20T12:00:00+03:00' });
  world = await World.open();
  const password_hash = await hashPassword(PASSWORD);
  const slip = { contact_name: WRONG, contact_phone: '+380500000009', order_number: '77-од', order_on: '2020-10-01' };
  of = await actScene(world, { password_hash }, slip);
  await world.rows('update identity.person set password_hash = $1', [password_hash]);
  await world.application(of.id, of.who.organisationId, { state: 'draft', created_by: of.who.actor.personId });
  announcement = `/competitions/${of.code}`;
  officer = await journey.signedIn(of.officer.email);
  applicant = await journey.signedIn(of.who.actor.email);
  visitor = await journey.person('visitor@people.example');
});
afterAll(async () => {
  await world?.close();
  await journey?.end();
});

/** How the order is signed, as everybody reads it. */
async function isSigned(form: keyof typeof FORMS, number = '77-од'): Promise<void> {
  await visitor.open(announcement);
  const mark = visitor.page.locator('.paper-mark').filter({ hasText: `Номер у системі: ${number}` });
  const tags = (await mark.locator('.tag').allInnerTexts()).map((text) => text.trim());
  expect(tags).toEqual(form === 'kep' ? [FORMS.kep, 'не перевірено'] : [FORMS[form]]);
}

async function attaches(
  form: 'paper' | 'kep',
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await officer.tick(FORMS[form]);
  await officer.attach('Файл підпису або скан', file);
  await officer.press('Додати підпис');
  expect(await officer.errors()).toEqual([]);
  await officer.reads('Підпис додано', file.name);
}

async function fetched(person: Person, path: string): Promise<{ status: number; body: Buffer }> {
  const answer = await person.context.request.get(new URL(path, journey.system.url).href);
  return { status: answer.status(), body: await answer.body() };
}

describe('a slip in the announcement', () => {
  scene('rules are not offered, their act is named; what was typed stays when something is missing', async () => {
    await officer.open(`/organiser/competitions/${of.id}`);
    await officer.follow('Виправити опубліковане');
    await officer.reads('Кошти, строки й критерії виправленням не змінюють', 'Для обсягу коштів', 'є акти');
    await officer.press('Опублікувати виправлення');
    expect(await officer.errors()).toHaveLength(5);
    await officer.fillAll({
      Правильно: RIGHT,
      'Чому виправлено': SLIP,
      'Номер акта': '18-од',
      'Дата акта': '20.10.2020',
    });
    await officer.press('Опублікувати виправлення');
    expect(await officer.errors()).toHaveLength(1);
    expect(await officer.valueOf('Правильно')).toBe(RIGHT);
    expect(await officer.valueOf('Чому виправлено')).toBe(SLIP);
  });

  scene('a name is mended by a correction with a number and an act', async () => {
    await officer.select('Що виправити', 'Оголошення: Контактна особа');
    await officer.press('Опублікувати виправлення');
    await officer.reads('Виправлення № 1', WRONG, RIGHT, SLIP, 'Акт № 18-од');
  });

  scene('everybody reads the right text with its mark, and the original beside it', async () => {
    await visitor.open(announcement);
    await visitor.reads(`${RIGHT} виправлено № 1`);
    await visitor.doesNotRead(WRONG);
    await visitor.follow('виправлено № 1');
    await visitor.reads(`Було написано ${WRONG}`, `Правильно ${RIGHT}`, SLIP);
    await visitor.open(`/en${announcement}/corrections`);
    await visitor.reads('Correction No. 1', WRONG, RIGHT, SLIP);
  });

  scene('whoever writes a proposal, and the commission, are told', async () => {
    for (const { email } of [of.who.actor, of.chair, of.expert]) {
      const { text } = await (await journey.person(email)).letter('иправлен');
      expect(text).toContain(RIGHT);
    }
  });

  scene('a second correction gets the next number and leaves the first as it is', async () => {
    await officer.open(`/organiser/competitions/${of.id}/corrections/new`);
    await officer.select('Що виправити', 'Оголошення: Телефон');
    const why = { 'Чому виправлено': 'Змінилася остання цифра', 'Номер акта': '19-од', 'Дата акта': '20.10.2020' };
    await officer.fillAll({ Правильно: '+380500000007', ...why });
    await officer.press('Опублікувати виправлення');
    await officer.reads('Виправлення № 2', '+380500000009', '+380500000007', 'Виправлення № 1', WRONG);
    await visitor.open(announcement);
    await visitor.reads(`${RIGHT} виправлено № 1`, '+380500000007 виправлено № 2', 'Усі виправлення: 2');
  });
});

describe('how the order is signed', () => {
  scene('confirmed in the system until something is added; a scan without a file is not taken', async () => {
    await isSigned('system');
    await officer.open(announcement);
    await officer.follow('Підпис, реєстрація, файли');
    await officer.tick(FORMS.paper);
    await officer.press('Додати підпис');
    expect(await officer.errors()).toEqual(['Оберіть файл підпису або скан']);
    await officer.attach('Файл підпису або скан', KEP);
    await officer.press('Додати підпис');
    expect(await officer.errors()).toHaveLength(1);
  });

  scene('the scan of the signed paper says «підписано на папері» to everybody, in both languages', async () => {
    await attaches('paper', SCAN);
    await isSigned('paper');
    scan = (await visitor.page.getByRole('link', { name: SCAN.name }).getAttribute('href'))!;
    expect(await fetched(visitor, scan)).toEqual({ status: 200, body: SCAN.buffer });
    await visitor.open(`/en${announcement}`);
    await visitor.reads('Signed on paper');
  });

  scene('its number in the office system stands beside ours', async () => {
    await officer.fillAll({ 'Номер у СЕД': '01-12/3', 'Дата в СЕД': '25.10.2020' });
    await officer.press('Зберегти номер');
    expect(await officer.errors()).toEqual(['Дата в СЕД не може бути пізнішою за сьогодні']);
    await officer.fill('Дата в СЕД', '19.10.2020');
    await officer.press('Зберегти номер');
    await officer.reads('Номер у СЕД збережено', 'у СЕД: № 01-12/3 від 19 жовтня 2020 року');
    await isSigned('paper');
  });
});

describe('the scan shows where somebody lives', () => {
  scene('the officer withdraws it with a reason that everybody will read', async () => {
    await officer.open(announcement);
    await officer.follow('Підпис, реєстрація, файли');
    await officer.follow('Вилучити з публікації', { in: SCAN.name });
    await officer.press('Вилучити');
    expect(await officer.errors()).toHaveLength(2);
    await officer.fill('Причина', WHY);
    await officer.tick('Стерти');
    await officer.press('Вилучити');
    await officer.reads('Файл вилучено з публікації');
  });

  scene('its address answers 410 with the reason to everybody, in both languages', async () => {
    for (const person of [visitor, applicant, officer]) {
      expect((await fetched(person, scan)).status).toBe(410);
      await person.open(scan);
      await person.reads('вилучено з публікації', WHY);
      await person.open(`/en${scan}`);
      await person.reads('withdrawn', WHY);
    }
    await visitor.open(announcement);
    await visitor.reads(`Файл «${SCAN.name}» вилучено з публікації`, WHY);
    await visitor.follow(SCAN.name);
    await visitor.reads('вилучено з публікації', WHY);
  });

  scene('a scan without the address takes its place, and a КЕП is told apart from paper', async () => {
    await officer.open(announcement);
    await officer.follow('Підпис, реєстрація, файли');
    await attaches('paper', REDACTED);
    await isSigned('paper');
    expect(await visitor.file(REDACTED.name)).toEqual(REDACTED.buffer);
    await attaches('kep', KEP);
    await isSigned('kep');
    await visitor.reads(`${REDACTED.name} (${FORMS.paper})`, `${KEP.name} (${FORMS.kep})`);
  });

  scene('no page had a fault', async () => {
    expect(journey.check.faults).toEqual([]);
    expect(journey.check.pages).toBeGreaterThan(10);
  });
});
