import { readSheet } from 'read-excel-file/node';
import { hashPassword } from '#libs/identity';
import { commission, submitted, type Commission } from '../support/commission.js';
import { Journey, scene } from '../support/journey.js';
import { readCsv } from '../support/list-check.js';
import { PASSWORD, type Person } from '../support/person.js';
import { World } from '../support/world.js';
import { ADMISSION } from './cast.js';
import { closeAndSign, openSession, voteFor } from './commission-work.js';

const ALL = 120;
/** Their statutes are missing. */
const REFUSED = ['Кіно на подвір’ї', 'Ярмарок ремесел', 'Спортивна осінь'];
const CHECKS = ['Документи подано повністю', 'Відомості й заяви достовірні', 'Форму заповнено належно'];

let journey: Journey;
let world: World;
let town: Commission;
let officer: Person;
let members: Person[];
let visitor: Person;

/** The proposals are there, as the officer has checked them day by day; from here on everybody sits before a browser. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-11-09T09:00:00+02:00' });
  world = await World.open();
  town = await commission(world, 7);
  for (let number = 1; number <= ALL - REFUSED.length; number += 1) {
    const title = number === 57 ? 'Сім’я читає разом' : `Бібліотечна весна у громаді ${number}`;
    const { id } = await submitted(world, town.competitionId, { title });
    await checkedBefore(id);
  }
  for (const title of REFUSED) await submitted(world, town.competitionId, { title });
  await world.rows('update identity.person set password_hash = $1', [await hashPassword(PASSWORD)]);
  officer = await journey.signedIn(town.officer.email);
  members = [];
  for (const member of town.members) members.push(await journey.signedIn(member.email));
  visitor = await journey.person('visitor@people.example');
}, 300_000);
afterAll(async () => {
  await world?.close();
  await journey?.end();
});

async function checkedBefore(applicationId: string): Promise<void> {
  for (const item of ['documents', 'statements', 'filling'])
    await world.insert('applications.admission_check', {
      ...{ application_id: applicationId, item, passed: true },
      ...{ checked_by: town.officer.personId, checked_at: new Date('2020-11-06T10:00:00Z') },
    });
}

/** Goes on with the key Tab until a link or a button with these words has the focus, and presses Enter. */
async function byKeyboard({ page }: Person, words: string): Promise<void> {
  const focused = () => page.evaluate('document.activeElement.textContent.trim()');
  for (let presses = 0; (await focused()) !== words; presses += 1) {
    if (presses > 300) throw new Error(`no way to «${words}» by keyboard`);
    await page.keyboard.press('Tab');
  }
  const loaded = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await loaded;
}

async function refuse(title: string): Promise<void> {
  await officer.follow(title);
  for (const check of CHECKS) await officer.tick('Пройдено', { in: check });
  await officer.tick('Не пройдено', { in: CHECKS[0]! });
  await officer.fill(`Що не так: ${CHECKS[0]}`, 'Немає статуту.');
  await officer.tick('Відмовити в допуску');
  await officer.select('Підстава відмови', 'Документи подано не в повному обсязі');
  await officer.fill('Обґрунтування', 'До пропозиції не додано статуту.');
  await officer.press('Зберегти');
  expect(await officer.errors()).toEqual([]);
}

describe('a list of 120 proposals, admitted in one session', () => {
  const list = () => `/organiser/competitions/${town.competitionId}/admission`;

  scene('the officer searches as one types, sorts, and turns the pages', async () => {
    await officer.open(list());
    await officer.reads('Знайдено 120 записів, показано з 1 до 25');
    await officer.fill('Номер, назва проєкту, організація або ЄДРПОУ', 'разом CIМЯ');
    await officer.press('Показати');
    await officer.reads('Знайдено 1 запис', 'Сім’я читає разом');
    await officer.follow('Скинути відбір');
    await officer.follow('Пропозиція');
    await officer.follow('Пропозиція');
    await officer.reads('Ярмарок ремесел');
    await officer.page.locator('.govuk-pagination').getByRole('link', { name: 'Наступна' }).click();
    await officer.page.waitForURL(/sort=-title&page=2/);
    await officer.reads('показано з 26 до 50');
  });

  scene('three without a statute are refused, each with its ground', async () => {
    for (const title of REFUSED) {
      await officer.open(list());
      await officer.fill('Номер, назва проєкту, організація або ЄДРПОУ', title.replace('’', '`'));
      await officer.press('Показати');
      await officer.reads('Знайдено 1 запис');
      await refuse(title);
    }
    await officer.open(list());
    await officer.select('Рішення', 'Пропонуємо відмовити');
    await officer.press('Показати');
    await officer.reads('Знайдено 3 записи', ...REFUSED);
  });

  scene('the rest is admitted in one act, by keyboard alone: first who it is, then the act', async () => {
    await officer.open(list());
    await byKeyboard(officer, 'Допустити всі, де перевірки пройдено');
    await officer.reads('Бібліотечна весна у громаді 1', 'Бібліотечна весна у громаді 117');
    await officer.doesNotRead(...REFUSED);
    await byKeyboard(officer, 'Підготувати допуск 117 пропозицій');
    await officer.reads('117', 'пропонуємо допустити', '3', 'пропонуємо відмовити');
    await byKeyboard(officer, 'Скликати засідання');
    await officer.fillAll({ 'Дата і час': '09.11.2020 10:00', 'Місце або посилання': 'зала 12' });
    await officer.press('Скликати засідання');
    expect(await officer.errors()).toEqual([]);
  });

  scene('the commission votes on all of them, and two signatures make it binding', async () => {
    await journey.timeIs('09.11.2020 10:00');
    const [chair, secretary] = [members[0]!, members[1]!];
    await openSession(secretary, ADMISSION, []);
    for (const member of members) await voteFor(member, ADMISSION);
    await closeAndSign(chair, secretary, ADMISSION);
  });

  scene('everybody reads the decisions, finds the refusals, and takes the whole list away', async () => {
    await visitor.open(`/competitions/${town.code}/admission`);
    await visitor.reads('Знайдено 120 записів', '117', 'допущено', '3', 'відмовлено');
    const whole = await readSheet(await visitor.file('XLSX'));
    expect(whole).toHaveLength(1 + ALL);
    await visitor.select('Рішення', 'Відмовлено');
    await visitor.press('Показати');
    await visitor.reads('Знайдено 3 записи', ...REFUSED, 'Документи подано не в повному обсязі');
    const refused = readCsv((await visitor.file('CSV')).toString('utf8'));
    expect(
      refused
        .slice(1)
        .map((line) => line[3])
        .sort(),
    ).toEqual([...REFUSED].sort());
    await visitor.follow('для друку');
    await visitor.reads('Відібрано:', 'Знайдено 3 записи', ...REFUSED);
  });

  scene('no page had a fault', async () => {
    expect(journey.check.faults).toEqual([]);
    expect(journey.check.pages).toBeGreaterThan(8);
  });
});
