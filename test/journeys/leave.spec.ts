import { extractText, getDocumentProxy } from 'unpdf';
import { hashPassword } from '#libs/identity';
import { startApp, type TestApp } from '../support/app.js';
import { AwardScenes, type AwardScene } from '../support/award-scene.js';
import { Journey, scene } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { World } from '../support/world.js';

const ALLOCATE = 'Винести розподіл коштів на засідання комісії';
const SIGN = 'Підписати наказ про результати конкурсу';
const REFUSED = 'Цю дію Вам не дозволено';
const FOR_DIRECTORS = '/second-factor-resets';
const ACTING_OFFICER = 'в. о. головного спеціаліста';
const ACTING_DIRECTOR = 'т. в. о. директора департаменту';
const [LEAVE_BEGINS, LEAVE_ENDS] = ['01.12.2020', '02.12.2020'];

let journey: Journey;
let app: TestApp;
let world: World;
let scenes: AwardScenes;
let of: AwardScene;
let officer: Person;
let director: Person;
/** A second director, who stands in for the officer. */
let deputy: Person;
/** A second officer, who stands in for the director. */
let clerk: Person;
let order: string;

/** A rated competition is there; from here on the four people of the authority sit before their browsers. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-12-01T09:00:00+02:00' });
  [app, world] = [await startApp(), await World.open()];
  scenes = new AwardScenes(app, world);
  of = await scenes.rated([{ points: 36, uah: 40_000 }]);
  order = `/organiser/competitions/${of.id}/order`;
  [officer, director] = [await journey.signedIn(of.officer.email), await journey.signedIn(of.director.email)];
  deputy = await journey.signedIn(await colleague('director', 'Мельник', 'Софія'));
  clerk = await journey.signedIn(await colleague('officer', 'Шевчук', 'Тарас'));
});
afterAll(async () => {
  await world?.close();
  await app?.close();
  await journey?.end();
});

async function colleague(role: string, familyName: string, givenName: string): Promise<string> {
  const names = { family_name: familyName, given_name: givenName, patronymic: null };
  const grant = { role, scopeKind: 'organiser', scopeId: of.organiserId } as const;
  return (await world.person([grant], { ...names, password_hash: await hashPassword(PASSWORD) })).email;
}

/** Goes on leave: hands the only power over for two days. */
async function handsOver(person: Person, to: string, position: string, actNumber: string): Promise<void> {
  await person.open('/account');
  await person.follow('Передати повноваження на час відсутності');
  await person.select('Хто заміщає', to);
  await person.fillAll({ 'Перший день': LEAVE_BEGINS, 'Останній день': LEAVE_ENDS });
  await person.fillAll({
    'Посада в документах цих днів': position,
    'Номер акта': actNumber,
    'Дата акта': LEAVE_BEGINS,
  });
  await person.press('Передати повноваження');
  expect(await person.errors()).toEqual([]);
  await person.reads('Повноваження передано на зазначені дні', to, position, `акт № ${actNumber} від ${LEAVE_BEGINS}`);
}

async function isRefused(person: Person, path: string): Promise<void> {
  await person.open(path);
  await person.reads(REFUSED);
}

describe('an officer and a director on leave at the same time', () => {
  scene('before the leave the work waits for the officer, and each colleague keeps to the own duties', async () => {
    await officer.open('/desk');
    await officer.reads(ALLOCATE);
    await deputy.open('/desk');
    await deputy.doesNotRead(ALLOCATE);
    await director.open(FOR_DIRECTORS);
    await director.doesNotRead(REFUSED);
  });

  scene('both hand their powers over, each by an act, from day to day', async () => {
    await handsOver(officer, 'Мельник Софія', ACTING_OFFICER, '87-к');
    await handsOver(director, 'Шевчук Тарас', ACTING_DIRECTOR, '88-к');
    await clerk.letter('Заміщення в системі «Сприяння»');
  });

  scene('the acting officer finds the waiting work on the desk and convenes the commission', async () => {
    await officer.open('/desk');
    await officer.reads('Вас заміщає Мельник Софія');
    await officer.doesNotRead(ALLOCATE);
    await deputy.open('/desk');
    await deputy.reads('Ви заміщаєте', ACTING_OFFICER, 'Акт № 87-к');
    await deputy.follow(ALLOCATE);
    await deputy.reads('Розподілено 40 000,00 грн');
    await deputy.fill('Коли відбудеться засідання', '01.12.2020 15:00');
    await deputy.fill('Де відбудеться', 'кімната 305');
    await deputy.press('Скликати засідання');
    expect(await deputy.errors()).toEqual([]);
  });

  scene('the commission has voted; the acting director signs the order', async () => {
    await journey.timeIs('01.12.2020 15:00');
    const [session] = await world.rows<{ id: string }>('select id from sessions.session where scope_id = $1', [of.id]);
    await scenes.voted(of, session!.id);
    await scenes.sign(of, session!.id);
    await isRefused(director, order);
    await isRefused(officer, order);
    await clerk.open('/desk');
    await clerk.follow(SIGN);
    await clerk.fill('Номер наказу', '112-од');
    await clerk.tick('Розподіл перевірено, його можна затвердити. Після підписання наказ не змінюється.');
    await clerk.press('Підписати наказ');
    await clerk.reads('Наказ підписано, результати оприлюднено');
    await clerk.open(order);
    await clerk.reads('Тарас ШЕВЧУК', ACTING_DIRECTOR);
  });

  scene('the printed order has the position of that day, after the leave too', async () => {
    await journey.timeIs('03.12.2020 09:00');
    await director.open(order);
    await director.reads('Тарас ШЕВЧУК', ACTING_DIRECTOR);
    const paper = await director.file('Наказ № 112-од (PDF)');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(paper)), { mergePages: true });
    // The position stands in a narrow column of the signature: its last word is on the next line.
    expect(text.replace(/\s+/g, ' ')).toContain('т. в. о. директора');
    expect(text).toContain('Тарас ШЕВЧУК');
  });

  scene('whoever comes back has the powers again, and the colleagues have them no more', async () => {
    await director.open(FOR_DIRECTORS);
    await director.doesNotRead(REFUSED);
    for (const person of [deputy, clerk]) {
      await person.open('/desk');
      await person.doesNotRead('Ви заміщаєте');
    }
    await officer.open(order);
    await officer.reads('Наказ підписано');
    await officer.open('/account');
    await officer.reads('Передати повноваження на час відсутності');
  });

  it('shows no page with a fault', () => {
    expect(journey.check.faults).toEqual([]);
    expect(journey.check.pages).toBeGreaterThan(8);
  });
});
