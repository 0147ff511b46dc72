import { hashPassword } from '#libs/identity';
import { submitted } from '../support/commission.js';
import { Journey, scene } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { contentOf, inScope, KEYS } from '../support/scoring-world.js';
import { rulesWith } from '../support/second-look.js';
import { World } from '../support/world.js';
import { closeAndSign, openSession, voteFor } from './commission-work.js';

const SCAN = {
  name: 'аркуш.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};
const NO_CONFLICT = 'Щодо решти конфлікту немає – зберегти';
const ANNULMENT = 'Про анулювання оціночного листа';

let journey: Journey;
let world: World;
let competitionId: string;
let code: string;
let officer: Person;
let chair: Person;
let secretary: Person;
let member: Person;

/** One admitted proposal and a commission of three, before the scoring. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-11-10T10:00:00+02:00' });
  world = await World.open();
  const password_hash = await hashPassword(PASSWORD);
  const { id: organiserId } = await world.organiser();
  const values = { state: 'admission', rule_set: rulesWith({ commissionMinMembers: 3 }) };
  ({ id: competitionId } = await world.competition(organiserId, values));
  const rows = await world.rows<{ code: string }>('select code from competitions.competition');
  code = rows[0]!.code;
  const seat = (role: string, family_name: string) =>
    world.person([inScope(role, 'competition', competitionId)], { family_name, password_hash });
  const people = [
    await world.person([inScope('officer', 'organiser', organiserId)], { password_hash }),
    await seat('commission-chair', 'Головенко'),
    await seat('commission-secretary', 'Секретаренко'),
    await seat('commission-member', 'Папір'),
  ];
  const content = contentOf('Сад біля школи', 'ГО «Сад»');
  await submitted(world, competitionId, { title: 'Сад біля школи', state: 'admitted', content });
  const entered = [];
  for (const { email } of people) entered.push(await journey.signedIn(email!));
  [officer, chair, secretary, member] = entered as [Person, Person, Person, Person];
}, 180_000);
afterAll(async () => {
  await world?.close();
  await journey?.end();
});

const work = (page: string): string => `/organiser/competitions/${competitionId}/${page}`;

async function scoreSample(person: Person, points: string, word: string): Promise<void> {
  await person.open('/desk');
  await person.follow('Пробне оцінювання: 1 зразок');
  await person.follow('Оцінити зразок');
  for (const [index, key] of KEYS.entries()) {
    await person.tick(points[index]!, { in: `${index + 1}. ${key}` });
    await person.fill(`Чому стільки: ${key}`, word);
  }
  await person.press('Поставити бали й побачити інші');
  expect(await person.errors()).toEqual([]);
}

async function scoreAndSign(person: Person): Promise<void> {
  await person.open(`/scoring/${competitionId}`);
  await person.follow('Оцінити наступну пропозицію');
  for (const [index, key] of KEYS.entries()) await person.tick('4', { in: `${index + 1}. ${key}` });
  await person.press('Готово, далі');
  await person.open(`/scoring/${competitionId}/signature`);
  await person.press('Підписати');
  expect(await person.errors()).toEqual([]);
}

describe('before and beside the queues', () => {
  scene('the secretary opens a trial scoring of an invented proposal', async () => {
    await secretary.open('/scoring');
    await secretary.follow('Пробне оцінювання');
    await secretary.fill('Останній день', '12.11.2020');
    await secretary.page.locator('[name=title1]').fill('Клуб для підлітків');
    await secretary.page.locator('[name=body1]').fill('Вигадана пропозиція про клуб.');
    await secretary.press('Відкрити й повідомити всіх');
    await secretary.reads('Триває', 'Оцінили 0 із 3');
    expect((await member.letter('Пробне оцінювання')).text).toContain('До рейтингу ці бали не входять');
  });

  scene('each sees the others after the own points; the officer clarifies what was read differently', async () => {
    await scoreSample(member, '5432', 'партнери названі');
    await member.reads('5 … 5, середина 5');
    await scoreSample(chair, '1432', 'партнери лише названі');
    await chair.reads('1 … 5, середина 3');
    await chair.unfold('fit: 2 пояснення');
    await chair.reads('партнери названі');
    await chair.doesNotRead('Папір');
    await officer.open(work('calibration'));
    await officer.reads('Оцінили 2 із 3', 'Розбіжність балів з’явиться тут');
    await officer.press('Завершити пробне оцінювання');
    await officer.reads('1 … 5, середина 3');
    await officer.tick('fit');
    await officer.fill('Роз’яснення', '5 – є угоди з партнерами');
    await officer.press('Оприлюднити роз’яснення');
    await officer.open(`/competitions/${code}`);
    await officer.follow('Роз’яснення критеріїв');
    await officer.reads('Роз’яснення № 1', '5 – є угоди з партнерами');
  });

  scene('the scoring starts; the clarification stands on the sheet', async () => {
    for (const person of [chair, secretary, member]) {
      await person.open(`/conflicts/${competitionId}`);
      await person.press(NO_CONFLICT);
    }
    await journey.timeIs('16.11.2020 09:30');
    await officer.open(`/organiser/competitions/${competitionId}`);
    await officer.press('Почати оцінювання');
    await chair.open(`/scoring/${competitionId}`);
    await chair.waitsFor('Оцінити наступну пропозицію');
    await chair.follow('Оцінити наступну пропозицію');
    await chair.reads('Роз’яснення № 1', '5 – є угоди з партнерами');
  });

  scene('a member signed on paper: the officer enters it, the chair gives it back and then confirms', async () => {
    await scoreAndSign(chair);
    await officer.open(work('paper-sheets'));
    await officer.follow('Внести лист із паперу');
    await officer.select('Чий лист', 'Папір');
    await officer.page.locator('[name=applicationId]').selectOption({ index: 1 });
    for (const [index, key] of KEYS.entries()) await officer.tick('5', { in: `${index + 1}. ${key}` });
    await officer.press('Передати на звірку');
    expect(await officer.errors()).toEqual(['Додайте скан підписаного аркуша']);
    await officer.attach('Скан підписаного аркуша', SCAN);
    await officer.press('Передати на звірку');
    await officer.reads('Чекає на звірку');
    await member.followsLetter('Внесено Ваш оціночний лист із паперу');
    await member.reads('5 із 5', 'Це не мій лист');
    await chair.open('/desk');
    await chair.follow('Звірити зі сканом 1 лист із паперу');
    await chair.follow('Папір Олена Іванівна');
    await chair.unfold('Повернути');
    await chair.fill('Що не так', 'На скані 3 за перший критерій');
    await chair.press('Повернути');
    await officer.open(work('paper-sheets'));
    await officer.follow('Папір Олена Іванівна');
    await officer.follow('Внести ще раз');
    await officer.tick('3', { in: `1. ${KEYS[0]}` });
    await officer.press('Передати на звірку');
    await chair.open(work('paper-sheets'));
    await chair.follow('Папір Олена Іванівна');
    await chair.press('Збігається зі сканом: підтвердити');
    await chair.reads('Підписано, з паперу');
  });

  scene('the commission annuls that sheet in its minutes, and another one is written', async () => {
    await officer.open(work('annulments'));
    await officer.select('Лист', 'Папір');
    await officer.fill('Підстава', 'Аркуш стосувався іншої пропозиції');
    await officer.fill('Коли засідання', '17.11.2020 12:00');
    await officer.fill('Де', 'Зала 2');
    await officer.press('Призначити засідання');
    expect(await officer.errors()).toEqual([]);
    await scoreAndSign(secretary);
    await officer.open(work('scoring'));
    await officer.reads('Є лист, про анулювання якого комісія ще не підписала протоколу.');
    await journey.timeIs('17.11.2020 12:00');
    await openSession(secretary, ANNULMENT, []);
    for (const person of [chair, secretary, member]) await voteFor(person, ANNULMENT);
    await closeAndSign(chair, secretary, ANNULMENT);
    await officer.open(work('annulments'));
    await officer.reads('Анульовано', 'Аркуш стосувався іншої пропозиції');
    expect((await member.letter('Ваш оціночний лист анульовано, потрібен новий')).text).toContain('ротоколом № 1');
    await scoreAndSign(member);
    await officer.open(work('rating'));
    await officer.waitsFor('16');
  });

  it('shows no page with a fault', () => expect(journey.check.faults).toEqual([]));
});
