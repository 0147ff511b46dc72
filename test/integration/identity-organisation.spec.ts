import { Accounts } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let accounts: Accounts;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  accounts = new Accounts(app, world);
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

const card = {
  name: 'Громадська організація «Три лопати плюс»',
  shortName: 'ГО «Три лопати»',
  headFamilyName: 'Гнатенко',
  headGivenName: 'Олег',
  headPatronymic: 'Вадимович',
  address: '92900, м. Кремінна, вул. Донецька, буд. 17',
  settlement: 'м. Кремінна',
  katottg: 'UA44000000000018893',
  koatuu: '4421610100',
  legalForm: 'public-association',
  registeredOn: '14.03.2018',
  nonProfitSign: '0032',
  phone: '+380 50 000 00 11',
  email: 'info@try-lopaty.example',
  version: '1',
};

describe('the card of an organisation', () => {
  it('is mended by its people, keeps its code and tells what stood there before', async () => {
    const { id } = await world.organisation({
      name: 'ГО «Три лопати»',
      short_name: card.shortName,
      head_name: 'Ткач Ірина',
    });
    const head = await accounts.signedIn('head@card.example', [
      { role: 'applicant', scopeKind: 'organisation', scopeId: id },
    ]);
    const path = `/organisations/${id}`;
    await head.get(`${path}/card`);
    const answer = await head.post(`${path}/card`, { ...card, edrpou: '32855961' });
    expect(answer.location).toBe(`${path}?done=card-changed`);
    const shown = (await head.get(path)).text;
    expect(shown).toMatch('Керівник: було «Ткач Ірина»');
    expect(shown).toMatch('UA44000000000018893');
    expect(shown).toMatch('4421610100');
    expect(shown).toMatch('14 березня 2018');
    expect(shown).toMatch(/Дата державної реєстрації: було «\d+ /);
    expect(shown).toMatch('Гнатенко Олег Вадимович');
    const form = (await head.get(`${path}/card`)).html;
    expect(form).toMatch('value="Вадимович"');
    expect(form).toMatch(/value="public-association"[^>]* checked/);
    expect(form).toMatch('14.03.2018');
    expect(form).toMatch(/<option value="0032"[^>]* selected/);
    const [row] = await world.rows('select name, edrpou, version from identity.organisation where id = $1', [id]);
    expect(row).toEqual({ name: card.name, edrpou: expect.not.stringMatching('32855961') as string, version: 2 });
    const [fact] = await world.rows<{ body: string }>('select body from facts.fact where subject_id = $1', [id]);
    expect(fact!.body).not.toMatch(/Ткач|Гнатенко|try-lopaty/);
  });

  it('rule 28: an address takes only codes КАТОТТГ and КОАТУУ of a region that exists; also refuses a form that somebody was quicker than, keeping what was typed', async () => {
    const { id } = await world.organisation();
    const head = await accounts.signedIn('stale@card.example', [
      { role: 'applicant', scopeKind: 'organisation', scopeId: id },
    ]);
    const path = `/organisations/${id}/card`;
    await head.get(path);
    const wrong = await head.post(path, { ...card, katottg: 'UA4400000000001889' });
    expect([wrong.status, wrong.text.includes('Перевірте код КАТОТТГ')]).toEqual([422, true]);
    const nowhere = await head.post(path, { ...card, katottg: 'UA99999999999999999' });
    expect(nowhere.text).toMatch('Перевірте код КАТОТТГ');
    for (const koatuu of ['441290000', '9912900000', '44129OOOOO'])
      expect((await head.post(path, { ...card, koatuu })).text).toMatch('Перевірте код КОАТУУ');
    const early = await head.post(path, { ...card, registeredOn: '01.01.1800', nonProfitSign: '0036' });
    expect(early.text).toMatch(/ранішою за 1991 рік.*ознака не відповідає/);
    const answers = [
      await head.post(path, { ...card, katottg: '' }),
      await head.post(path, { ...card, name: 'Запізніла назва' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([303, 422]);
    expect(answers[1]!.html).toMatch('value="Запізніла назва"');
    expect(answers[1]!.text).toMatch('Картку щойно змінила інша людина');
    const version = /name="version" value="(\d+)"/.exec(answers[1]!.html)![1]!;
    expect((await head.post(path, { ...card, name: 'Запізніла назва', version })).status).toBe(303);
  });

  it('is closed to everybody else', async () => {
    const { id } = await world.organisation();
    const stranger = await accounts.signedIn('stranger@card.example', [
      { role: 'applicant', scopeKind: 'organisation', scopeId: (await world.organisation()).id },
    ]);
    await stranger.get('/account');
    expect((await stranger.get(`/organisations/${id}/card`)).status).toBe(404);
    expect((await stranger.post(`/organisations/${id}/card`, card)).status).toBe(404);
  });
});
