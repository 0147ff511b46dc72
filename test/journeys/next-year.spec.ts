import { hashPassword } from '#libs/identity';
import { newId } from '#libs/platform/database';
import { freezeRuleSet, presetRuleSet } from '#libs/terms';
import { Journey, scene } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { receivingCompetition } from '../support/proposals.js';
import { World } from '../support/world.js';

const LAST = 'Конкурс проєктів громадських об’єднань на 2021 рік';
const NEXT = 'Конкурс проєктів громадських об’єднань на 2022 рік';
/** The second line has a code with a wrong checksum. */
const GRANTS = [
  'ЄДРПОУ*;Назва організації*;Рік*;Назва проєкту;Хто надав*;Сума, грн;Документ',
  '37000006;ГО «Три лопати»;2021;Дубовий пояс;Фонд «Схід»;50 000,00;',
  '37000007;ГО «Описка»;2021;Проєкт;Фонд «Схід»;10 000,00;',
];
const csv = (lines: readonly string[]) => ({
  ...{ name: 'granty.csv', mimeType: 'text/csv' },
  buffer: Buffer.from(lines.join('\r\n')),
});
const ORDER = 'прийнято наказом № 77 від 15.09.2021';

let journey: Journey;
let world: World;
let officer: Person;
let visitor: Person;
/** Address of next year's competition for its officer. */
let overview: string;

