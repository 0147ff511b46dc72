import { hashPassword } from '#libs/identity';
import { actScene, type ActScene } from '../support/act-scene.js';
import { startApp, type TestApp } from '../support/app.js';
import { Journey, scene } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { wholeDraft } from '../support/proposals.js';
import { until } from '../support/until.js';
import { World } from '../support/world.js';

const TITLE = 'Назва проєкту';
const PROBLEM = 'Яку проблему?';

let journey: Journey;
let app: TestApp;
let world: World;
let of: ActScene;
let draft: string;
/** On a phone. */
let olena: Person;
/** Of the same organisation, at another computer. */
let petro: Person;

beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-11-04T10:00:00+02:00' });
  [app, world] = [await startApp(), await World.open()];
  const password_hash = await hashPassword(PASSWORD);
  of = await actScene(world, { password_hash });
  draft = await wholeDraft(app, of.competition, of.who);
  const { organisationId } = of.who;
  const grant = { role: 'applicant', scopeKind: 'organisation' as const, scopeId: organisationId };
  const colleague = await world.person([grant]);
  await world.rows('update identity.person set password_hash = $1', [password_hash]);
  olena = await signedIn(of.who.actor.email, { viewport: { width: 360, height: 740 } });
  petro = await signedIn(colleague.email);
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

const page = (name: string) => `/applications/${draft}/${name}`;
const draftLine = (person: Person) => person.page.locator('[data-draft-line]').innerText();
const says = (person: Person, words: RegExp) =>
  until(
    () => draftLine(person),
    (line) => words.test(line),
  );
const savedTitle = async () =>
  (await world.rows<{ title: string }>('select title from applications.application where id = $1', [draft]))[0]!.title;

/** Without a look at the page's faults: a page without a connection cannot load anything. */
const goes = (person: Person, path: string) => person.page.goto(new URL(path, journey.system.url).href);

/** The worker has the page: it opens without a connection too. */
async function keepsOffline(person: Person, path: string): Promise<void> {
  const isKept = () => person.page.evaluate(async (address) => Boolean(await caches.match(address)), path);
  await until(isKept, (kept) => kept);
}

