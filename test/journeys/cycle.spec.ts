import { Journey, scene } from '../support/journey.js';
import type { Person } from '../support/person.js';
import {
  answerRisks,
  attachStatute,
  fillCard,
  forgetRisks,
  mendBudget,
  prepareProposal,
  signUp,
  startProposal,
  submit,
  writeProposal,
} from './applicant-work.js';
import { ADMISSION, AUTHORITY, AWARD, COMMISSION, CONFLICT, GENEROUS, TITLE, USUAL } from './cast.js';
import { LIBRARY, MORROW, SHORE, SPADES, WATER } from './cast.js';
import { closeAndSign, declare, openSession, scoreAndSign, voteFor } from './commission-work.js';
import {
  accept,
  admitTogether,
  appoint,
  fillSettings,
  foundAuthority,
  proposeAdmission,
  proposeRefusal,
  signOrder,
} from './staff-work.js';

let journey: Journey;
let officer: Person;
let director: Person;
let visitor: Person;
let applicant: Person;
let others: Person[];
let late: Person;
let members: Person[];
/** Address of the competition for its officer, and of its announcement. */
let overview: string;
let announcement: string;
const codes: Record<string, string> = {};

beforeAll(async () => void (journey = await Journey.begin({ at: '2020-10-01T09:00:00+03:00' })));
afterAll(() => journey?.end());

