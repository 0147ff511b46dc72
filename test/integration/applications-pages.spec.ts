import {
  AttachFile,
  RemoveFile,
  SaveAbout,
  SaveActivities,
  SaveAnswers,
  SaveBudget,
  SaveIndicators,
  StartApplication,
  SubmitApplication,
  WithdrawApplication,
} from '#libs/applications';
import { newId } from '#libs/platform/database';
import { Accounts } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import {
  A_DAY,
  PDF,
  WHOLE,
  applicant,
  codeOf,
  receivingCompetition,
  receptionScene,
  setClock,
  submittedProposal,
  wholeDraft,
} from '../support/proposals.js';
import type { Visitor } from '../support/visitor.js';
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

const scene = (values?: Record<string, unknown>) => receptionScene(world, values);
const submitted = () => submittedProposal(app, world);

const MULTIPART = 'multipart/form-data; boundary=edge';

const uploadOf = (content: string): string =>
  [
    ...['--edge', 'content-disposition: form-data; name="file-other"; filename="a.pdf"', '', content],
    ...['--edge--', ''],
  ].join('\r\n');

/** Posts what no form field holds (files, JSON), with the token of the page in a header. */
async function postAs({ session }: Visitor, path: string, type: string, payload: string) {
  const page = await app.http.inject({ url: path, cookies: { sp_session: session! } });
  const token = /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!;
  const cookies = {
    sp_session: session!,
    ...Object.fromEntries(page.cookies.map(({ name, value }) => [name, value])),
  };
  const headers = { 'content-type': type, 'x-csrf-token': token };
  const answer = await app.http.inject({ method: 'POST', url: path, cookies, headers, payload });
  return { status: answer.statusCode, location: String(answer.headers.location ?? ''), html: answer.body };
}