describe('a draft on a phone with a bad connection', () => {
  scene('saves itself and says when', async () => {
    await olena.open(`/applications/${draft}`);
    await olena.open(page('about'));
    await olena.fill(TITLE, 'Бібліотека на колесах');
    await says(olena, /^Збережено о \d\d:\d\d:\d\d$/);
    expect(await savedTitle()).toBe('Бібліотека на колесах');
    await olena.open(page('answers/need'));
    for (const path of [`/applications/${draft}`, page('about'), page('answers/need')]) await keepsOffline(olena, path);
  });

  scene('the connection drops: the page says so, and what is typed stays on the device', async () => {
    await olena.open(page('about'));
    await olena.context.setOffline(true);
    await olena.fill(TITLE, 'Бібліотека на колесах і без зв’язку');
    await says(olena, /Зв’язку немає.*НЕ ПОДАНО/);
    expect(await savedTitle()).toBe('Бібліотека на колесах');
  });

  scene('a page visited before opens again without a connection, with everything typed', async () => {
    await goes(olena, page('answers/need'));
    await olena.fill(PROBLEM, 'Бібліотеки зачинено, автобуса немає.');
    await says(olena, /Зв’язку немає/);
    await goes(olena, page('about'));
    await olena.reads('Зв’язку немає, пропозицію НЕ ПОДАНО', 'показує стан на той час');
    expect(await olena.valueOf(TITLE)).toBe('Бібліотека на колесах і без зв’язку');
    await goes(olena, `/applications/${draft}`);
    await olena.reads('На цьому пристрої є ненадіслані зміни', 'Проблема');
  });

  scene('a button without a connection leads nowhere and loses nothing', async () => {
    await goes(olena, page('about'));
    await olena.page.getByRole('button', { name: 'Зберегти й далі' }).click();
    await says(olena, /Зв’язку немає/);
    expect(await olena.valueOf(TITLE)).toBe('Бібліотека на колесах і без зв’язку');
  });

  scene('meanwhile a colleague saves one of the pages', async () => {
    await petro.open(page('about'));
    await petro.fill(TITLE, 'Бібліотека для Сватового');
    await says(petro, /^Збережено о/);
  });

  scene('the connection is back: what nobody else changed is saved, both texts of the rest are shown', async () => {
    await olena.context.setOffline(false);
    await until(
      () => olena.page.locator('.both-texts').count(),
      (count) => count === 1,
    );
    expect(await savedTitle()).toBe('Бібліотека для Сватового');
    const both = await olena.page.locator('.both-texts').innerText();
    expect(both).toContain('Бібліотека на колесах і без зв’язку');
    expect(both).toContain('Бібліотека для Сватового');
    await journey.check.look(olena.page);
    await olena.page.getByRole('button', { name: 'Застосувати й зберегти' }).click();
    await says(olena, /^Збережено о/);
    expect(await savedTitle()).toBe('Бібліотека на колесах і без зв’язку');
    await olena.open(page('answers/need'));
    await says(olena, /^Збережено о/);
    await olena.open(`/applications/${draft}`);
    await olena.doesNotRead('На цьому пристрої є ненадіслані зміни');
  });

  scene('a table saves itself too, and keeps its rows without a connection', async () => {
    const savedLine = async () =>
      (
        await world.rows<{ title: string }>('select title from applications.budget_line where application_id = $1', [
          draft,
        ])
      )[0]!.title;
    await olena.open(page('budget'));
    await olena.fill('Назва витрати', 'Книжки й полиці', { in: 'Рядок 1' });
    await says(olena, /^Збережено о/);
    expect(await savedLine()).toBe('Книжки й полиці');
    await olena.context.setOffline(true);
    await olena.fill('Назва витрати', 'Книжки, полиці й лампи', { in: 'Рядок 1' });
    await says(olena, /Зв’язку немає.*НЕ ПОДАНО/);
    await olena.context.setOffline(false);
    await says(olena, /^Збережено о/);
    expect(await savedLine()).toBe('Книжки, полиці й лампи');
  });

  scene(
    'rows copied from a spreadsheet are pasted, with numbers as people write them, and their totals stand',
    async () => {
      await olena.context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await olena.open(page('budget'));
      const cells = [
        ['Книжки «Абетка»', '', 'шт.', '10', '1 500,50', '15005,00', '0'],
        ['Лампи', '', 'шт.', '2', '1500.50', '3 001', '0'],
        ['Проїзд', '', 'км', '1\u00a0000', '2', '1 000', '1000'],
      ];
      await olena.page.evaluate(
        (text) => navigator.clipboard.writeText(text),
        cells.map((row) => row.join('\t')).join('\r\n'),
      );
      await olena.page.getByLabel('Назва витрати').first().focus();
      await olena.page.keyboard.press('Control+V');
      await says(olena, /^Збережено о/);
      const sums = await until(
        () =>
          world.rows<{ funded: string; own: string; rows: string }>(
            `select sum(funded_kop) as funded, sum(own_kop) as own, count(*) as rows
             from applications.budget_line where application_id = $1`,
            [draft],
          ),
        ([row]) => Number(row!.rows) >= cells.length,
      );
      expect(sums[0]).toMatchObject({ funded: '1900600', own: '100000' });
      await olena.open(page('budget'));
      await olena.reads('19 006,00');
    },
  );

  scene('who opens a page that somebody is writing is told', async () => {
    await petro.open(page('about'));
    await petro.reads('Цю сторінку зараз пише також');
  });

  const left = () =>
    olena.page.evaluate(async () => [
      ...(await caches.keys()).filter((name) => name.startsWith('spryiannia-')),
      ...Object.keys(localStorage).filter((key) => key.startsWith('spryiannia:draft:')),
    ]);

  /** What the browser asked before leaving; it is answered so. */
  async function signsOut(answer: 'accept' | 'dismiss'): Promise<string> {
    // By itself a person here says yes to everything.
    olena.page.removeAllListeners('dialog');
    const asked = olena.page.waitForEvent('dialog').then(async (dialog) => {
      await dialog[answer]();
      return dialog.message();
    });
    await olena.page.locator('.nav__summary').click();
    await olena.page.getByRole('button', { name: 'Вийти' }).last().click();
    return asked;
  }

  scene('signing out names what has not reached the site; whoever stays keeps it', async () => {
    await olena.page.route(`**${page('about')}`, (route) =>
      route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue(),
    );
    await olena.open(page('about'));
    await olena.fill(TITLE, 'Не дійшло до сайту');
    await says(olena, /Зв’язку немає.*НЕ ПОДАНО/);
    expect(await signsOut('dismiss')).toContain('Назва, пріоритет і строки');
    expect(await olena.valueOf(TITLE)).toBe('Не дійшло до сайту');
    await olena.open(`/applications/${draft}`);
    await olena.reads('На цьому пристрої є ненадіслані зміни');
    expect((await left()).length).toBeGreaterThan(0);
  });

  scene('signing out all the same leaves nothing on the device', async () => {
    await olena.open(page('about'));
    expect(await signsOut('accept')).toContain('Назва, пріоритет і строки');
    await olena.page.waitForURL((url) => url.pathname === '/');
    expect(await left()).toEqual([]);
    expect(await savedTitle()).not.toBe('Не дійшло до сайту');
  });

  scene('a foreign computer keeps nothing at all', async () => {
    const guest = await journey.person(of.who.actor.email);
    await guest.open('/sign-in');
    await guest.fillAll({ 'Електронна пошта': of.who.actor.email, Пароль: PASSWORD });
    await guest.tick('Це чужий комп’ютер');
    await guest.press('Увійти');
    await guest.open(page('about'));
    await guest.fill(TITLE, 'З чужого комп’ютера');
    await says(guest, /^Збережено о/);
    await guest.reads('Чужий комп’ютер: на ньому нічого не лишається.');
    const left = await guest.page.evaluate(async () => [
      ...(await caches.keys()),
      ...Object.keys(localStorage).filter((key) => key.startsWith('spryiannia:draft:')),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ]);
    expect(left).toEqual([]);
  });

  scene('no page had a fault', async () => {
    const notOffline = journey.check.faults.filter((fault) => !fault.includes('net::ERR_INTERNET_DISCONNECTED'));
    expect(notOffline).toEqual([]);
  });
});
