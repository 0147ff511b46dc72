import type { Journey } from '../support/journey.js';
import type { Person } from '../support/person.js';
import { AUTHORITY, type Ngo, type Seat, type Somebody } from './cast.js';

/** What the administrator and the officer do on their pages. */

export async function addAuthority(admin: Person): Promise<void> {
  await admin.follow('Органи');
  await admin.reads('Жодного органу ще немає');
  await admin.follow('Додати орган');
  await admin.fillAll({
    'Повна назва органу': AUTHORITY,
    'Скорочена назва органу': 'Департамент',
    'Назва в адресах сторінок': 'masscom',
    'Код ЄДРПОУ': '98201121',
    'Населений пункт': 'м. Сєвєродонецьк',
    'Контактна особа': 'Ірина Тесленко, головна спеціалістка',
    Телефон: '+380 50 000 00 01',
    'Електронна пошта': 'konkurs@masscom.example',
    'Години роботи': 'пн–пт, 9:00–18:00',
  });
  await admin.press('Додати орган');
  await admin.reads('Орган додано. Тепер запросіть його працівників.', AUTHORITY);
}

export async function inviteStaff(admin: Person, who: Somebody, role: string, position: string): Promise<void> {
  await admin.open('/admin/people/new');
  await admin.fillAll({ 'Електронна пошта': who.email, Прізвище: who.familyName, 'Ім’я': who.givenName });
  await admin.tick(role);
  await admin.select('Організатор', AUTHORITY);
  await admin.fillAll({ Посада: position, 'Номер акта': '112-к', 'Дата акта': '09.01.2020' });
  await admin.press('Запросити');
  await admin.reads('Повноваження надано, людина отримає лист.', `${who.familyName} ${who.givenName}`);
}

/** Follows the invitation from the mail and sets a password. */
export async function accept(journey: Journey, { email }: Somebody): Promise<Person> {
  const person = await journey.person(email);
  await person.followsLetter('Запрошення до системи «Сприяння»');
  await person.setsPassword();
  await person.reads('Робочий стіл');
  return person;
}

/** The first administrator adds the authority and invites its officer and director. */
export async function foundAuthority(journey: Journey): Promise<{ officer: Person; director: Person }> {
  const printed = await journey.system.cli('create-admin', 'bezruk@portal.example', 'Безрук', 'Артем');
  const admin = await journey.person('bezruk@portal.example');
  await admin.open(/https?:\S+/.exec(printed)![0]);
  await admin.setsPassword();
  await addAuthority(admin);
  const iryna = { email: 'teslenko@masscom.example', familyName: 'Тесленко', givenName: 'Ірина' };
  const natalia = { email: 'horova@masscom.example', familyName: 'Горова', givenName: 'Наталія' };
  await inviteStaff(admin, iryna, 'Відповідальний працівник організатора', 'головна спеціалістка');
  await inviteStaff(admin, natalia, 'Керівник організатора', 'директорка департаменту');
  return { officer: await accept(journey, iryna), director: await accept(journey, natalia) };
}

/** Fills one section of the settings and comes back to the competition. */
async function section(officer: Person, name: string, fill: () => Promise<void>): Promise<void> {
  await officer.follow(name);
  await fill();
  await officer.press('Зберегти');
  expect(await officer.errors()).toEqual([]);
}

export async function fillSettings(officer: Person): Promise<void> {
  await section(officer, 'Назва, мета і захід плану', () =>
    officer.fill('Мета конкурсу', 'Підтримати громадські ініціативи, які роблять громади області зеленішими.'),
  );
  await section(officer, 'Кошти', () =>
    officer.fillAll({
      'Бюджетна програма': '2718450 «Сприяння розвитку громадянського суспільства»',
      'Загальний обсяг коштів': '60 000,00',
      'Найбільша сума для одного проєкту': '50 000,00',
      'Найменший власний внесок': '15',
    }),
  );
  await section(officer, 'Хто може взяти участь', () =>
    officer.fill('Скільки пропозицій може подати одна організація', '1'),
  );
  await fillPriorities(officer);
  await section(officer, 'Календар', () =>
    officer.fillAll({
      'День оголошення': '05.10.2020',
      'Чому конкурс оголошують пізніше': 'Кошти передбачено змінами до програми від 21.09.2020.',
      'Початок прийому пропозицій': '05.10.2020 09:00',
      'Кінець прийому пропозицій': '05.11.2020 18:00',
      'Початок оцінювання': '16.11.2020 09:00',
      'Кінець оцінювання': '30.11.2020 18:00',
      'Ухвалити рішення до': '18.12.2020',
      'Проєкти можуть починатися з': '15.01.2021',
      'Проєкти завершуються до': '30.11.2021',
    }),
  );
  await section(officer, 'Критерії оцінювання', () => officer.fill('Прохідний бал', '12'));
  await section(officer, 'Хто оцінює', () => officer.tick('Уся комісія'));
  await section(officer, 'Контакти і наказ', () =>
    officer.fillAll({
      'Номер наказу': '45',
      'Дата наказу': '01.10.2020',
      'Місце проведення': 'м. Сєвєродонецьк, просп. Центральний, 59, каб. 412',
      'Контактна особа': 'Ірина Тесленко',
      Телефон: '+380 50 000 00 01',
      'Електронна пошта': 'konkurs@masscom.example',
    }),
  );
  await givesWholeSums(officer);
  await adoptValues(officer);
}