describe('a competition from announcement to signed award', () => {
  scene('an administrator adds the authority and invites its officer and director', async () => {
    ({ officer, director } = await foundAuthority(journey));
  });

  scene('the officer creates a competition under a measure of the plan', async () => {
    await journey.system.cli('import-plan', 'masscom');
    await officer.open('/plan/2020');
    await officer.reads('1.1');
    await officer.open('/desk');
    await officer.follow('Конкурси');
    await officer.follow('Створити конкурс');
    await officer.press('Створити конкурс');
    expect(await officer.errors()).toEqual([
      'Назвіть конкурс',
      expect.stringMatching(/: оберіть один із варіантів$/) as string,
    ]);
    await officer.fill('Назва конкурсу', TITLE);
    await officer.select('Захід плану', '2020 · 1.1.');
    await officer.fill('День оголошення', '05.10.2020');
    await officer.press('Створити конкурс');
    await officer.reads(TITLE, 'Готується', 'Оголосити конкурс ще не можна', 'До оголошення лишилося');
    overview = officer.path;
  });

  scene('too early, the page says what is missing and leads there', async () => {
    await officer.reads('Дочекайтеся дня оголошення 05.10.2020', 'Напишіть мету конкурсу', 'немає голови');
    await officer.follow('Зазначте загальний обсяг коштів');
    await officer.reads('Кошти', 'Щоб оголосити конкурс, тут ще потрібно:');
    await officer.open(overview);
    await fillSettings(officer);
    expect(await officer.page.getByRole('button', { name: 'Оголосити конкурс' }).count()).toBe(0);
    await officer.reads('До оголошення лишилося 4 справи', 'Дочекайтеся дня оголошення 05.10.2020');
  });

  scene('a commission of seven is appointed by an order', async () => {
    await officer.follow('Конкурсна комісія');
    await officer.reads('У комісії ще нікого немає', 'немає голови', 'немає секретаря');
    await officer.press('Внести до складу');
    expect(await officer.errors()).not.toEqual([]);
    for (const member of COMMISSION) await appoint(officer, member);
    await officer.reads('Комісію сформовано');
    await officer.follow('До конкурсу');
    await officer.reads('До оголошення лишилася 1 справа', 'Дочекайтеся дня оголошення 05.10.2020');
    members = [];
    for (const member of COMMISSION) members.push(await accept(journey, member));
    await members[0]!.letter('Вас призначено: голова комісії');
  });

  scene('on its day the competition is announced to everybody', async () => {
    visitor = await journey.person('visitor@people.example');
    await visitor.open('/competitions');
    await visitor.doesNotRead(TITLE);
    await journey.timeIs('05.10.2020 10:00');
    await officer.open(overview);
    await officer.press('Оголосити конкурс');
    await officer.reads('Триває прийом пропозицій', 'змінити їх не можна');
    await officer.follow('Сторінка оголошення');
    announcement = officer.path;
    await visitor.open('/competitions');
    await visitor.follow(TITLE);
    await visitor.reads(AUTHORITY, '60 000,00 грн', '50 000,00 грн', 'Довкілля і зелені громади');
    await visitor.open('/plan/2020');
    await visitor.open(announcement);
  });

  scene('somebody from an organisation signs up; a mistyped code loses nothing', async () => {
    applicant = await signUp(journey, SPADES);
    await fillCard(applicant, { ...SPADES, edrpou: '37000007' });
    expect(await applicant.errors()).toEqual(['Перевірте код ЄДРПОУ: 8 цифр, остання з них контрольна']);
    expect(await applicant.valueOf('Скорочена назва')).toBe(SPADES.shortName);
    expect(await applicant.valueOf('Дата державної реєстрації')).toBe('12.03.2015');
    await applicant.fill('Код ЄДРПОУ', SPADES.edrpou);
    await applicant.press('Зберегти картку');
    await applicant.reads(SPADES.shortName, SPADES.edrpou);
  });

  scene('a proposal is written page by page; submitted too early, it says what is wrong', async () => {
    await startProposal(applicant, SPADES);
    await writeProposal(applicant, { ...SPADES, budget: { ...SPADES.budget, requested: '45000' } });
    await attachStatute(applicant);
    await forgetRisks(applicant);
    await applicant.follow('Перевірити й подати');
    await applicant.reads('Перед поданням виправте 2 пункти');
    await applicant.press('Подати пропозицію');
    expect(await applicant.errors()).toEqual(['Пропозицію ще не подано: перегляньте, чого бракує.']);
    await applicant.reads('Кошторис, рядок 1: вартість 60 000,00 грн, а частки разом 55 000,00 грн');
    await answerRisks(applicant);
    await mendBudget(applicant, SPADES);
  });

  scene('submitted, it gets a register number, the time to the second and a receipt by mail', async () => {
    await applicant.follow('Перевірити й подати');
    codes.spades = await submit(applicant);
    await applicant.reads(
      'Пропозицію прийнято',
      'Час подання 5 жовтня 2020 року, 10:',
      'Контрольна сума змісту (SHA-256):',
    );
    const letter = await applicant.letter(`Пропозицію № ${codes.spades} прийнято`);
    expect(letter.attachments.map(({ name }) => name)).toEqual(['1.1-2021-001-1.pdf']);
    await applicant.waitsFor('Завантажити PDF');
    const receipt = await applicant.file('Завантажити PDF');
    expect(receipt.subarray(0, 5).toString()).toBe('%PDF-');
  });

  scene(
    'more proposals come, one of them without JavaScript; before the door closes nobody sees more than their number',
    async () => {
      others = [];
      for (const ngo of [LIBRARY, WATER, SHORE]) {
        const person = await prepareProposal(journey, ngo, { javaScriptEnabled: ngo !== WATER });
        codes[ngo.project] = await submit(person);
        others.push(person);
      }
      late = await prepareProposal(journey, MORROW);
      await officer.open(overview);
      await officer.follow('Пропозиції');
      await officer.reads('4', 'подані пропозиції', '1', 'чернетка', 'Пропозиції запечатано.');
      await officer.doesNotRead(SPADES.project);
    },
  );

  scene('the door closes at its instant: a draft stays a draft and is kept', async () => {
    await journey.timeIs('05.11.2020 18:01');
    await late.press('Подати пропозицію');
    expect(await late.errors()).toEqual(['Прийом пропозицій завершено. Те, що Ви написали, лишилося на цій сторінці.']);
    await late.open('/applications');
    await late.follow(MORROW.project);
    await late.reads(
      'НЕ ПОДАНО.',
      'Прийом завершився 5 листопада 2020 року, 18:00:00.',
      'Те, що Ви написали, збережено',
    );
    await visitor.open(announcement);
    await visitor.reads('Прийом завершено');
    await visitor.doesNotRead('Подати конкурсну пропозицію');
  });

  scene('the officer opens the proposals, checks them and prepares verdicts', async () => {
    await officer.open(overview);
    await officer.press('Відкрити пропозиції');
    await officer.follow('Допуск до участі');
    await proposeAdmission(officer, SPADES);
    await proposeRefusal(officer, SHORE);
    await admitTogether(officer, [LIBRARY, WATER]);
    await officer.follow('Скликати засідання');
    await officer.fill('Дата і час', '09.11.2020 10:00');
    await officer.press('Скликати засідання');
  });

  scene('the commission decides in a session with a quorum; two signatures make it binding', async () => {
    await journey.timeIs('09.11.2020 10:00');
    const [chair, secretary] = [members[0]!, members[1]!];
    const absent = COMMISSION[6]!;
    await openSession(secretary, ADMISSION, [`${absent.familyName} ${absent.givenName}`]);
    for (const member of members.slice(0, 6)) await voteFor(member, ADMISSION);
    await secretary.reads('Ваш голос можна змінити');
    await closeAndSign(chair, secretary, ADMISSION);
    await chair.reads('Рішення прийнято', 'За – 6, проти – 0');
    expect((await chair.file('Протокол № 1 (PDF)')).subarray(0, 5).toString()).toBe('%PDF-');
    await applicant.letter(`Пропозицію № ${codes.spades} допущено до участі в конкурсі`);
    const refusal = await others[2]!.letter('не допущено до участі в конкурсі');
    expect(refusal.text).toContain('До пропозиції не додано статуту.');
  });

  scene('members declare conflicts of interest before the files open', async () => {
    const bondar = members[2]!;
    await declare(bondar, { project: SPADES.project, code: codes.spades!, reason: CONFLICT });
    for (const member of members) if (member !== bondar) await declare(member);
    await bondar.reads('Через конфлікт інтересів Ви не оцінюєте 1 пропозицію.');
  });

  scene('the officer starts the scoring and the queues fill', async () => {
    await journey.timeIs('16.11.2020 09:30');
    await officer.open(overview);
    await officer.press('Почати оцінювання');
    await officer.reads('Оцінювання');
    const letters = await Promise.all(members.map((member) => member.letter('Пропозиції для оцінювання')));
    expect(letters.map(({ subject }) => subject)).toEqual(
      members.map((_, index) => `Пропозиції для оцінювання: ${index === 2 ? 2 : 3}`),
    );
  });

  scene('a score outside the scale or an empty one is impossible', async () => {
    const chair = members[0]!;
    await chair.followsLetter('Пропозиції для оцінювання');
    await chair.follow('Оцінити наступну пропозицію');
    expect(await chair.page.getByRole('radio', { name: '6', exact: true }).count()).toBe(0);
    await chair.press('Готово, далі');
    expect(await chair.errors()).toHaveLength(4);
    expect((await chair.errors())[0]).toBe('Відповідність меті конкурсу: оберіть бал');
  });

  scene('everybody scores and signs; the rating computes itself', async () => {
    for (const member of members) await scoreAndSign(member, member === members[0] ? GENEROUS : USUAL);
    await officer.letter('Рейтинг складено');
    await officer.open(overview);
    await officer.follow('Рейтинг');
    expect(await officer.row('Рейтинг пропозицій', SPADES.project)).toMatch(/^1 .* 18,17 109\/6 /);
    expect(await officer.row('Рейтинг пропозицій', LIBRARY.project)).toMatch(/^2 .* 14,00 98\/7 /);
    expect(await officer.row('Рейтинг пропозицій', WATER.project)).toContain('нижче прохідного бала 9,00');
  });

  scene('the commission allocates the pot down the rating in its minutes', async () => {
    await officer.open(overview);
    await officer.follow('Розподіл фінансової підтримки');
    await officer.reads('Розподілено 50 000,00 грн із 60 000,00 грн, залишок 10 000,00 грн');
    await officer.fill('Коли відбудеться засідання', '02.12.2020 10:00');
    await officer.press('Скликати засідання');
    await journey.timeIs('02.12.2020 10:00');
    const [chair, secretary] = [members[0]!, members[1]!];
    await openSession(secretary, AWARD, []);
    await members[2]!.followsLetter(`Засідання комісії: ${AWARD}`);
    await members[2]!.reads(CONFLICT);
    for (const member of members) await voteFor(member, AWARD);
    await closeAndSign(chair, secretary, AWARD);
    await chair.reads('За – 6, проти – 0, утрималися – 0, самовідвід – 1', 'За – 7, проти – 0');
  });

  scene('before the order nobody outside sees anything of it', async () => {
    await visitor.open(announcement);
    await visitor.reads('Розподіл коштів');
    await visitor.doesNotRead('Результати', SPADES.project, '18,17');
    expect((await visitor.page.goto(`${journey.system.url}${announcement}/results`))?.status()).toBe(404);
    await applicant.open('/applications');
    await applicant.follow(SPADES.project);
    await applicant.doesNotRead('18,17', 'Підтримано', 'Ваші бали');
  });

  scene('the director signs the order, and everything becomes visible at once', async () => {
    await director.open('/desk');
    await director.follow('Підписати наказ про результати конкурсу');
    await director.reads('Підтримано проєктів', '50 000,00 грн', SPADES.project);
    await signOrder(director, '112-од');
    await director.reads('Наказ підписано, результати оприлюднено');

    const won = await applicant.letter('Ваш проєкт підтримано');
    expect(won.text).toContain('Ваші бали: 18,17 із 20');
    expect(won.text).toMatch(/надано фінансову підтримку: 50\s000,00\sгрн/);
    await others[0]!.letter('Результат конкурсу: наступні за рейтингом');
    expect((await others[1]!.letter('Результат конкурсу')).text).toContain('оцінка нижча за прохідний бал');
    await others[2]!.letter('Конкурс завершено');
    await applicant.followsLetter('Ваш проєкт підтримано');
    await applicant.reads('Вашому проєкту надано фінансову підтримку: 50 000,00 грн.', '18,17 із 20');
  });

  scene('a visitor reads the results and takes the order with them', async () => {
    await visitor.open(announcement);
    await visitor.follow('Результати конкурсу');
    await visitor.reads('1 проєкт отримає підтримку', '50 000,00 гривень розподілено між ними', 'із 60 000,00 грн');
    expect(await visitor.row('Отримають підтримку', SPADES.project)).toMatch(/^1 .*18,17 50 000,00 50 000,00/);
    expect(await visitor.row('Наступні за рейтингом', LIBRARY.project)).toMatch(/^2 .*14,00 17 000,00/);
    expect(await visitor.row('Не підтримано', WATER.project)).toContain('оцінка нижча за прохідний бал');
    expect(await visitor.row('Не допущено до конкурсу', SHORE.project)).toContain('До пропозиції не додано статуту.');
    await visitor.doesNotRead(MORROW.project, 'Ткач', 'Бондар', '@');
    const order = await visitor.file('Наказ № 112-од від 2 грудня 2020 року (PDF)');
    expect(order.subarray(0, 5).toString()).toBe('%PDF-');
    await visitor.open('/competitions?group=decided');
    await visitor.reads(TITLE, 'Рішення ухвалено');
  });

  it('shows no page with a fault', () => {
    expect(journey.check.pages).toBeGreaterThan(60);
    expect(journey.check.faults).toEqual([]);
  });
});
