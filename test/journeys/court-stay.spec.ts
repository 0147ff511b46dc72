import { Journey, scene } from '../support/journey.js';
import type { Person } from '../support/person.js';
import { World } from '../support/world.js';
import { AWARD } from './cast.js';
import { closeAndSign, openSession, voteFor } from './commission-work.js';
import { ratedWorld, type RatedWorld } from './rated-world.js';
import { signOrder } from './staff-work.js';

/** In the order of their places; the money is enough for both. */
const PROJECTS = ['Сад біля школи', 'Кіно під зорями'] as const;
const COURT = 'Луганський окружний адміністративний суд';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const SCAN = { name: 'ухвала.pdf', mimeType: 'application/pdf', buffer: PDF };

let journey: Journey;
let of: RatedWorld;
let visitor: Person;

beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-12-01T10:00:00+02:00' });
  const world = await World.open();
  of = await ratedWorld(journey, world, { titles: PROJECTS, rules: {}, potKop: 6_000_000 });
  await world.close();
  visitor = await journey.person('visitor@people.example');
}, 240_000);
afterAll(() => journey?.end());

const rulings = () => `/organiser/competitions/${of.id}/rulings`;

async function minutes(): Promise<void> {
  await of.officer.open(`/organiser/competitions/${of.id}/allocation`);
  await of.officer.fillAll({ 'Коли відбудеться засідання': '02.12.2020 10:00', 'Де відбудеться': 'кімната 305' });
  await of.officer.press('Скликати засідання');
  await journey.timeIs('02.12.2020 10:00');
  await openSession(of.members[1]!, AWARD, []);
  for (const member of of.members) await voteFor(member, AWARD);
  await closeAndSign(of.members[0]!, of.members[1]!, AWARD);
}

describe('a stay of a court', () => {
  scene('comes between the minutes and the order; the officer registers it with its scan', async () => {
    await minutes();
    await of.officer.open(rulings());
    await of.officer.follow('Внести судове рішення');
    await of.officer.press('Передати на підтвердження');
    expect((await of.officer.errors()).length).toBeGreaterThanOrEqual(4);
    await of.officer.tick('Увесь конкурс');
    await of.officer.fillAll({
      Суд: COURT,
      'Номер справи': '360/17/20',
      'Дата рішення': '01.12.2020',
      'Набрало чинності': '01.12.2020',
      'Що вирішив суд': 'Зупинити розподіл коштів конкурсу до розгляду позову.',
    });
    await of.officer.attach('Скан рішення', SCAN);
    await of.officer.attach('Копія без даних людей', { ...SCAN, name: 'копія.pdf' });
    await of.officer.press('Передати на підтвердження');
    expect(await of.officer.errors()).toEqual([]);
    await of.officer.reads('Рішення внесено; його підтвердить керівник.');
    await visitor.open(`/competitions/${of.code}/rulings`);
    await visitor.doesNotRead(COURT);
  });

  scene('another person confirms it; from now on the order is not signed, and everybody reads why', async () => {
    await of.director.open('/desk');
    await of.director.follow('Підтвердити судове рішення у справі № 360/17/20');
    await of.director.press('Підтвердити рішення');
    await of.director.reads('Рішення підтверджено', 'справа № 360/17/20');
    await of.director.open(`/organiser/competitions/${of.id}/order`);
    await of.director.reads('Наказу зараз не підписують', COURT, 'ухвала від 01.12.2020');
    await of.director.doesNotRead('Підписати й оприлюднити');
    await of.officer.open('/desk');
    await of.officer.reads('Суд зупинив кошти: справа № 360/17/20');
    await of.applicants[0]!.followsLetter('Судове рішення щодо конкурсу, справа № 360/17/20');
    await of.applicants[0]!.reads('Увесь конкурс', 'діє');
    await visitor.open(`/competitions/${of.code}`);
    await visitor.follow('Судові рішення');
    await visitor.reads(COURT, 'Зупинити розподіл коштів конкурсу');
    await visitor.file('Копія рішення без даних людей');
  });

  scene('a later ruling lifts it, and the order is signed as it was ready', async () => {
    await of.officer.open(rulings());
    await of.officer.follow('Внести судове рішення');
    await of.officer.tick('Скасування забезпечення позову');
    await of.officer.select('Яке зупинення скасовано', `360/17/20, 01.12.2020, ${COURT}`);
    await of.officer.fillAll({
      Суд: COURT,
      'Номер справи': '360/17/20',
      'Дата рішення': '02.12.2020',
      'Набрало чинності': '02.12.2020',
      'Що вирішив суд': 'Скасувати заходи забезпечення позову.',
    });
    await of.officer.attach('Скан рішення', SCAN);
    await of.officer.press('Передати на підтвердження');
    expect(await of.officer.errors()).toEqual([]);
    await of.director.open(rulings());
    await of.director.press('Підтвердити рішення');
    await of.director.open(`/organiser/competitions/${of.id}/order`);
    await signOrder(of.director, '112-од');
    await of.officer.open('/desk');
    await of.officer.doesNotRead('Суд зупинив кошти');
    await visitor.open(`/competitions/${of.code}/rulings`);
    await visitor.reads('скасовано', 'Скасування забезпечення позову');
  });

  it('shows no page with a fault', () => expect(journey.check.faults).toEqual([]));
});
