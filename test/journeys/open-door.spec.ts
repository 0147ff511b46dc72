import { Journey, scene } from '../support/journey.js';
import { World } from '../support/world.js';
import { office, publishedEvent, registers, type Office } from './participation-cast.js';

const DOORS = 'День відкритих дверей';
const DAY = 'День громадянського суспільства';

let journey: Journey;
let world: World;
let staff: Office;
let doors: string;
let day: string;

beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-05-04T12:00:00+03:00' });
  world = await World.open();
  staff = await office(journey, world);
  doors = await publishedEvent(world, staff, {
    ...{ title: DOORS, kind: 'open-day' },
    ...{ starts_at: new Date('2020-05-21T07:00:00Z'), ends_at: new Date('2020-05-21T13:00:00Z') },
  });
  day = await publishedEvent(world, staff, {
    ...{ title: DAY, kind: 'celebration', capacity: 300, waitlist: 'auto' },
    ...{ starts_at: new Date('2020-12-04T08:00:00Z'), ends_at: new Date('2020-12-04T15:00:00Z') },
  });
});
afterAll(async () => {
  await world?.close();
  await journey?.end();
});

const calendar = async (): Promise<string> => {
  const { text } = await fetch(`${journey.system.url}/events.ics`).then(async (answer) => ({
    text: await answer.text(),
  }));
  return text
    .replace(/\r\n /g, '')
    .split('BEGIN:VEVENT')
    .find((one) => one.includes(DAY))!;
};
const valueOf = (event: string, name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(event)![1]!;

describe('an open-door day', () => {
  scene('the officer names the hours of two hosts, one of them with steps', async () => {
    const { officer } = staff;
    for (const [host, stepFree] of [
      ['Архів', 'так'],
      ['ЦНАП', 'ні'],
    ] as const) {
      await officer.open(`/organiser/events/${doors}/slots`);
      await officer.fillAll({ 'Хто приймає': host, 'Куди прийти': 'Кабінет 12', 'Скільки поспіль': '2' });
      await officer.fill('Місць у кожному', '12');
      await officer.tick(stepFree, { in: 'Без сходів' });
      await officer.press('Додати');
    }
    await officer.reads('Архів', 'ЦНАП', '0 / 12');
  });

  scene('a visitor filters what has no steps and chooses an hour; the own page and the officer know it', async () => {
    const visitor = await journey.person('olena@guest.example');
    await visitor.open(`/events/${doors}`);
    await visitor.reads('Архів', 'ЦНАП');
    await visitor.follow('без сходів');
    await visitor.reads('Архів');
    await visitor.doesNotRead('ЦНАП');
    await visitor.follow('Обрати', { in: '11:00' });
    const guest = { email: 'olena@guest.example', name: 'Лисенко Олена' };
    const own = await registers(journey, visitor.page.url(), DOORS, guest);
    await own.reads('Ваш час', '11:00', 'Архів', 'Кабінет 12');
    const { officer } = staff;
    await officer.open(`/organiser/events/${doors}/people`);
    await officer.reads('21.05 11:00 Архів');
    await visitor.open(`/events/${doors}`);
    await visitor.reads('11');
  });
});

describe('the Civil Society Day moved online', () => {
  scene('keeps its address and its id in calendars, says what it was, and tells who is registered', async () => {
    const own = await registers(journey, `/events/${day}/registration`, DAY, {
      email: 'taras@guest.example',
      name: 'Мороз Тарас',
    });
    const before = await calendar();
    const { officer } = staff;
    await officer.open(`/organiser/events/${day}/parts/place`);
    await officer.tick('Онлайн', { in: 'Формат' });
    await officer.fill('Посилання на зустріч онлайн', 'https://meet.example/day');
    await officer.press('Зберегти');
    const after = await calendar();
    expect([valueOf(after, 'UID'), valueOf(after, 'URL')]).toEqual([valueOf(before, 'UID'), valueOf(before, 'URL')]);
    expect(Number(valueOf(after, 'SEQUENCE'))).toBeGreaterThan(Number(valueOf(before, 'SEQUENCE')));
    const { text } = await own.letter(`Змінено: ${DAY}`);
    expect(text).toContain('https://meet.example/day');
    await own.waitsFor('https://meet.example/day');
    const visitor = await journey.person('visitor@people.example');
    await visitor.open(`/events/${day}`);
    await visitor.reads('Формат:', 'Очно', 'Онлайн');
    await visitor.doesNotRead('meet.example');
  });

  scene('no page of the story has a fault', async () => {
    expect(journey.check.faults).toEqual([]);
    return Promise.resolve();
  });
});
