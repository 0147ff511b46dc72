import { Journey, scene } from '../support/journey.js';
import type { Person } from '../support/person.js';
import { World } from '../support/world.js';
import { office, publishedEvent, registers, type Office } from './participation-cast.js';

const TITLE = 'Громадська експертиза: практикум';
const OUTCOME = 'Учасники розібрали три відповіді влади й написали до кожної пропозиції. '.repeat(6);

let journey: Journey;
let world: World;
let staff: Office;
let id: string;
let maria: Person;
let petro: Person;

beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-05-04T12:00:00+03:00' });
  world = await World.open();
  staff = await office(journey, world);
  id = await publishedEvent(world, staff, {
    ...{ title: TITLE, capacity: 1, waitlist: 'auto', cutoff_hours: 24 },
    ...{ starts_at: new Date('2020-05-14T07:00:00Z'), ends_at: new Date('2020-05-14T13:00:00Z') },
  });
});
afterAll(async () => {
  await world?.close();
  await journey?.end();
});

describe('a training with one place', () => {
  scene('the first gets it, the second waits, the third is written down by the operator on the phone', async () => {
    maria = await registers(journey, `/events/${id}/registration`, TITLE, {
      email: 'maria@guest.example',
      name: 'Ткач Марія',
    });
    await maria.reads('Чекаємо на Вас', 'вул. Центральна, 12', 'Ваш код');
    petro = await registers(journey, `/events/${id}/registration`, TITLE, {
      email: 'petro@guest.example',
      name: 'Коваль Петро',
    });
    await petro.reads('Ви 1-й у черзі');
    const { officer } = staff;
    await officer.open(`/organiser/events/${id}/people`);
    await officer.follow('Записати того, хто телефонує');
    await officer.fillAll({ 'Прізвище та ім’я': 'Бойко Ніна' });
    await officer.press('Записати');
    expect(await officer.errors()).toHaveLength(1);
    await officer.fillAll({ Телефон: '050 111 22 33' });
    await officer.tick('Прочитано вголос, людина погодилася');
    await officer.press('Записати');
    await officer.reads('Зайнято місць: 1 з 1. У черзі: 2.');
  });

  scene('a place that is given back goes to who waits first, by a letter that needs no opening', async () => {
    await maria.press('Скасувати участь');
    await maria.reads('Ви скасували участь');
    const { text } = await petro.letter(`Місце звільнилося, чекаємо на Вас: ${TITLE}`);
    expect(text).toContain('вул. Центральна, 12');
    await petro.waitsFor('Чекаємо на Вас');
  });

  scene('on the day one is found in the list, others are typed from the paper sheet', async () => {
    await journey.timeIs('14.05.2020 10:30');
    const { officer } = staff;
    await officer.open(`/organiser/events/${id}/check-in`);
    await officer.press('Прийшов(-ла)', { in: 'Коваль Петро' });
    await officer.fill('Імена з аркуша', 'Сич Олег; ГО «Лан»; 0502223344\nРуда Інна; ГО «Сад»');
    await officer.press('Додати до присутніх');
    await officer.reads('Сич Олег', 'за іменами 3');
    await officer.follow('Аркуш для підписів (друк)');
    await officer.reads('Коваль Петро');
  });

  scene('the outcome is published, and everybody can check the certificate', async () => {
    await journey.timeIs('15.05.2020 11:00');
    const { officer } = staff;
    await officer.open(`/organiser/events/${id}/outcome`);
    await officer.fillAll({ 'Що вийшло': OUTCOME, 'Чому немає документів': 'Працювали з дошкою' });
    await officer.press('Зберегти');
    await officer.press('Опублікувати підсумки');
    await petro.waitsFor('Дякуємо, що були з нами.');
    const pdf = await petro.file('Мій сертифікат (PDF)');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await petro.letter(`Підсумки й матеріали: ${TITLE}`);
    const [certificate] = await world.rows<{ code: string }>(
      `select c.code from events.certificate c join events.registration r on r.id = c.registration_id
        where r.full_name = 'Коваль Петро'`,
    );
    const visitor = await journey.person('visitor@people.example');
    await visitor.open(`/certificates/${certificate!.code}`);
    await visitor.reads('справжній', 'Коваль Петро', TITLE);
    await visitor.open(`/events/${id}`);
    await visitor.reads('Учасники розібрали три відповіді');
    await visitor.doesNotRead('Сич Олег');
  });

  scene('no page of the story has a fault', async () => {
    expect(journey.check.faults).toEqual([]);
    return Promise.resolve();
  });
});
