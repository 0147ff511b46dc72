import { Journey, scene } from '../support/journey.js';
import type { Person } from '../support/person.js';
import { World } from '../support/world.js';
import { office, PHONE, type Office } from './participation-cast.js';

const PLAN = {
  name: 'plan.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      '№;Захід;Строк;Відповідальні',
      '1. Участь громад;;;',
      '1.1;Провести зустрічі з громадами;щоквартально;Громади',
    ].join('\n'),
  ),
};
const BODY = 'Старобільська міська територіальна громада Старобільського району Луганської області';
const ANSWER = 'Проведено дві зустрічі про статут громади.';
const EVIDENCE = 'Круглий стіл у Старобільську';

let journey: Journey;
let world: World;
let staff: Office;
let clerk: Person;
let desk: string;

beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-06-22T10:00:00+03:00' });
  world = await World.open();
  staff = await office(journey, world);
});
afterAll(async () => {
  await world?.close();
  await journey?.end();
});

describe('a quarter of the plan', () => {
  scene('the officer enters the plan from a table and names who stands behind its class', async () => {
    const { officer } = staff;
    await officer.open('/organiser/plan-drafts/new');
    await officer.fill('Рік плану', '2020');
    await officer.attach('Файл DOCX, XLSX або CSV', PLAN);
    await officer.press('Прочитати файл');
    await officer.fillAll({
      ...{ 'Назва плану': 'План заходів на 2020 рік', 'Хто затвердив: посада': 'Голова' },
      ...{ 'Хто затвердив: ім’я': 'Сергій ГАЙДАЙ', 'Дата затвердження': '20.12.2019' },
      ...{ 'Хто підписав: посада': 'Директор', 'Хто підписав: ім’я': 'Андрій ЗАЙЦЕВ' },
    });
    await officer.press('План затверджено: внести');
    desk = officer.path;
    await officer.waitsFor('до 30.06.2020');
    await officer.open(`${desk}/bodies/new`);
    await officer.select('Як названо у плані', 'Громади');
    await officer.fillAll({ 'Повна назва органу': BODY, 'Діє з': '01.01.2015' });
    await officer.fill('Електронна пошта', 'clerk@community.example');
    await officer.press('Зберегти');
    await officer.open(`${desk}/expansion`);
    await officer.reads('Додасться', BODY);
    await officer.press('Розписати');
  });

  scene('a clerk answers on her telephone by the link of the letter, without an account', async () => {
    const { officer } = staff;
    await officer.open(`${desk}/answers/2`);
    await officer.press('Надіслати запит тим, хто не відповів');
    await officer.reads('Надіслано 1 лист із посиланням');
    clerk = await journey.person('clerk@community.example', PHONE);
    await clerk.followsLetter('Звіт про виконання плану за II квартал 2020 року');
    await clerk.reads(BODY, 'Провести зустрічі з громадами');
    await clerk.fillAll({ 'Що зроблено': ANSWER, Заходів: '2', Учасників: 'тридцять' });
    await clerk.press('Надіслати');
    expect(await clerk.errors()).toHaveLength(1);
    expect(await clerk.valueOf('Що зроблено')).toBe(ANSWER);
    await clerk.fill('Учасників', '30');
    await clerk.press('Надіслати');
    await clerk.reads('Відповіді надіслано.');
  });

  scene('the officer accepts the answer, adds what was outside, and closes the due time', async () => {
    await journey.timeIs('02.07.2020 10:00');
    const { officer } = staff;
    await officer.open(`${desk}/answers/2`);
    await officer.follow(BODY);
    await officer.reads(ANSWER);
    await officer.press('Прийняти все надіслане');
    await clerk.waitsFor('Усі відповіді прийнято');
    await officer.open(`${desk}/measures/1.1`);
    await officer.unfold('Додати те, що було поза системою');
    await officer.fillAll({ Коли: '14.05.2020' });
    await officer.fill('Що зроблено', EVIDENCE);
    await officer.press('Додати доказ');
    await officer.follow('з 01.04.2020 до 30.06.2020');
    await officer.tick('виконано');
    await officer.press('Зберегти');
    await officer.reads('виконано');
  });

  scene('a report is drafted from the facts, checked and signed by the director, and read by everybody', async () => {
    const { officer, director, slug } = staff;
    await officer.open(`${desk}/reports/2`);
    await officer.press('Скласти звіт');
    await officer.reads(`14.05.2020 — ${EVIDENCE}.`, 'заходів — 2, учасників — 30');
    await officer.press('Передати на перевірку');
    await officer.reads('на перевірці', 'підписують те, що перевірено');
    await director.open(`${desk}/reports/2`);
    await director.press('Перевірено, все правильно');
    await director.fill('Номер звіту', '06-03/2');
    await director.press('Підписати й оприлюднити');
    await director.follow('Звіт для всіх');
    const visitor = await journey.person('visitor@people.example');
    await visitor.open(`/plan/${slug}/2020/reports/2`);
    await visitor.reads('06-03/2', EVIDENCE, 'виконано');
    await clerk.waitsFor('Звіт за цей квартал уже підписано');
  });

  scene('no page of the story has a fault', async () => {
    expect(journey.check.faults).toEqual([]);
    return Promise.resolve();
  });
});
