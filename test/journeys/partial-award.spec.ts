import { Journey, scene } from '../support/journey.js';
import type { Person } from '../support/person.js';
import { World } from '../support/world.js';
import { AWARD } from './cast.js';
import { closeAndSign, openSession, voteFor } from './commission-work.js';
import { ratedWorld, type RatedWorld } from './rated-world.js';
import { signOrder } from './staff-work.js';

const RULES = { partialAward: 'with-consent', partialConsentDays: 5, substitution: 'next-in-rating' };
const NEXT = 'Підтримка наступних за рейтингом';
/** In the order of their places. */
const PROJECTS = ['Сад біля школи', 'Кіно під зорями', 'Лавки на площі'] as const;

let journey: Journey;
let world: World;
let of: RatedWorld;
let visitor: Person;

/** Three rated proposals, and money for one and a half. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-12-01T10:00:00+02:00' });
  world = await World.open();
  of = await ratedWorld(journey, world, { titles: PROJECTS, rules: RULES, potKop: 4_500_000 });
  visitor = await journey.person('visitor@people.example');
}, 240_000);
afterAll(async () => {
  await world?.close();
  await journey?.end();
});

const work = (page: string): string => `/organiser/competitions/${of.id}/${page}`;

/** The session that was called decides for everything on its agenda. */
async function decide(subject: string): Promise<void> {
  await openSession(of.members[1]!, subject, []);
  for (const member of of.members) await voteFor(member, subject);
  await closeAndSign(of.members[0]!, of.members[1]!, subject);
}

describe('less than the request, a refusal, and the next in the rating', () => {
  scene('rule 49: the order offers the second what is left', async () => {
    await of.officer.open(work('allocation'));
    await of.officer.fillAll({ 'Коли відбудеться засідання': '02.12.2020 10:00', 'Де відбудеться': 'кімната 305' });
    await of.officer.press('Скликати засідання');
    expect(await of.officer.errors()).toEqual([]);
    await journey.timeIs('02.12.2020 10:00');
    await decide(AWARD);
    await of.director.open(work('order'));
    await signOrder(of.director, '112-од');
    await visitor.open(`/competitions/${of.code}/results`);
    await visitor.reads('Запропоновано менше', '15 000,00');
  });

  scene(
    'rule 49: it agrees with a corrected budget; a sum that is not the offered one is told at the lines',
    async () => {
      const second = of.applicants[1]!;
      await second.followsLetter('Вам пропонують меншу суму');
      await second.reads('Вам пропонують 15 000,00 грн із 30 000,00 грн');
      await second.follow('Погодитися й виправити кошторис');
      const row = { in: '1. Роботи' };
      await second.fillAll({ 'Ціна за одиницю, грн': '14000', 'Кошти конкурсу, грн': '14000' }, row);
      await second.press('Перерахувати');
      await second.reads('14 000,00');
      await second.press('Погодитися');
      expect((await second.errors()).length).toBeGreaterThan(0);
      expect(await second.valueOf('Ціна за одиницю, грн', row)).toBe('14000');
      await second.fillAll({ 'Ціна за одиницю, грн': '15000', 'Кошти конкурсу, грн': '15000' }, row);
      await second.page.getByLabel(/Організація погоджується/).check();
      await second.press('Погодитися');
      await second.reads('Згоду записано');
      expect((await second.file('Ваша письмова згода з виправленим кошторисом (PDF)')).subarray(0, 5).toString()).toBe(
        '%PDF-',
      );
      await of.officer.open(work('awards'));
      await of.officer.reads('письмова згода на меншу суму');
    },
  );

  scene('rule 50: the winner refuses, and everybody sees it beside what was decided', async () => {
    const first = of.applicants[0]!;
    await first.followsLetter('Ваш проєкт підтримано');
    await first.follow('Відгук за критеріями: сильні сторони й прогалини');
    await first.reads('Сильні сторони', 'у середньому в конкурсі');
    await first.follow('До результату');
    await first.follow('Відмовитися від підтримки');
    await first.press('Відмовитися');
    expect((await first.errors()).length).toBe(2);
    await first.fill('Чому організація відмовляється', 'Школу зачинено на ремонт.');
    await first.tick('Так, організація відмовляється');
    await first.press('Відмовитися');
    await first.reads('Школу зачинено на ремонт.');
    await visitor.page.reload();
    await visitor.reads('Що змінилося після наказу', 'Вивільнено 30 000,00 грн.');
  });

  scene('rule 50: the next in the rating is offered the money by new minutes and an additional order', async () => {
    await of.officer.open('/desk');
    await of.officer.follow('Запропонувати вільні кошти наступній за рейтингом');
    await of.officer.reads(PROJECTS[2]);
    await of.officer.fillAll({ 'Коли відбудеться засідання': '04.12.2020 10:00', 'Де відбудеться': 'кімната 305' });
    await of.officer.press('Скликати засідання');
    expect(await of.officer.errors()).toEqual([]);
    await journey.timeIs('04.12.2020 10:00');
    await decide(NEXT);
    await of.director.open(work('awards'));
    await of.director.fill('Номер наказу', '118-од');
    await of.director.tick('Рішення перевірено, його можна затвердити. Після підписання наказ не змінюється.');
    await of.director.press('Підписати наказ');
    await of.applicants[2]!.followsLetter('Ваш проєкт підтримано');
    await of.applicants[2]!.reads('30 000,00 грн');
    await visitor.page.reload();
    await visitor.reads('додатковим наказом № 118-од надано або запропоновано 30 000,00 грн');
  });

  it('shows no page with a fault', () => expect(journey.check.faults).toEqual([]));
});
