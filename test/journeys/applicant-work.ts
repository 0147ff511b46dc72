import type { BrowserContextOptions } from 'playwright-core';
import type { Journey } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { TITLE, type Ngo } from './cast.js';

/** What somebody from an organisation does, from the announcement to the submitted proposal. */

export async function signUp(journey: Journey, ngo: Ngo, options?: BrowserContextOptions): Promise<Person> {
  const { email, familyName, givenName } = ngo.contact;
  const person = await journey.person(email, options);
  await person.open('/competitions');
  await person.follow(TITLE);
  await person.follow('Зареєструватися');
  await person.fill('Електронна пошта', email);
  await person.press('Надіслати лист');
  await person.reads('Перевірте пошту');
  await person.followsLetter('Завершіть реєстрацію');
  await person.fillAll({ Прізвище: familyName, 'Ім’я': givenName, 'Новий пароль': PASSWORD });
  await person.tick('Я прочитав(-ла) повідомлення і погоджуюся на обробку моїх персональних даних');
  await person.press('Зареєструватися й увійти');
  await person.reads('Робочий стіл');
  return person;
}

export async function fillCard(person: Person, ngo: Ngo): Promise<void> {
  await person.follow('Додати організацію');
  await person.fillAll({
    'Код ЄДРПОУ': ngo.edrpou,
    'Повна назва': ngo.shortName.replace('ГО', 'Громадська організація'),
    'Скорочена назва': ngo.shortName,
    'Дата державної реєстрації': '12.03.2015',
    Місцезнаходження: '93400, Луганська обл., м. Сєвєродонецьк, вул. Садова, 3',
    'Населений пункт': 'м. Сєвєродонецьк',
    'Прізвище керівника': ngo.contact.familyName,
    'Ім’я керівника': ngo.contact.givenName,
    Телефон: '+380 50 111 22 33',
    'Електронна пошта організації': ngo.contact.email,
  });
  await person.tick('Громадське об’єднання');
  await person.select('Ознака неприбутковості', '0032');
  await person.press('Зберегти картку');
}

/** From the card of the organisation to the contents of an empty proposal. */
export async function startProposal(person: Person, ngo: Ngo): Promise<void> {
  await person.follow('Переглянути оголошені конкурси');
  await person.follow(TITLE);
  await person.press('Подати конкурсну пропозицію');
  await person.reads('Чи може Ваша організація взяти участь', ngo.shortName.replace('ГО', 'Громадська організація'));
  await person.press('Почати пропозицію');
  await person.reads('НЕ ПОДАНО', 'Прийом триває до', 'Зміст пропозиції');
}

const ANSWERS_ABOUT_NEED = {
  'Яку проблему розв’язує проєкт?': 'Навколо міста не лишилося лісосмуг, і пил із полів іде на житлові квартали.',
  'Для кого цей проєкт?': 'Для дванадцяти тисяч мешканців трьох мікрорайонів.',
};
const RISKS = 'Що може завадити і що Ви робитимете?';
const RISKS_ANSWER = 'Посуха: маємо домовленість із пожежниками про полив у липні.';
const ANSWERS_ABOUT_WORK = {
  'Мета проєкту': 'Зупинити пил і дати людям тінь.',
  'Завдання і спосіб їх виконання': 'Підготувати ґрунт, висадити, доглядати разом зі школами.',
  'Очікувані результати': 'Не менше ніж 850 дерев прийнялося до осені.',
  'Що лишиться після завершення проєкту?': 'Смуги передано на баланс громади, школи продовжать догляд.',
};

