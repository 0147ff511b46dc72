import { hashPassword } from '#libs/identity';
import { actScene, type ActScene } from '../support/act-scene.js';
import { startApp, type TestApp } from '../support/app.js';
import { Journey, scene } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { WHOLE, wholeDraft } from '../support/proposals.js';
import { World } from '../support/world.js';
import { submit } from './applicant-work.js';

const PHONE = { viewport: { width: 360, height: 740 } };
const CHANGED = 'Книга їде в село і в місто';

let journey: Journey;
let app: TestApp;
let world: World;
let of: ActScene;
let path: string;
let applicant: Person;
let officer: Person;
let code: string;

/** A whole draft of somebody with a phone, on a day of the reception. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-11-04T10:00:00+02:00' });
  [app, world] = [await startApp(), await World.open()];
  const password_hash = await hashPassword(PASSWORD);
  of = await actScene(world, { password_hash });
  path = `/applications/${await wholeDraft(app, of.competition, of.who)}`;
  await world.rows('update identity.person set password_hash = $1', [password_hash]);
  applicant = await signedIn(of.who.actor.email, PHONE);
  officer = await signedIn(of.officer.email);
});
afterAll(async () => {
  await world?.close();
  await app?.close();
  await journey?.end();
});

async function signedIn(email: string, options = {}): Promise<Person> {
  const person = await journey.person(email, options);
  await person.open('/sign-in');
  await person.fillAll({ 'Електронна пошта': email, Пароль: PASSWORD });
  await person.press('Увійти');
  return person;
}

const counts = `/organiser/competitions/`;

describe('a proposal is taken back and submitted again', () => {
  scene('submitted from a phone, it has a number and a receipt', async () => {
    await applicant.open(path);
    await applicant.follow('Перевірити й подати');
    code = await submit(applicant);
    await applicant.letter(`Пропозицію № ${code} прийнято`);
  });

  scene('keeping it is one press away; taken back, every page says that it is not submitted', async () => {
    await applicant.open(path);
    await applicant.follow('Відкликати пропозицію');
    await applicant.reads('Відкликану пропозицію комісія не розглядає.', code);
    await applicant.follow('Залишити поданою');
    await applicant.reads(`Подано за № ${code}.`);
    await applicant.follow('Відкликати пропозицію');
    await applicant.press('Відкликати');
    await applicant.reads('НЕ ПОДАНО: пропозицію відкликано.', 'Прийом триває до');
    expect(await applicant.page.getByRole('link', { name: 'Відкликати пропозицію' }).count()).toBe(0);
    await applicant.letter(`Пропозицію № ${code} відкликано`);
    await applicant.open('/desk');
    await applicant.reads(`Відкликано й не подано: «${WHOLE.about.title}»`);
  });

  scene('the staff sees that one was taken back, and nothing of it', async () => {
    await officer.open(`${counts}${of.id}/proposals`);
    await officer.reads('0', 'відкликан', 'Пропозиції запечатано.');
    await officer.doesNotRead(WHOLE.about.title, code);
  });

  scene('what was submitted stays to be read; the form is open as before', async () => {
    await applicant.open(path);
    await applicant.follow('Розписка');
    await applicant.reads('Версія 1', 'НЕ ПОДАНО: пропозицію відкликано.');
    await applicant.follow('До змісту пропозиції');
    await applicant.follow('Назва, пріоритет і строки');
    await applicant.fill('Назва проєкту', CHANGED);
    await applicant.press('Зберегти й до змісту');
    await applicant.reads('Збережено.', 'НЕ ПОДАНО: пропозицію відкликано.');
  });

  scene('submitted again it keeps its number; the first version stays beside the second', async () => {
    await applicant.follow('Перевірити й подати');
    expect(await submit(applicant)).toBe(code);
    await applicant.reads('Версія 1', 'Версія 2', CHANGED);
    await applicant.follow('Версія 1');
    await applicant.reads(WHOLE.about.title, 'Це версія 1. Розглядається остання подана версія.');
    await applicant.doesNotRead(CHANGED);
  });

  scene('once the door is closed nothing is taken back', async () => {
    const late = await journey.anotherWindow(applicant);
    await late.open(`${path}/withdrawal`);
    await journey.timeIs('05.11.2020 18:01');
    await late.press('Відкликати');
    await late.reads('Прийом пропозицій завершено');
    await applicant.open(path);
    expect(await applicant.page.getByRole('link', { name: 'Відкликати пропозицію' }).count()).toBe(0);
    await officer.open(`${counts}${of.id}/proposals`);
    await officer.reads('1 подана пропозиція');
  });

  scene('no page had a fault', async () => {
    const refused = /Failed to load resource: .* status of 409/;
    expect(journey.check.faults.filter((fault) => !refused.test(fault))).toEqual([]);
    expect(journey.check.pages).toBeGreaterThan(8);
  });
});
