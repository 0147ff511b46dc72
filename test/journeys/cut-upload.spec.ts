import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Route } from 'playwright-core';
import { hashPassword } from '#libs/identity';
import { startApp, type TestApp } from '../support/app.js';
import { Journey, scene } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { receptionScene, wholeDraft } from '../support/proposals.js';
import { World } from '../support/world.js';

const MB = 1024 * 1024;
/** As large as a file may be. */
const SIZE = 50 * MB;
const PIECE = MB / 2;
const NAME = 'Лист підтримки, «Світло» "2020".pdf';

let journey: Journey;
let app: TestApp;
let world: World;
let applicant: Person;
let files: string;
/** A file of the device: chosen again, it is the same file. */
let folder: string;

/** A draft of somebody with a bad line. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-10-20T12:00:00+03:00' });
  [app, world] = [await startApp(), await World.open()];
  const { competition, who } = await receptionScene(world);
  files = `/applications/${await wholeDraft(app, competition, who)}/files`;
  await world.rows('update identity.person set password_hash = $1', [await hashPassword(PASSWORD)]);
  folder = mkdtempSync(join(tmpdir(), 'device-'));
  writeFileSync(join(folder, NAME), Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(SIZE - 9)]));
  applicant = await journey.person(who.actor.email);
  await applicant.open('/sign-in');
  await applicant.fillAll({ 'Електронна пошта': who.actor.email, Пароль: PASSWORD });
  await applicant.press('Увійти');
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world?.close();
  await app?.close();
  await journey?.end();
});

const section = () => applicant.page.locator('section[data-upload]').filter({ has: heading() });
const heading = () => applicant.page.getByRole('heading', { name: 'other' });

const said = (words: string) => section().locator('[data-upload-said]').getByText(words).waitFor();

/** Counts the pieces that go out; from the piece after `broken` on, the line is gone until it is mended. */
function badLine(broken: number) {
  const line = { pieces: 0, isBroken: false };
  const pass = async (route: Route) => {
    if (route.request().method() === 'PATCH') line.pieces += 1;
    line.isBroken ||= line.pieces > broken;
    await (line.isBroken ? route.abort('connectionreset') : route.continue());
  };
  return { line, lay: () => applicant.page.route('**/uploads/*', pass) };
}

async function choose(): Promise<void> {
  await section().locator('input[type=file]').setInputFiles(join(folder, NAME));
  await section().getByRole('button', { name: 'Додати' }).click();
}

describe('a file over a line that breaks', () => {
  scene('the line breaks: the page says so and how much is kept', async () => {
    const { lay } = badLine(60);
    await lay();
    await applicant.open(files);
    await choose();
    await said('Зв’язок перервано. Надіслане збережено: 30 МБ із 50 МБ');
    expect(await section().getByRole('button', { name: 'Продовжити' }).isVisible()).toBe(true);
  });

  scene('the power goes and comes back: the page shows what is unfinished', async () => {
    await applicant.page.unroute('**/uploads/*');
    await applicant.open(files);
    await applicant.reads('Не завершено: «Лист підтримки, „Світло“', 'Надіслано 30 МБ із 50 МБ.');
  });

  scene('the same file goes on from where it was, and the line that comes back is enough', async () => {
    const { line, lay } = badLine(3);
    await lay();
    await choose();
    await said('Надіслане збережено: 31,5 МБ із 50 МБ');
    line.isBroken = false;
    line.pieces = -100;
    const shown = applicant.page.waitForEvent('load');
    await section().getByRole('button', { name: 'Продовжити' }).click();
    await shown;
    await applicant.reads(NAME, '50 МБ. SHA-256');
    await applicant.doesNotRead('Не завершено');
    expect((await applicant.file(NAME)).length).toBe(SIZE);
    expect(line.pieces).toBe(-100 + (SIZE - 31.5 * MB) / PIECE);
  });

  scene('a file that is not what its name says is refused in words, at its field', async () => {
    await applicant.page.unroute('**/uploads/*');
    writeFileSync(join(folder, 'знімок.png'), randomBytes(MB));
    await section().locator('input[type=file]').setInputFiles(join(folder, 'знімок.png'));
    await section().getByRole('button', { name: 'Додати' }).click();
    await section().getByRole('alert').getByText('Вміст файлу не відповідає його назві').waitFor();
  });

  scene('without scripts the same form sends the file in one piece', async () => {
    const state = await applicant.context.storageState();
    const plain = await journey.person('plain@people.example', { javaScriptEnabled: false, storageState: state });
    await plain.open(files);
    await plain.reads('вимкнено JavaScript');
    await plain.attach('Файл: letter', {
      ...{ name: 'лист.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2 * MB)]),
    });
    await plain.press('Додати', { in: 'letter' });
    await plain.reads('лист.pdf');
  });

  scene('no page had a fault but the broken lines and the refusal', async () => {
    const caused = /console: Failed to load resource: (net::ERR_CONNECTION_RESET|.* status of 422)/;
    expect(journey.check.faults.filter((fault) => !caused.test(fault))).toEqual([]);
  });
});
