import { hashPassword } from '#libs/identity';
import { actScene, type ActScene } from '../support/act-scene.js';
import { startApp, type TestApp } from '../support/app.js';
import { Journey, scene } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { CLOSES_AT, wholeDraft } from '../support/proposals.js';
import { World } from '../support/world.js';

const OUTAGE = 'Система не працювала 05.11.2020 з 15:10 до 19:40: подати пропозицію ніхто не міг.';
const LATER = '07.11.2020 18:00';
const EXTENDED = 'Прийом пропозицій продовжено';

let journey: Journey;
let app: TestApp;
let world: World;
let of: ActScene;
/** Of the one who was writing when the system went down. */
let draft: string;
let officer: Person;
let director: Person;
let applicant: Person;
let visitor: Person;
let acts: string;

/** The door closed while the system was down; a whole proposal is still a draft. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-11-05T19:45:00+02:00' });
  [app, world] = [await startApp(), await World.open()];
  const password_hash = await hashPassword(PASSWORD);
  of = await actScene(world, { password_hash });
  draft = await wholeDraft(app, of.competition, of.who);
  await world.rows('update identity.person set password_hash = $1', [password_hash]);
  acts = `/organiser/competitions/${of.id}/acts`;
  officer = await journey.signedIn(of.officer.email);
  director = await journey.signedIn(of.director.email);
  applicant = await journey.signedIn(of.who.actor.email);
  visitor = await journey.person('visitor@people.example');
});
afterAll(async () => {
  await world?.close();
  await app?.close();
  await journey?.end();
});

describe('the system was down when the reception closed', () => {
  scene('the door is closed, and the draft is kept', async () => {
    expect(CLOSES_AT.getTime()).toBeLessThan(new Date('2020-11-05T19:45:00+02:00').getTime());
    await visitor.open(`/competitions/${of.code}`);
    await visitor.reads('Прийом завершено');
    await applicant.open(`/applications/${draft}`);
    await applicant.reads('НЕ ПОДАНО', 'Книга їде в село');
    expect(await applicant.page.getByRole('link', { name: 'Перевірити й подати' }).count()).toBe(0);
  });

  scene('rule 17: the officer writes the outage down as the reason; an earlier closing is refused', async () => {
    await officer.open(acts);
    await officer.follow('Продовжити прийом пропозицій');
    await officer.fillAll({ 'Номер акта': '52-од', 'Дата акта': '05.11.2020', Причина: OUTAGE });
    await officer.fill('Нове завершення прийому', '04.11.2020 18:00');
    await officer.press('Підготувати акт');
    expect(await officer.errors()).toHaveLength(1);
    expect(await officer.valueOf('Причина')).toBe(OUTAGE);
    await officer.fill('Нове завершення прийому', LATER);
    await officer.press('Підготувати акт');
    await officer.reads('Акт підготовлено', 'Чекає на підтвердження керівника');
    await visitor.open(`/competitions/${of.code}`);
    await visitor.doesNotRead(OUTAGE);
  });

  scene('the director confirms it: the reception goes on for everybody, as everybody reads', async () => {
    await director.open('/desk');
    await director.follow('Підтвердити акт: Продовжити прийом пропозицій');
    await director.reads(OUTAGE);
    await director.press('Підтвердити акт');
    await visitor.open(`/competitions/${of.code}`);
    await visitor.reads('Триває прийом пропозицій', EXTENDED, 'Акт № 52-од від 05.11.2020', OUTAGE);
    await visitor.reads('Кінець прийому пропозицій: було 5 листопада 2020');
    await visitor.open(`/en/competitions/${of.code}`);
    await visitor.reads('Act No. 52-од');
  });

  scene('whoever has a draft is told until when', async () => {
    const { text } = await applicant.letter('родовжено');
    expect(text).toContain(OUTAGE);
    expect(text).toContain('№ 52-од');
    expect(text).toContain('7 листопада 2020');
  });

  scene('the draft is submitted in the time that was given back', async () => {
    await journey.timeIs('07.11.2020 17:30');
    await applicant.open(`/applications/${draft}`);
    await applicant.follow('Перевірити й подати');
    await applicant.press('Подати пропозицію');
    await applicant.reads('Пропозицію прийнято', 'Час подання 7 листопада 2020 року, 17:');
  });

  scene('once the proposals are opened, nothing is extended any more', async () => {
    await journey.timeIs('07.11.2020 18:01');
    await officer.open(`/organiser/competitions/${of.id}`);
    await officer.press('Відкрити пропозиції');
    await officer.open(acts);
    await officer.reads(EXTENDED);
    expect(await officer.page.getByRole('link', { name: 'Продовжити прийом пропозицій' }).count()).toBe(0);
    await officer.open(`${acts}/new/extend`);
    await officer.doesNotRead('Підготувати акт');
  });

  scene('no page had a fault', async () => {
    expect(journey.check.faults).toEqual([]);
    expect(journey.check.pages).toBeGreaterThan(10);
  });
});