describe('pages', () => {
  async function writer() {
    const { competition, who } = await scene();
    await setClock(world, A_DAY);
    const visitor = await accounts.signedIn(`writer-${newId()}@people.example`, [
      { role: 'applicant', scopeKind: 'organisation', scopeId: who.organisationId },
    ]);
    return { competition, who, visitor };
  }

  it('lead from the requirements to a receipt without JavaScript', async () => {
    const { competition, who, visitor } = await writer();
    const start = await visitor.get(`/competitions/${competition.id}/applications`);
    expect(start.text).toContain('Код ЄДРПОУ правильний');
    const begun = await visitor.post(`/competitions/${competition.id}/applications`, {
      organisationId: who.organisationId,
    });
    const own = begun.location;
    expect((await visitor.get(own)).text).toContain('НЕ ПОДАНО');

    const early = await visitor.get(`${own}/submission`);
    expect(early.html).toContain(`${own}/budget?check=1#lines[0][title]`);
    const refused = await visitor.post(`${own}/submission`, { version: '1' });
    expect([refused.status, refused.text.includes('перегляньте, чого бракує')]).toEqual([422, true]);

    const unfinished = { version: '0', action: 'save', title: 'Книга', startOn: '', endOn: '' };
    expect((await visitor.post(`${own}/about`, unfinished)).status).toBe(303);
    await visitor.post(`${own}/about`, {
      ...{ version: '1', action: 'next', title: 'Книга їде в село', priorityId: competition.priorityId },
      ...{ startOn: '01.02.2021', endOn: '30.11.2021' },
    });
    await visitor.post(`${own}/answers/need`, {
      version: '0',
      action: 'next',
      'answers[problem]': 'Бібліотеки зачинено.',
    });
    await visitor.post(`${own}/activities`, {
      ...{ version: '0', action: 'next', 'activities[0][month]': '2021-03', 'activities[0][title]': 'Виїзди' },
    });
    const line = { title: 'Книжки', quantity: '100', price: '400', funded: '30 000,00', own: '' };
    const lines = Object.fromEntries(Object.entries(line).map(([key, value]) => [`lines[0][${key}]`, value]));
    const counted = await visitor.post(`${own}/budget`, { version: '0', action: 'recalculate', ...lines });
    expect(counted.location).toBe(`${own}/budget#sums`);
    expect((await visitor.get(`${own}/budget`)).html).toContain('10 000,00'.replace(' ', '\u00a0'));
    const indicators = { planned: '60', source: 'журнал', title: 'Читачі' };
    await visitor.post(`${own}/indicators`, {
      ...{ version: '0', action: 'next' },
      ...Object.fromEntries(
        ['quantitative', 'qualitative'].flatMap((kind, index) =>
          Object.entries({ kind, ...indicators }).map(([key, value]) => [`indicators[${index}][${key}]`, value]),
        ),
      ),
    });
    const check = await visitor.get(`${own}/submission`);
    expect(check.html).not.toContain('id="problems"');
    const version = /name="version" value="(\d+)"/.exec(check.html)![1]!;
    const sent = await visitor.post(`${own}/submission`, { version });
    expect([sent.status, sent.location]).toEqual([303, `${own}/receipt`]);
    expect((await visitor.get(`${own}/receipt`)).text).toMatch(
      /Пропозицію прийнято .* 1\.1-2021-\d+\/001 Реєстраційний номер/,
    );
    await app.drain();
    const pdf = await visitor.get(`${own}/submissions/1/receipt`);
    expect([pdf.status, pdf.html.slice(0, 5)]).toEqual([200, '%PDF-']);
  });

  it('a stale page comes back with the message and everything typed', async () => {
    const { competition, who, visitor } = await writer();
    const ctx = await app.ctx(who.actor, A_DAY);
    const id = await app.get(StartApplication).execute(ctx, competition.id, who.organisationId);
    await visitor.get(`/applications/${id}/answers/need`);
    await app.get(SaveAnswers).execute(ctx, id, { section: 'need', version: 0, typed: { problem: 'Колега' } });
    const stale = await visitor.post(`/applications/${id}/answers/need`, {
      version: '0',
      'answers[problem]': 'Мій довгий текст',
    });
    expect([stale.status, stale.text.includes('Цю сторінку вже змінили')]).toEqual([422, true]);
    expect(stale.html).toContain('Мій довгий текст');
    expect(stale.text).toContain('Що збережено зараз Колега');
    const again = await visitor.post(`/applications/${id}/answers/need`, {
      version: '1',
      'answers[problem]': 'Мій довгий текст',
    });
    expect(again.status).toBe(303);
  });

  it('a table with too many rows is not saved, and says so', async () => {
    const { competition, who, visitor } = await writer();
    const own = `/applications/${await wholeDraft(app, competition, who)}`;
    const rows = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`lines[${index}][title]`, `Рядок ${index}`]));
    await visitor.get(`${own}/budget`);
    for (const [count, words] of [
      [101, 'Рядків'],
      [3000, 'У формі забагато рядків'],
    ] as const) {
      const answer = await visitor.post(`${own}/budget`, { version: '1', action: 'save', ...rows(count) });
      expect([count, answer.status, answer.text.includes(words)]).toEqual([count, 422, true]);
    }
  });

  it('rows are added and removed by the server; a wrong amount keeps the whole table', async () => {
    const { competition, who, visitor } = await writer();
    const id = await wholeDraft(app, competition, who);
    const path = `/applications/${id}/budget`;
    await visitor.get(path);
    const wrong = await visitor.post(path, {
      ...{
        version: '1',
        action: 'next',
        'lines[0][title]': 'Книжки',
        'lines[0][quantity]': '2',
        'lines[0][price]': 'сто',
      },
    });
    expect([wrong.status, wrong.html.includes('value="сто"')]).toEqual([422, true]);
    const removed = await visitor.post(path, {
      version: '1',
      action: 'remove-0',
      'lines[0][title]': 'Книжки',
      'lines[0][price]': 'сто',
    });
    expect(removed.location).toBe(`${path}#sums`);
    expect(await world.rows('select title from applications.budget_line where application_id = $1', [id])).toEqual([]);
  });

  it('an upload over the limit of the portal comes back at the file, and nothing is kept of it', async () => {
    const { competition, who, visitor } = await writer();
    const id = await wholeDraft(app, competition, who);
    const path = `/applications/${id}/files?question=other`;
    const answer = await postAs(visitor, path, MULTIPART, uploadOf('x'.repeat(20 * 1024 * 1024 + 1)));
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('href="#file-other"');
    expect(answer.html).toContain('Оберіть файл, не більший за 20 МБ');
    const small = await postAs(visitor, path, MULTIPART, uploadOf(PDF.toString()));
    expect([small.status, small.location]).toEqual([303, `/applications/${id}/files#file-other`]);
  });

  it('a line without the keys of its shares, and with objects in its cells, is a line with empty cells', async () => {
    const { competition, who, visitor } = await writer();
    const id = await wholeDraft(app, competition, who);
    const lines = [{ title: 'Книжки', quantity: 2, price: '10', unit: { toString: 1 } }];
    const answer = await postAs(
      visitor,
      `/applications/${id}/budget`,
      'application/json',
      JSON.stringify({ version: '1', action: 'next', lines }),
    );
    expect(answer.status).toBe(303);
    expect(
      await world.rows(
        'select title, unit, price_kop, funded_kop, own_kop from applications.budget_line where application_id = $1',
        [id],
      ),
    ).toEqual([{ title: 'Книжки', unit: '', price_kop: '1000', funded_kop: '0', own_kop: '0' }]);
  });

  it('rules 7, 11: says before anything is typed what the commission may refuse for, and what stops at once', async () => {
    const { competition } = await scene();
    await setClock(world, A_DAY);
    const young = await applicant(world, { registered_on: '2020-04-06' });
    const visitor = await accounts.signedIn(`young-${newId()}@people.example`, [
      { role: 'applicant', scopeKind: 'organisation', scopeId: young.organisationId },
    ]);
    const page = await visitor.get(`/competitions/${competition.id}/applications`);
    expect(page.text).toContain('06.04.2020: менше ніж за 6 місяців до оголошення (05.10.2020)');
    expect(page.text).toContain('комісія має підставу не допустити');
    expect(page.html).toContain('Почати пропозицію');
    await wholeDraft(app, competition, young);
    const full = await visitor.get(`/competitions/${competition.id}/applications`);
    expect(full.text).toContain('приймають 1 пропозицію, і вона у Вас уже є');
    expect(full.html).not.toContain('Почати пропозицію');
  });
});

