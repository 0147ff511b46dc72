import { newId } from '#libs/platform/database';
import { hashPassword } from '#libs/identity';
import { commission, submitted, type Commission, type Submitted } from '../support/commission.js';
import { Journey, scene } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { FORM, PDF, WHOLE, applicant } from '../support/proposals.js';
import { contentOf } from '../support/scoring-world.js';
import { World } from '../support/world.js';
import { ADMISSION } from './cast.js';
import { closeAndSign, openSession, voteFor } from './commission-work.js';

let journey: Journey;
let world: World;
let town: Commission;
let typist: Person;
let checker: Person;
let members: Person[];
let edrpou: string;
/** Came through the portal, with a flaw that can be mended. */
let online: Submitted;
let ngo: Person;

/** A call that receives proposals, two officers, a commission; an organisation that has never used the system. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-11-02T09:00:00+02:00' });
  world = await World.open();
  town = await commission(world, 7, { state: 'announced', form: JSON.stringify(FORM) });
  await world.insert('competitions.priority', {
    ...{ id: newId(), competition_id: town.competitionId, position: 1, title: 'Молодь', description: '' },
  });
  const second = await world.person([{ role: 'officer', scopeKind: 'organiser', scopeId: town.organiserId }]);
  const { organisationId } = await applicant(world);
  const [row] = await world.rows<{ edrpou: string }>('select edrpou from identity.organisation where id = $1', [
    organisationId,
  ]);
  edrpou = row!.edrpou;
  await submitOnline();
  await world.rows('update identity.person set password_hash = $1', [await hashPassword(PASSWORD)]);
  typist = await journey.signedIn(town.officer.email);
  checker = await journey.signedIn(second.email);
  ngo = await journey.signedIn(online.applicant.email!);
  members = [];
  for (const member of town.members) members.push(await journey.signedIn(member.email));
}, 300_000);
afterAll(async () => {
  await world?.close();
  await journey?.end();
});

async function submitOnline(): Promise<void> {
  const answers = JSON.stringify({ problem: 'Бібліотеки зачинено.' });
  const content = contentOf('Читають усі', 'Громадська спілка');
  const budget = { lines: WHOLE.lines, requestedKop: 3_000_000, ownKop: 1_000_000, totalKop: 4_000_000 };
  online = await submitted(world, town.competitionId, {
    ...{ title: 'Читають усі', answers, content: { ...content, budget } },
  });
  await world.insert('applications.budget_line', {
    ...{ id: newId(), application_id: online.id, position: 1, title: 'Книжки', unit: 'шт.', quantity: 100 },
    ...{ price_kop: 40_000, funded_kop: 3_000_000, own_kop: 1_000_000 },
  });
}

async function admit(title: string): Promise<void> {
  await typist.open(`${overview()}/admission`);
  await typist.follow(title);
  for (const check of ['Документи подано повністю', 'Відомості й заяви достовірні', 'Форму заповнено належно'])
    await typist.tick('Пройдено', { in: check });
  await typist.tick('Допустити до участі');
  await typist.fill('Обґрунтування', 'Недоліки не змінюють змісту.');
  await typist.press('Зберегти');
  expect(await typist.errors()).toEqual([]);
}

const overview = () => `/organiser/competitions/${town.competitionId}`;
const SENDER = 'ГО «Світанок», м. Кремінна, вул. Шкільна, 4';

describe('a proposal on paper, from the envelope to the admission', () => {
  scene('the operator registers the envelope and prints the receipt; nobody opens the scan', async () => {
    await typist.open(`${overview()}/envelopes`);
    await typist.follow('Зареєструвати конверт');
    await typist.fillAll({ 'Вхідний номер': '145/01-20', Надійшло: '02.11.2020 08:40', Відправник: SENDER });
    await typist.tick('Особисто');
    await typist.attach('Скан', { name: 'конверт.pdf', mimeType: 'application/pdf', buffer: PDF });
    await typist.press('Зареєструвати');
    expect(await typist.errors()).toEqual([]);
    await typist.waitsFor('Розписка (PDF)');
    await typist.reads('Запечатано', '145/01-20', SENDER, 'до розкриття він закритий для всіх');
    expect((await typist.file('Розписка (PDF)')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  scene('a second envelope comes too late, and is registered all the same', async () => {
    await journey.timeIs('06.11.2020 10:00');
    await checker.open(`${overview()}/envelopes/new`);
    await checker.fillAll({ 'Вхідний номер': '160/01-20', Надійшло: '06.11.2020 09:30', Відправник: 'Невідомо' });
    await checker.tick('Кур’єром');
    await checker.press('Зареєструвати');
    await checker.reads('Із запізненням', 'пропозицію не розглядають');
  });

  scene('after the opening act one person types it into the ordinary form', async () => {
    await typist.open(overview());
    await typist.press('Відкрити пропозиції');
    await typist.open(`${overview()}/envelopes`);
    await typist.follow(SENDER);
    await typist.follow('Почати введення');
    await typist.fill('ЄДРПОУ', edrpou);
    await typist.press('Знайти');
    await typist.press('Почати введення');
    await typist.reads('Ви вводите пропозицію з паперу');
    await typist.follow('Назва, пріоритет і строки');
    await typist.fillAll({ 'Назва проєкту': 'Світло в кожне вікно', 'Початок проєкту': '01.02.2021' });
    await typist.fill('Завершення проєкту', '30.11.2021');
    await typist.press('Зберегти й до змісту');
    await typist.follow('budget');
    await typist.fillAll({ 'Назва витрати': 'Лампи', Кількість: '100', 'Ціна за одиницю, грн': '400' });
    await typist.fillAll({ 'Кошти конкурсу, грн': '30000', 'Власний внесок, грн': '10000' });
    await typist.press('Зберегти й до змісту');
    expect(await typist.errors()).toEqual([]);
    await typist.follow('До конверта');
    await typist.press('Передати на перевірку');
    await typist.reads('Перевіряє інша особа, не та, що вводила.');
  });

  scene('another person compares it with the scan, gives it back once, and accepts', async () => {
    await checker.open(`${overview()}/envelopes`);
    await checker.follow(SENDER);
    await checker.follow('Звірити з папером');
    await checker.reads('Світло в кожне вікно', 'Лампи');
    await checker.fill('Що введено не так, як на папері', 'На папері «Світло у кожне вікно».');
    await checker.press('Повернути на доопрацювання');
    await typist.open(`${overview()}/envelopes`);
    await typist.follow(SENDER);
    await typist.reads('На папері «Світло у кожне вікно».');
    await typist.follow('До форми');
    await typist.follow('Назва, пріоритет і строки');
    await typist.fill('Назва проєкту', 'Світло у кожне вікно');
    await typist.press('Зберегти й до змісту');
    await typist.follow('До конверта');
    await typist.press('Передати на перевірку');
    await checker.open(`${overview()}/envelopes`);
    await checker.follow(SENDER);
    await checker.follow('Звірити з папером');
    await checker.press('Прийняти');
    await checker.reads('Прийнято до розгляду', 'така сама пропозиція, як усі');
  });

  scene('a flaw that can be mended opens one page to its applicant, and is re-checked once', async () => {
    await typist.open(`${overview()}/admission`);
    await typist.follow('Читають усі');
    await typist.follow('Повернути на доопрацювання');
    await typist.fill('Проблема', 'Скажіть, скільки бібліотек.');
    await typist.press('Повернути');
    await typist.reads('Повернуто на доопрацювання');
    await ngo.followsLetter(`Пропозицію № ${online.code} повернуто на доопрацювання`);
    await ngo.reads('Пропозицію повернуто на доопрацювання.', 'Відкрито лише розділи з недоліками');
    expect(await ngo.page.getByRole('link', { name: 'Кошторис', exact: true }).count()).toBe(0);
    await ngo.open(`/applications/${online.id}/budget`);
    await ngo.reads('Відкрито лише розділи з недоліками');
    expect(new URL(ngo.page.url()).pathname).toBe(`/applications/${online.id}`);
    await ngo.follow('Проблема');
    await ngo.fill('Яку проблему?', 'Зачинено сім бібліотек.');
    await ngo.press('Зберегти й до змісту');
    await ngo.follow('Перевірити й подати');
    await ngo.press('Подати нову версію');
    expect(await ngo.errors()).toEqual([]);
    await typist.open(`${overview()}/admission`);
    await typist.follow('Читають усі');
    await typist.tick('Недоліки усунено');
    await typist.press('Зберегти перевірку');
    await typist.follow('Що треба виправити і що змінено');
    await typist.reads('Недоліки усунено', 'Скажіть, скільки бібліотек.', 'Зачинено сім бібліотек.');
  });

  scene('its flaws stand in the table of errors, and the commission decides about it', async () => {
    await typist.open(`${overview()}/flaws`);
    await typist.reads('Оберіть пріоритетне завдання', 'Повернути на доопрацювання або підготувати рішення');
    for (const title of ['Світло у кожне вікно', 'Читають усі']) await admit(title);
    await typist.open(`${overview()}/admission/session`);
    await typist.fillAll({ 'Дата і час': '09.11.2020 10:00', 'Місце або посилання': 'зала 12' });
    await typist.press('Скликати засідання');
    await journey.timeIs('09.11.2020 10:00');
    await openSession(members[1]!, ADMISSION, []);
    for (const member of members) await voteFor(member, ADMISSION);
    await closeAndSign(members[0]!, members[1]!, ADMISSION);
    await checker.open(`/competitions/${town.code}/admission`);
    await checker.reads('Світло у кожне вікно', 'Читають усі', 'Допущено');
  });

  scene('no page had a fault', async () => {
    expect(journey.check.faults).toEqual([]);
    expect(journey.check.pages).toBeGreaterThan(8);
  });
});
