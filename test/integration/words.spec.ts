import { Notices } from '#libs/notifications';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { EditedWords, shippedPhrases, wordsVersion } from '#libs/platform/phrases';
import { Ports } from '#libs/platform/ports';
import { Accounts } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

const RECEIPT = 'applications/mail.receipt';
const BODY = 'Ваш проєкт «{{title}}» отримано. Квитанція:\n{{link}}';

let app: TestApp;
let world: World;
let accounts: Accounts;
let authority: string;
let other: string;
let officer: Visitor;
let stranger: Visitor;
let administrator: Visitor;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  accounts = new Accounts(app, world);
  [authority, other] = [(await world.organiser()).id, (await world.organiser()).id];
  const of = (scopeId: string) => [{ role: 'officer', scopeKind: 'organiser' as const, scopeId }];
  officer = await accounts.signedIn('officer@words.example', of(authority));
  stranger = await accounts.signedIn('stranger@words.example', of(other));
  administrator = await accounts.signedIn('admin@words.example', [
    { role: 'administrator', scopeKind: 'system', scopeId: null },
  ]);
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

const address = (scope: string, text: string): string => `/words/${scope}/${text}`;

async function save(who: Visitor, path: string, fields: Record<string, string>, press = 'save') {
  const shown = await who.get(path);
  const basedOn = /name="basedOn"[^>]*value="(\d+)"/.exec(shown.html)?.[1] ?? '0';
  return who.post(path, { basedOn, press, ...fields });
}

/** The letter that would go to an applicant of a competition of the authority. */
async function letterOf(authorityId: string, language: Lang = 'uk') {
  const to = { personId: null, email: 'applicant@words.example', language };
  await app.uow.run(await app.ctx(), (tx) =>
    app.get(Notices).queue(tx, {
      to,
      template: 'applications.receipt',
      kind: 'receipt',
      organiserId: authorityId,
      data: { title: 'Сквер', registerCode: '1' },
      path: '/applications/1',
    }),
  );
  const [letter] = await world.rows<{ subject: string; body: string }>(
    'select subject, body from notifications.message order by id desc limit 1',
  );
  return letter!;
}

describe('letters in the words of an authority', () => {
  it('go out in the new words at once, in one language; the other speaks the shipped text; another authority too', async () => {
    const saved = await save(officer, address(authority, RECEIPT), { subjectUk: 'Прийнято', bodyUk: BODY });
    expect([saved.status, saved.location]).toEqual([303, `${address(authority, RECEIPT)}?done=saved`]);
    const letter = await letterOf(authority);
    expect(letter.subject).toBe('Прийнято');
    expect(letter.body).toMatch(/^Ваш проєкт «Сквер» отримано\. Квитанція:\nhttps?:\/\/[^/]+\/applications\/1/);
    expect((await letterOf(authority, 'en')).subject).not.toBe('Прийнято');
    expect((await letterOf(other)).subject).not.toBe('Прийнято');
  });

  it('name who changed them and when, stand beside the shipped text, and say where it is shown instead', async () => {
    const { text, html } = await officer.get(address(authority, RECEIPT));
    expect(text).toContain('Цією мовою нічого не написано: читач побачить початковий текст.');
    const beside = shippedPhrases('uk').get('applications:mail.receipt.subject')!;
    expect(html).toContain(`<p class="answer" lang="uk">${beside.replaceAll("'", '&#39;')}</p>`);
    expect(text).toMatch(/Версія Коли Хто Зміст 1 .+ Прізвище\d+ Олена Іванівна/);
  });

  it('go back to the shipped text in one click, and no version is lost', async () => {
    const before = await officer.get(address(authority, RECEIPT));
    expect(before.html).toContain(`action="${address(authority, RECEIPT)}/shipped"`);
    const back = await officer.post(`${address(authority, RECEIPT)}/shipped`, {});
    expect([back.status, back.location]).toEqual([303, `${address(authority, RECEIPT)}?done=shipped`]);
    expect((await letterOf(authority)).subject).not.toBe('Прийнято');
    const versions = await world.rows('select number, wording from words.version where authority_id = $1 order by 1', [
      authority,
    ]);
    expect(versions).toEqual([
      { number: 1, wording: { uk: { subject: 'Прийнято', body: BODY } } },
      { number: 2, wording: {} },
    ]);
    const [facts] = await world.rows<{ count: string }>(
      `select count(*) from facts.fact where name = 'words.changed' and scope_id = $1 and hash is not null`,
      [authority],
    );
    expect(facts!.count).toBe('2');
    expect((await officer.post(`${address(authority, RECEIPT)}/shipped`, {})).status).toBe(409);
  });

  it.each([
    ['Без посилання', 'Поверніть у лист посилання'],
    ['{{link}} {{secret}}', 'Система не знає, що підставити замість {{secret}}'],
    ['{{link}} <a href="x">тут</a>', 'Приберіть HTML'],
    ['{{link}} {{title', 'Перевірте фігурні дужки'],
  ])('«%s» is refused in words, and what was typed stays', async (bodyUk, why) => {
    const answer = await save(officer, address(authority, RECEIPT), { subjectUk: 'Тема листа', bodyUk });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(why);
    expect(answer.html).toContain('value="Тема листа"');
  });

  it('are looked at before they are saved', async () => {
    const answer = await save(
      officer,
      address(authority, RECEIPT),
      { subjectUk: 'Лише поглянути', bodyUk: BODY },
      'preview',
    );
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Ваш проєкт «[назва конкурсу або проєкту]» отримано');
    expect((await letterOf(authority)).subject).not.toBe('Лише поглянути');
  });

  it('are refused when somebody else saved meanwhile', async () => {
    const path = address(authority, RECEIPT);
    await officer.get(path);
    await save(officer, path, { subjectUk: 'Перший', bodyUk: BODY });
    const late = await officer.post(path, { basedOn: '2', press: 'save', subjectUk: 'Другий', bodyUk: BODY });
    expect(late.status).toBe(422);
    expect(late.text).toContain('Тим часом хтось змінив цей текст');
    expect((await letterOf(authority)).subject).toBe('Перший');
  });
});