/** The conditions name no partial award: who does not fit into the pot stays next in the rating. */
async function givesWholeSums(officer: Person): Promise<void> {
  const overview = officer.path;
  await officer.open(`${overview}/rules/partialAward`);
  await officer.tick('не передбачена');
  await officer.fill('Звідки це значення', 'Порядок проведення конкурсу, п. 12');
  await officer.press('Зберегти значення');
  await officer.open(overview);
}

/** What no act confirms is adopted by the order of the competition (rule 3). */
export async function adoptValues(officer: Person): Promise<void> {
  await officer.follow('Правила конкурсу');
  await officer.follow('Підтвердити або прийняти значення');
  await officer.follow('Позначити всі');
  await officer.press('Прийняти позначені');
  await officer.reads('прийнято наказом № 45 від 01.10.2020');
  await officer.follow('До конкурсу');
}

async function fillPriorities(officer: Person): Promise<void> {
  await officer.follow('Пріоритетні завдання');
  await officer.fill('Завдання', 'Довкілля і зелені громади', { in: 'Завдання 1' });
  await officer.fill('Види діяльності, які підтримує конкурс', 'Висадження дерев\nНавчання громад');
  await officer.press('Зберегти');
  expect(await officer.errors()).toEqual([]);
}

export async function appoint(officer: Person, member: Seat): Promise<void> {
  await officer.tick(member.role, { in: 'Роль' });
  await officer.fillAll({
    'Електронна пошта': member.email,
    Прізвище: member.familyName,
    'Власне ім’я': member.givenName,
    'Посада, як її друкуватимуть документи': member.isFromCivilSociety ? 'голова правління ГО' : 'головний спеціаліст',
    'Номер наказу': '87',
    'Дата наказу': '01.10.2020',
  });
  if (member.isFromCivilSociety) await officer.tick('Представляє інститут громадянського суспільства');
  await officer.press('Внести до складу');
  await officer.reads(`${member.familyName} ${member.givenName}`);
}

const DOCUMENTS = 'Документи подано повністю';

async function checkDocuments(officer: Person): Promise<void> {
  for (const check of [DOCUMENTS, 'Відомості й заяви достовірні', 'Форму заповнено належно'])
    await officer.tick('Пройдено', { in: check });
}

export async function proposeAdmission(officer: Person, { project }: Ngo): Promise<void> {
  await officer.follow(project);
  await officer.reads('Контрольна цифра правильна.', 'Просять 50 000,00 грн, дозволено до 50 000,00 грн.');
  await checkDocuments(officer);
  await officer.tick('Допустити до участі');
  await officer.press('Зберегти');
}

/** A refusal without its ground is not taken. */
export async function proposeRefusal(officer: Person, { project }: Ngo): Promise<void> {
  await officer.follow(project);
  await checkDocuments(officer);
  await officer.tick('Не пройдено', { in: DOCUMENTS });
  await officer.tick('Відмовити в допуску');
  await officer.press('Зберегти');
  expect(await officer.errors()).toContain('Оберіть підставу відмови.');
  await officer.fill(`Що не так: ${DOCUMENTS}`, 'Немає статуту.');
  await officer.select('Підстава відмови', 'Документи подано не в повному обсязі');
  await officer.fill('Обґрунтування', 'До пропозиції не додано статуту.');
  await officer.press('Зберегти');
}

/** Checks the documents of each and proposes to admit all of them in one act. */
export async function admitTogether(officer: Person, ngos: Ngo[]): Promise<void> {
  for (const { project } of ngos) {
    await officer.follow(project);
    await checkDocuments(officer);
    await officer.press('Зберегти');
  }
  await officer.follow('Допустити всі, де перевірки пройдено');
  await officer.reads(...ngos.map(({ project }) => project));
  await officer.press(`Підготувати допуск ${ngos.length} пропозицій`);
}

/** An order without number and confirmation is refused; with both it is signed. */
export async function signOrder(director: Person, number: string): Promise<void> {
  await director.press('Підписати наказ');
  expect(await director.errors()).toEqual(['Введіть номер наказу', 'Підтвердьте, що перевірили розподіл']);
  await director.fill('Номер наказу', number);
  await director.tick('Розподіл перевірено, його можна затвердити. Після підписання наказ не змінюється.');
  await director.press('Підписати наказ');
}
