import { strFromU8, unzipSync } from 'fflate';
import { AdvanceCompetition } from '#libs/competitions';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf, type Person } from '../support/commission.js';
import { CLOSES_AT, after, submittedProposal } from '../support/proposals.js';
import { World } from '../support/world.js';

const PRESENT = 'Ткач Леся Іванівна, головна спеціалістка\nМак Іван, представник «Три лопати»';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

async function scene() {
  const { organiser, competition, receipt } = await submittedProposal(app, world);
  const officer = await world.person([{ role: 'officer', scopeKind: 'organiser', scopeId: organiser.id }]);
  const open = async () =>
    app
      .get(AdvanceCompetition)
      .execute(await app.ctx(officer, after(CLOSES_AT, 60_000)), competition.id, 'open-proposals');
  return { officer, open, code: receipt.registerCode, path: `/organiser/competitions/${competition.id}/opening` };
}

async function file(url: string, by: Person): Promise<{ status: number; body: Buffer }> {
  const { session } = await browserOf(app, by);
  const answer = await app.http.inject({ url, headers: { cookie: `sp_session=${session}` } });
  return { status: answer.statusCode, body: answer.rawPayload };
}

describe('the minutes of the opening', () => {
  it('name who was present and what had come, as PDF and for Word', async () => {
    const { officer, open, path, code } = await scene();
    await open();
    const browser = await browserOf(app, officer);
    expect((await browser.get(path)).text).toContain('Протоколу ще немає.');
    expect((await browser.post(path, { present: PRESENT })).status).toBe(303);
    expect((await browser.get(path)).text).toContain('Протокол № 1, складено');
    expect((await file(`${path}/1/pdf`, officer)).body.subarray(0, 5).toString()).toBe('%PDF-');
    const xml = strFromU8(unzipSync((await file(`${path}/1/docx`, officer)).body)['word/document.xml']!);
    for (const words of ['Ткач Леся Іванівна', 'представник «Три лопати»', code, 'У строк – 1, із запізненням – 0'])
      expect(xml).toContain(words);
  });

  it('are made anew under the next number; a line without a position is told, and what was typed stays', async () => {
    const { officer, open, path } = await scene();
    await open();
    const browser = await browserOf(app, officer);
    await browser.get(path);
    const half = await browser.post(path, { present: 'Ткач Леся Іванівна' });
    expect(half.status).toBe(422);
    expect(half.text).toContain('Рядок 1: напишіть прізвище та ім’я, кому й посаду');
    expect(half.html).toContain('Ткач Леся Іванівна</textarea>');
    for (const present of [PRESENT, 'Ткач Леся, голова']) await browser.post(path, { present });
    const { text } = await browser.get(path);
    expect(text).toContain('Протокол № 2');
    expect(text).toContain('Протокол № 1');
  });

  it('do not exist before the opening, nor for others', async () => {
    const { officer, open, path } = await scene();
    expect((await (await browserOf(app, officer)).get(path)).status).toBe(404);
    await open();
    const elsewhere = await scene();
    expect((await (await browserOf(app, elsewhere.officer)).get(path)).status).toBe(404);
    expect((await file(`${path}/1/pdf`, officer)).status).toBe(404);
  });
});