export async function writeProposal(person: Person, ngo: Ngo): Promise<void> {
  await person.follow('Назва, пріоритет і строки');
  await person.fillAll({
    'Назва проєкту': ngo.project,
    'Початок проєкту': '01.02.2021',
    'Завершення проєкту': '31.10.2021',
  });
  await person.tick('Довкілля і зелені громади');
  await person.press('Зберегти й далі');
  await person.fillAll(ANSWERS_ABOUT_NEED);
  await person.press('Зберегти й далі');
  await person.fillAll({ ...ANSWERS_ABOUT_WORK, [RISKS]: RISKS_ANSWER });
  await person.press('Зберегти й далі');
  await person.fill('Досвід і команда', 'Сім років толок, агроном у команді.');
  await person.tick('На цей проєкт інших коштів не отримуємо і не просимо');
  await person.press('Зберегти й далі');
  await person.select('Місяць', 'березень 2021', { in: 'Захід 1' });
  await person.fill('Що буде зроблено', 'Підготовка ґрунту та висадження', { in: 'Захід 1' });
  await person.press('Зберегти й далі');
  await fillBudgetLine(person, ngo);
  await person.press('Зберегти й далі');
  await fillIndicators(person);
  await person.press('Зберегти й далі');
  await person.reads('Файл: Статут');
}

async function fillBudgetLine(person: Person, { budget }: Ngo): Promise<void> {
  await person.fillAll(
    {
      'Назва витрати': budget.what,
      Кількість: budget.quantity,
      'Ціна за одиницю, грн': budget.price,
      'Кошти конкурсу, грн': budget.requested,
      'Власний внесок, грн': budget.own,
    },
    { in: 'Рядок 1' },
  );
}

async function fillIndicators(person: Person): Promise<void> {
  await person.fillAll(
    { 'Що вимірюємо': 'Дерева, які прийнялися', 'Як буде': '850', 'Чим підтвердите': 'Акт обстеження' },
    { in: 'Показник 1' },
  );
  await person.fillAll(
    { 'Що вимірюємо': 'Мешканці помічають менше пилу', 'Як буде': 'дві третини', 'Чим підтвердите': 'Анкета' },
    { in: 'Показник 2' },
  );
}

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');

export async function attachStatute(person: Person): Promise<void> {
  await person.attach('Файл: Статут', { name: 'статут.pdf', mimeType: 'application/pdf', buffer: PDF });
  await person.press('Додати', { in: 'Статут' });
  await person.reads('статут.pdf', 'Статут');
}

/** Takes one answer back; the contents of the proposal say that it is missing. */
export async function forgetRisks(person: Person): Promise<void> {
  await person.follow('До змісту пропозиції');
  await person.follow('Що буде зроблено');
  await person.fill(RISKS, '');
  await person.press('Зберегти й до змісту');
  await person.reads('Збережено.', 'Бракує 1 пункту');
}

/** Goes from the list of what is missing to the question and answers it. */
export async function answerRisks(person: Person): Promise<void> {
  await person.follow(`Дайте відповідь: ${RISKS}`, { in: 'Перед поданням' });
  expect(await person.errors()).toEqual([`Дайте відповідь: ${RISKS}`]);
  await person.fill(RISKS, RISKS_ANSWER);
  await person.press('Зберегти й до змісту');
}

/** The shares of a line do not add up: the page says so until they do. */
export async function mendBudget(person: Person, ngo: Ngo): Promise<void> {
  await person.follow('Кошторис');
  await person.reads('Частки разом становлять 55 000,00 грн: вони мають дорівнювати вартості.');
  await fillBudgetLine(person, ngo);
  await person.press('Перерахувати');
  await person.reads('Вартість: 60 000,00 грн');
  await person.doesNotRead('вони мають дорівнювати вартості');
  await person.press('Зберегти й до змісту');
}

/** Signs up, registers the organisation and writes a whole proposal that is not submitted yet. */
export async function prepareProposal(journey: Journey, ngo: Ngo, options?: BrowserContextOptions): Promise<Person> {
  const person = await signUp(journey, ngo, options);
  await fillCard(person, ngo);
  await startProposal(person, ngo);
  await writeProposal(person, ngo);
  await person.follow('Перевірити й подати');
  await person.reads('Перевірте пропозицію', ngo.project);
  return person;
}

/** Presses the button and returns the register code. */
export async function submit(person: Person): Promise<string> {
  await person.press('Подати пропозицію');
  const code = /Подано за № (\S+)\. /.exec(await person.text())?.[1];
  if (!code) throw new Error(`no receipt: ${await person.text()}`);
  return code;
}