describe('who sees what', () => {
  it('an applicant of another organisation finds nothing: no use case and no page', async () => {
    const { id } = await submitted();
    const stranger = await applicant(world);
    const ctx = await app.ctx(stranger.actor, A_DAY);
    const acts = [
      app.get(SaveAbout).execute(ctx, id, 1, { ...WHOLE.about, priorityId: null }),
      app.get(SaveAnswers).execute(ctx, id, { section: 'need', version: 1, typed: {} }),
      app.get(SaveActivities).execute(ctx, id, 1, []),
      app.get(SaveBudget).execute(ctx, id, 1, []),
      app.get(SaveIndicators).execute(ctx, id, 1, []),
      app.get(AttachFile).execute(ctx, id, { purpose: 'other', name: 'x.pdf', content: PDF }),
      app.get(RemoveFile).execute(ctx, id, newId()),
      app.get(SubmitApplication).execute(ctx, id, 1),
      app.get(WithdrawApplication).execute(ctx, id),
    ];
    expect(await Promise.all(acts.map(codeOf))).toEqual(acts.map(() => 'platform.not-found'));

    await setClock(world, A_DAY);
    const visitor = await accounts.signedIn('stranger@people.example', [
      { role: 'applicant', scopeKind: 'organisation', scopeId: stranger.organisationId },
    ]);
    const pages = ['about', 'answers/need', 'activities', 'budget', 'indicators', 'files', 'submission', 'receipt'];
    const more = ['withdrawal', 'reading', 'submissions/1', 'submissions/1/receipt'];
    for (const name of [...pages, ...more]) {
      const answer = await visitor.get(`/applications/${id}/${name}`);
      expect([name, answer.status]).toEqual([name, 404]);
    }
    expect((await visitor.get('/applications')).text).not.toContain(WHOLE.about.title);
  });

  it('proposals are sealed from the officer until they are opened; then the second authority still sees none', async () => {
    const { id, organiser, competition, receipt } = await submitted();
    await setClock(world, A_DAY);
    const other = await world.organiser();
    const officer = await accounts.signedIn(`officer-${organiser.slug}@masscom.example`, [
      { role: 'officer', scopeKind: 'organiser', scopeId: organiser.id },
    ]);
    const foreign = await accounts.signedIn(`officer-${other.slug}@masscom.example`, [
      { role: 'officer', scopeKind: 'organiser', scopeId: other.id },
    ]);
    const list = `/organiser/competitions/${competition.id}/proposals`;
    const sealed = await officer.get(list);
    expect([sealed.status, sealed.text.includes('Пропозиції запечатано')]).toEqual([200, true]);
    expect(sealed.html).not.toContain(WHOLE.about.title);
    expect(sealed.html).not.toContain(receipt.registerCode);
    expect((await officer.get(`/applications/${id}/reading`)).status).toBe(404);

    await world.rows(`update competitions.competition set state = 'admission' where id = $1`, [competition.id]);
    expect((await officer.get(list)).text).toContain(WHOLE.about.title);
    const reading = await officer.get(`/applications/${id}/reading`);
    expect([reading.status, reading.text.includes('Бібліотеки зачинено.')]).toEqual([200, true]);
    expect((await officer.get(`/applications/${id}/budget`)).status).toBe(403);
    expect([(await foreign.get(list)).status, (await foreign.get(`/applications/${id}/reading`)).status]).toEqual([
      403, 404,
    ]);
    expect((await foreign.get(list)).text).not.toContain(WHOLE.about.title);
  });
});

describe('how far the drafts are', () => {
  it('is told to the officer in numbers and codes, and nothing of what is written', async () => {
    const organiser = await world.organiser();
    const competition = await receivingCompetition(world, organiser.id);
    const [whole, half] = [await applicant(world), await applicant(world)];
    await wholeDraft(app, competition, whole);
    const ctx = await app.ctx(half.actor, A_DAY);
    const id = await app.get(StartApplication).execute(ctx, competition.id, half.organisationId);
    await app.get(SaveAbout).execute(ctx, id, 0, { ...WHOLE.about, endOn: null, priorityId: competition.priorityId });
    const officer = await accounts.signedIn(`counts-${newId()}@people.example`, [
      { role: 'officer', scopeKind: 'organiser', scopeId: organiser.id },
    ]);
    const { text } = await officer.get(`/organiser/competitions/${competition.id}/proposals`);
    expect(text).toContain('Назва, пріоритет і строки 2 1 end × 1');
    expect(text).toContain('no-activities × 1');
    expect(text).not.toContain(WHOLE.about.title);
  });
});