/** Last year's competition is over; its officer sits before a browser in September. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2021-09-20T12:00:00+03:00' });
  world = await World.open();
  const organiser = await world.organiser();
  const measureId = await measure(organiser);
  const { ruleSet, sha256 } = freezeRuleSet(presetRuleSet('1049-2020'));
  await receivingCompetition(world, organiser.id, {
    ...{ title: LAST, state: 'decided', measure_id: measureId, decided_at: new Date('2020-12-20T10:00:00Z') },
    ...{ rule_set: JSON.stringify(ruleSet), rule_set_sha256: sha256, supported_activities: ['Навчання'] },
    ...{ budget_programme: 'КПКВК 2310180', place: 'м. Сєвєродонецьк', contact_name: 'Ірина Тесленко' },
    ...{ contact_phone: '+380500000001', contact_email: 'konkurs@masscom.example' },
  });
  const works = [{ role: 'officer', scopeKind: 'organiser' as const, scopeId: organiser.id }];
  const { email } = await world.person(works, { password_hash: await hashPassword(PASSWORD) });
  officer = await journey.person(email);
  await officer.open('/sign-in');
  await officer.fillAll({ 'Електронна пошта': email, Пароль: PASSWORD });
  await officer.press('Увійти');
  visitor = await journey.person('visitor@people.example');
});
afterAll(async () => {
  await world?.close();
  await journey?.end();
});

async function measure(organiser: { id: string; slug: string }): Promise<string> {
  const [planId, directionId, id] = [newId(), newId(), newId()];
  await world.insert('measures.plan', {
    ...{ id: planId, organiser_id: organiser.id, organiser_slug: organiser.slug, organiser_name: 'Департамент' },
    ...{ year: 2021, title: 'План заходів', approved_by_position: 'Голова', approved_by_name: 'С. Гайдай' },
    ...{ approved_on: '2020-12-20', signed_by_position: 'Директор', signed_by_name: 'О. Прізвище' },
    ...{ source_sha256: '0'.repeat(64), imported_at: new Date('2020-12-21T10:00:00Z') },
  });
  await world.insert('measures.direction', { id: directionId, plan_id: planId, number: 1, title: 'Напрям' });
  const deadline = JSON.stringify({ kind: 'quarter', quarter: 4 });
  await world.insert('measures.measure', {
    ...{ id, plan_id: planId, direction_id: directionId, number: '1.1', position: 1, deadline },
    ...{ title: 'Проведення конкурсу проєктів', deadline_text: 'IV квартал' },
  });
  return id;
}

async function copyLastYear(): Promise<void> {
  await officer.open('/organiser/competitions');
  await officer.follow('Узяти торішній конкурс');
  await officer.follow(LAST);
  expect(await officer.valueOf('Назва конкурсу')).toBe(NEXT);
}

describe('next year’s competition', () => {
  scene('is made of last year’s; the page says which rules and dates came out otherwise', async () => {
    await copyLastYear();
    await officer.fill('День оголошення', '30.09.2021');
    await officer.press('Створити чернетку');
    await officer.reads(
      'Чернетку створено',
      'Найменший склад комісії',
      '7 осіб',
      '5 осіб',
      'перенесено на робочий день',
    );
    await officer.follow('Голосування громадян');
    await officer.tick('ні');
    await officer.fill('Звідки це значення', 'Наказ № 77 від 15.09.2021');
    await officer.press('Зберегти значення');
  });

  scene('asks a new question of those who answered another one so', async () => {
    await officer.follow('До конкурсу');
    overview = officer.path;
    await officer.follow('Форма пропозиції');
    for (const [kind, question] of [
      ['Так або ні', 'Чи є партнери?'] as const,
      ['Короткий текст', 'Назвіть їх'] as const,
    ]) {
      await officer.follow('Додати питання');
      await officer.follow(kind);
      await officer.fill('Питання', question);
      if (kind === 'Короткий текст') await officer.select('Коли питати', 'Чи є партнери?: Так');
      await officer.press('Зберегти');
      expect(await officer.errors()).toEqual([]);
    }
    await officer.reads('Назвіть їх', 'залежить від іншої відповіді');
  });

  scene('is not announced while a value is nobody’s; one order adopts them', async () => {
    await officer.open(overview);
    await officer.reads('Підтвердьте актом або прийміть наказом', 'Рік конкурсу', 'Укладення договорів');
    await officer.follow('Контакти і наказ');
    await officer.fillAll({ 'Номер наказу': '77', 'Дата наказу': '15.09.2021' });
    await officer.press('Зберегти');
    await officer.follow('Правила конкурсу');
    await officer.follow('Підтвердити або прийняти значення');
    await officer.press('Прийняти позначені');
    expect(await officer.errors()).toEqual(['Позначте хоча б одне значення.']);
    await officer.follow('Позначити всі');
    await officer.press('Прийняти позначені');
    await officer.reads(ORDER);
  });

  scene('is walked through as an applicant, then announced with the source of each number', async () => {
    await officer.open(overview);
    await officer.follow('Переглянути, як виглядатиме оголошення');
    await officer.follow('Переглянути форму очима заявника');
    await officer.reads(
      'Тут нічого не зберігається',
      'Чи є партнери?',
      'Це питання з’явиться лише після певної відповіді.',
    );
    const roles = ['commission-chair', 'commission-secretary', ...Array<string>(3).fill('commission-member')];
    const scopeId = overview.split('/').pop()!;
    for (const role of roles) await world.person([{ role, scopeKind: 'competition', scopeId }]);
    await journey.timeIs('30.09.2021 08:00');
    await officer.open(overview);
    await officer.press('Оголосити конкурс');
    await officer.follow('Сторінка оголошення');
    await visitor.open('/competitions');
    await visitor.follow(NEXT);
    await visitor.unfold('Усі правила');
    await visitor.reads('До участі пропозиції допускає конкурсна комісія', ORDER, 'Назвіть їх');
  });

  scene('a rehearsal is marked, seen by nobody outside, and erased', async () => {
    await copyLastYear();
    await officer.tick('Це навчальний конкурс');
    await officer.press('Створити чернетку');
    await officer.follow('До чернетки');
    await officer.reads(`НАВЧАЛЬНИЙ: ${NEXT}`, 'НАВЧАЛЬНИЙ конкурс.');
    await visitor.open('/competitions');
    await visitor.doesNotRead('НАВЧАЛЬНИЙ');
    await officer.follow('Стерти навчальний конкурс');
    await officer.press('Стерти');
    expect(await officer.errors()).toEqual(['Позначте, що хочете стерти все.']);
    await officer.tick('Так, стерти все');
    await officer.press('Стерти');
    await officer.reads('Навчальний конкурс стерто.', NEXT);
    await officer.doesNotRead('НАВЧАЛЬНИЙ:');
  });

  scene('what others know is brought from a file, looked at before, and taken back with a reason', async () => {
    await officer.open('/registers/imports');
    await officer.follow('Внести файл');
    await officer.follow('Гранти інших організаторів');
    await officer.attach('Заповнений шаблон', csv(GRANTS));
    await officer.press('Показати, що зміниться');
    expect(await officer.errors()).toContain('Документ або лист: заповніть це поле');
    await officer.fillAll({ 'Документ або лист': 'Лист фонду № 7', 'Дата документа': '10.09.2021' });
    await officer.fill('Хто відповідає за відомості', 'Фонд «Схід»');
    await officer.attach('Заповнений шаблон', csv(GRANTS));
    await officer.press('Показати, що зміниться');
    await officer.reads('попередній перегляд', 'ГО «Три лопати»', '1 рядок не буде внесено');
    await officer.press('Внести');
    await officer.reads('Внесено', 'Фонд «Схід»');
    await officer.follow('Скасувати внесення');
    await officer.reads('1 запис зникне');
    await officer.fill('Чому Ви скасовуєте', 'Фонд надіслав уточнений лист.');
    await officer.press('Скасувати внесення');
    await officer.reads('Причина: Фонд надіслав уточнений лист.');
  });

  it('shows no page with a fault', () => {
    expect(journey.check.pages).toBeGreaterThan(20);
    expect(journey.check.faults).toEqual([]);
  });
});