describe('hints', () => {
  const HINT = 'competitions/hint.purpose';

  it('of an authority stand on the pages of its own competitions only', async () => {
    await save(officer, address(authority, HINT), { textUk: 'Мета, як у нашому розпорядженні' });
    const mine = await world.competition(authority, { state: 'draft' });
    const theirs = await world.competition(other, { state: 'draft' });
    const page = (id: string) => `/organiser/competitions/${id}/settings/basics`;
    expect((await officer.get(page(mine.id))).text).toContain('Мета, як у нашому розпорядженні');
    const elsewhere = await stranger.get(page(theirs.id));
    expect([elsewhere.status, elsewhere.text.includes('Мета, як у нашому')]).toEqual([200, false]);
  });

  it('of the whole site are the administrator’s; both languages', async () => {
    const path = address('site', 'identity/organisation.edrpouHint');
    await save(administrator, path, { textUk: 'Вісім цифр із витягу', textEn: 'Eight digits of the extract' });
    expect((await officer.get('/organisations/new')).text).toContain('Вісім цифр із витягу');
    expect((await officer.get('/en/organisations/new')).text).toContain('Eight digits of the extract');
  });

  it('are read once after an edit, and not again while nobody edits', async () => {
    let reads = 0;
    const counting: Reader = {
      rows: (sql, params) => ((reads += 1), app.db.rows(sql, params)),
      one: (sql, params) => ((reads += 1), app.db.one(sql, params)),
    };
    await save(officer, address(authority, HINT), { textUk: 'Ще інша мета' });
    const version = await wordsVersion(app.db);
    const words = app.get(Ports).one(EditedWords);
    for (let request = 1; request <= 3; request += 1) await words.keepUp(version, counting);
    expect(reads).toBe(1);
  });
});

describe('another process', () => {
  it('speaks the new words with its next request', async () => {
    const second = await startApp();
    const browser = await new Accounts(second, world).signedIn('second@words.example', []);
    const path = address('site', 'identity/organisation.nameHint');
    await browser.get('/organisations/new');
    await save(administrator, path, { textUk: 'Назва слово в слово' });
    expect((await browser.get('/organisations/new')).text).toContain('Назва слово в слово');
    await second.close();
  });
});

describe('whose words', () => {
  it('another authority’s are not found, the site’s are not an officer’s, an authority has none of the site', async () => {
    const statuses = await Promise.all(
      [
        [stranger, address(authority, RECEIPT)],
        [officer, address('site', RECEIPT)],
        [administrator, address(authority, RECEIPT)],
        [officer, address(authority, 'identity/mail.invitation')],
        [officer, address(authority, 'nothing/here')],
        [officer, `/words?scope=${other}`],
      ].map(async ([who, path]) => (await (who as Visitor).get(path as string)).status),
    );
    expect(statuses).toEqual([404, 404, 404, 404, 404, 404]);
  });

  it('a stranger changes nothing', async () => {
    const path = address(authority, RECEIPT);
    await stranger.get('/words');
    const answer = await stranger.post(path, { basedOn: '0', press: 'save', subjectUk: 'Чуже', bodyUk: BODY });
    expect(answer.status).toBe(404);
    expect((await stranger.post(`${path}/shipped`, {})).status).toBe(404);
  });

  it('are listed by kind, state and words', async () => {
    const edited = await officer.get(`/words?scope=${authority}&state=edited`);
    expect(edited.text).toContain('Знайдено 2 записи');
    expect((await officer.get(`/words?scope=${authority}&kind=letter`)).text).not.toContain('Підказка Налаштування');
    expect((await officer.get('/words?q=nothing-like-this')).text).toContain('За цим запитом нічого не знайдено');
  });
});
