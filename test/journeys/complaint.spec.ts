import { Journey, scene } from '../support/journey.js';
import type { Person } from '../support/person.js';
import { World } from '../support/world.js';
import { AWARD } from './cast.js';
import { closeAndSign, openSession, voteFor } from './commission-work.js';
import { ratedWorld, type RatedWorld } from './rated-world.js';
import { signOrder } from './staff-work.js';

/** In the order of their places; the money is enough for the first two. */
const PROJECTS = ['Сад біля школи', 'Кіно під зорями', 'Лавки на площі'] as const;
const ANSWER = 'У листі 1 не враховано листа підтримки міської ради з додатка 2. Бали мають бути іншими.';

let journey: Journey;
let world: World;
let of: RatedWorld;
let loser: Person;
let visitor: Person;

beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-12-01T10:00:00+02:00' });
  world = await World.open();
  of = await ratedWorld(journey, world, { titles: PROJECTS, rules: {}, potKop: 6_000_000 });
  loser = of.applicants[2]!;
  visitor = await journey.person('visitor@people.example');
}, 240_000);
afterAll(async () => {
  await world?.close();
  await journey?.end();
});

async function decide(subject: string): Promise<void> {
  await openSession(of.members[1]!, subject, []);
  for (const member of of.members) await voteFor(member, subject);
  await closeAndSign(of.members[0]!, of.members[1]!, subject);
}

describe('a complaint that changes the rating', () => {
  scene('the order leaves the third without money; it complains and gets a number and a term', async () => {
    const path = `/organiser/competitions/${of.id}`;
    await of.officer.open(`${path}/allocation`);
    await of.officer.fillAll({ 'Коли відбудеться засідання': '02.12.2020 10:00', 'Де відбудеться': 'кімната 305' });
    await of.officer.press('Скликати засідання');
    await journey.timeIs('02.12.2020 10:00');
    await decide(AWARD);
    await of.director.open(`${path}/order`);
    await signOrder(of.director, '112-од');
    await loser.open('/applications');
    await loser.follow(PROJECTS[2]);
    await loser.follow('Скарги');
    await loser.follow('Подати скаргу');
    await loser.press('Подати скаргу');
    expect((await loser.errors()).length).toBe(4);
    await loser.tick('Бали за пропозицію');
    await loser.tick('Не враховано того, що є в пропозиції');
    await loser.fillAll({
      'У чому порушення': 'Лист підтримки міської ради додано, а в коментарі сказано, що його немає.',
      'Чого вимагаєте': 'Переглянути бали.',
    });
    await loser.press('Подати скаргу');
    await loser.reads('Скаргу зареєстровано за № 1/2020', 'Відповідь – до');
  });

  scene('rule 57: somebody without a part in the decision looks at it', async () => {
    await of.officer.open('/desk');
    await of.officer.follow('Доручити розгляд скарги № 1/2020');
    await of.officer.page.getByRole('radio').first().check();
    await of.officer.press('Доручити');
    await of.officer.reads('Скаргу передано на розгляд.');
  });

  scene('its answer puts a sheet otherwise; the director sees the new places and signs', async () => {
    const reviewer = await whoLooks();
    await reviewer.follow('Розглянути скаргу № 1/2020');
    await reviewer.tick('задоволено');
    await reviewer.fill('Текст відповіді', ANSWER);
    await reviewer.tick('Бали за пропозицію: один лист оцінювання має бути іншим');
    await reviewer.page.getByText('Якими мали бути бали').click();
    await reviewer.page.getByRole('radio', { name: /^Лист 1:/ }).check();
    for (const key of ['fit', 'results', 'efficiency', 'capacity']) await reviewer.fill(key, '5');
    await reviewer.press('Передати на підпис');
    expect(await reviewer.errors()).toEqual([]);
    await of.director.open('/desk');
    await of.director.follow('Підписати відповідь на скаргу № 1/2020');
    await of.director.reads('Що змінюється в рейтингу', PROJECTS[2]);
    await of.director.press('Підписати');
    await of.director.reads('Відповідь підписано й надіслано.');
    await loser.followsLetter('Відповідь на скаргу № 1/2020');
    await loser.reads(ANSWER);
  });

  scene('the commission adopts it by new minutes; everybody reads the answer, nobody the complaint', async () => {
    await of.officer.open('/desk');
    await of.officer.follow('Винести на комісію скаргу № 1/2020');
    await of.officer.fillAll({ Коли: '04.12.2020 10:00', 'Місце або посилання': 'кімната 305' });
    await of.officer.press('Призначити засідання');
    expect(await of.officer.errors()).toEqual([]);
    await journey.timeIs('04.12.2020 10:00');
    await decide('Розгляд скарги № 1/2020');
    await visitor.open(`/competitions/${of.code}/complaints`);
    await visitor.reads('задоволено');
    await visitor.follow('1/2020');
    await visitor.reads(ANSWER, 'Зміни ухвалено протоколом засідання');
    await visitor.doesNotRead('Лист підтримки міської ради додано');
  });

  scene('the director sees which awards no longer follow, and an order brings them into line', async () => {
    await of.officer.open('/desk');
    await of.officer.follow('Привести розподіл до рейтингу, зміненого за скаргою № 1/2020');
    await of.officer.reads('Рейтинг змінено', PROJECTS[1], PROJECTS[2]);
    await of.director.open('/desk');
    await of.director.follow('Привести розподіл до рейтингу, зміненого за скаргою № 1/2020');
    await of.director.fill('Номер наказу', '118-од');
    await of.director.tick('Наказ скасує названу підтримку й надасть нову; організації отримають листи');
    await of.director.press('Підписати наказ');
    expect(await of.director.errors()).toEqual([]);
    await of.director.doesNotRead('Рейтинг змінено');
    await loser.followsLetter('Ваш проєкт підтримано');
    await of.applicants[1]!.followsLetter('Підтримку скасовано');
    await visitor.open(`/competitions/${of.code}/results`);
    await visitor.reads('Підтримку скасовано, бо рейтинг змінено', '118-од');
  });

  it('shows no page with a fault', () => expect(journey.check.faults).toEqual([]));
});

/** The officer may have given it to either of the two. */
async function whoLooks(): Promise<Person> {
  for (const person of [of.officer, of.colleague]) {
    await person.open('/desk');
    if ((await person.text()).includes('Розглянути скаргу № 1/2020')) return person;
  }
  throw new Error('nobody was asked to look');
}
