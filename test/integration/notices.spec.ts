import { jest } from '@jest/globals';
import { noticeClocks, Notices, NoteReturn, type Notice } from '#libs/notifications';
import type { Grant } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import { Sweeper } from '#libs/platform/jobs';
import { Accounts } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { mails, refuseMail } from '../support/mailbox.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

jest.setTimeout(120_000);

let app: TestApp;
let world: World;
let accounts: Accounts;
let people = 0;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  accounts = new Accounts(app, world);
});
afterEach(() => refuseMail(0));
afterAll(async () => {
  await app.close();
  await world.close();
});

interface Somebody {
  personId: string;
  email: string;
  visitor: Visitor;
}

async function somebody(grants: Grant[] = []): Promise<Somebody> {
  const email = `reader-${(people += 1)}@notices.example`;
  const visitor = await accounts.signedIn(email, grants);
  const [row] = await world.rows<{ id: string }>('select id from identity.person where email = $1', [email]);
  return { personId: row!.id, email, visitor };
}

async function tell({ personId, email }: Somebody, more: Partial<Notice> = {}): Promise<string> {
  await app.uow.run(await app.ctx(), (tx) =>
    app.get(Notices).queue(tx, {
      ...{ to: { personId, email, language: 'uk' }, kind: 'duty', organiserId: null, template: 'sessions.planned' },
      ...{ data: { body: 'Комісія', subject: 'Порядок денний', at: 'завтра', place: 'тут' }, path: '/desk' },
      ...more,
    }),
  );
  const [row] = await world.rows<{ id: string }>(
    'select id from notifications.message where to_person_id = $1 order by id desc limit 1',
    [personId],
  );
  return row!.id;
}

const stored = async (id: string) =>
  (
    await world.rows<{ state: string; openedAt: Date | null; digestId: string | null; clockId: string }>(
      `select state, opened_at as "openedAt", digest_id as "digestId", clock_id as "clockId"
         from notifications.message where id = $1`,
      [id],
    )
  )[0]!;
const lettersTo = async (email: string) => (await mails()).filter(({ to }) => to.includes(email));
const factsOf = (name: string, subjectId: string) =>
  world.rows('select 1 from facts.fact where name = $1 and subject_id = $2', [name, subjectId]);

/** An authority, its officer, and an organisation that it tells a decision. */
async function authority() {
  const { id: organiserId } = await world.organiser();
  const officer = await somebody([{ role: 'officer', scopeKind: 'organiser', scopeId: organiserId }]);
  const { id: organisationId, name } = await world.organisation();
  const applicant = await somebody([{ role: 'applicant', scopeKind: 'organisation', scopeId: organisationId }]);
  const aboutId = newId();
  const decision = { kind: 'decision' as const, organiserId, startsClock: { aboutId, organisationId } };
  const start = async () => (await noticeClocks(app.db, [aboutId], ['sessions.planned']))[0]?.start;
  return { organiserId, officer, applicant, aboutId, decision, start, name };
}

describe('the cabinet', () => {
  it('holds every notice of mine and nobody else’s, and counts what is unread beside the desk', async () => {
    const [me, other] = [await somebody(), await somebody()];
    const id = await tell(me);
    const foreign = await tell(other);
    const list = await me.visitor.get('/notices');
    expect(list.html).toContain(`/notices/${id}`);
    expect(list.html).not.toContain(foreign);
    expect(list.html).toContain('1 непрочитане');
    expect((await me.visitor.get(`/notices/${foreign}`)).status).toBe(404);
    expect((await stored(foreign)).openedAt).toBeNull();
  });

  it('notes the opening once, by the person alone, and not when a browser fetches ahead', async () => {
    const me = await somebody();
    const id = await tell(me);
    const cookie = `sp_session=${me.visitor.session}`;
    await app.http.inject({ url: `/notices/${id}` });
    await app.http.inject({ url: `/notices/${id}`, headers: { cookie, 'sec-purpose': 'prefetch' } });
    await app.http.inject({ method: 'HEAD', url: `/notices/${id}`, headers: { cookie } });
    expect((await stored(id)).openedAt).toBeNull();
    const shown = await me.visitor.get(`/notices/${id}`);
    expect([shown.text.includes('Порядок денний'), shown.html.includes('[object')]).toEqual([true, false]);
    const { openedAt } = await stored(id);
    expect(openedAt).not.toBeNull();
    const again = await me.visitor.get(`/notices/${id}`);
    expect(again.html).not.toContain('[object Object]');
    expect(again.html).not.toContain('nav__badge');
    expect((await stored(id)).openedAt).toEqual(openedAt);
  });

  it('shows no letter that holds a token', async () => {
    const me = await somebody();
    const id = await tell(me, { kind: 'account', template: 'identity.invitation', holdsSecret: true });
    expect((await me.visitor.get('/notices')).html).not.toContain(id);
    expect((await me.visitor.get(`/notices/${id}`)).status).toBe(404);
  });
});

describe('the call list', () => {
  it('has a refused notice at once, and a call that reached somebody starts the clock', async () => {
    const { officer, applicant, decision, start, name } = await authority();
    await refuseMail(null, { code: 550 });
    const id = await tell(applicant, decision);
    await app.drain();
    const { clockId } = await stored(id);
    expect(await start()).toEqual({ runs: false, because: 'refused' });
    expect(await factsOf('notifications.letter-refused', id)).toHaveLength(1);
    expect((await officer.visitor.get('/organiser/calls')).text).toContain(name);
    expect((await officer.visitor.get('/desk')).text).toContain('Зателефонувати 1 організації');
    const page = await officer.visitor.get(`/organiser/calls/${clockId}`);
    expect(page.text).toContain('Строк не рахується');

    const now = new Date().toLocaleString('uk-UA', { timeZone: 'Europe/Kyiv' }).replace(',', '');
    const fields = { calledAt: now, reached: 'no', whom: '', said: 'Не беруть слухавку' };
    expect(await officer.visitor.post(`/organiser/calls/${clockId}`, fields)).toMatchObject({ status: 303 });
    expect(await start()).toEqual({ runs: false, because: 'refused' });
    const incomplete = await officer.visitor.post(`/organiser/calls/${clockId}`, {
      ...fields,
      reached: 'yes',
      said: '',
    });
    expect(incomplete.status).toBe(422);
    expect(incomplete.text).toContain('Вкажіть, з ким Ви говорили');
    const reached = { ...fields, reached: 'yes', whom: 'Ткач Ірина, голова', said: 'Рішення й строк оскарження' };
    expect(await officer.visitor.post(`/organiser/calls/${clockId}`, reached)).toMatchObject({ status: 303 });
    expect(await start()).toMatchObject({ runs: true, because: 'told' });
    expect((await officer.visitor.get('/organiser/calls')).text).not.toContain(name);
    expect((await officer.visitor.get(`/organiser/calls/${clockId}`)).text).toContain('Строк рахується з');
    const calls = await world.rows(
      `select 1 from facts.fact f join notifications.call k on k.id = f.subject_id and k.clock_id = $1
        where f.name = 'notifications.call-made'`,
      [clockId],
    );
    expect(calls).toHaveLength(2);
  });

  it('has a notice that came back, and one that lies unopened after its days', async () => {
    const { officer, applicant, decision, start, name } = await authority();
    const id = await tell(applicant, decision);
    await app.drain();
    expect(await start()).toMatchObject({ runs: true, because: 'sent' });
    expect((await officer.visitor.get('/organiser/calls')).text).not.toContain(name);
    await world.rows(`update notifications.clock set call_due_at = queued_at where id = $1`, [
      (await stored(id)).clockId,
    ]);
    expect((await officer.visitor.get('/organiser/calls')).text).toContain('не відкрито вчасно');

    await officer.visitor.get(`/organiser/letters/${id}`);
    const today = new Date().toLocaleDateString('uk-UA', { timeZone: 'Europe/Kyiv' });
    const returned = { returnedOn: today, said: '550 No such user' };
    expect(await officer.visitor.post(`/organiser/letters/${id}`, returned)).toMatchObject({ status: 303 });
    expect(await start()).toEqual({ runs: false, because: 'returned' });
    expect((await officer.visitor.get('/organiser/calls')).text).toContain('лист повернувся');

    await applicant.visitor.get(`/notices/${id}`);
    expect(await start()).toMatchObject({ runs: true, because: 'opened' });
    expect((await officer.visitor.get('/organiser/calls')).text).not.toContain(name);
  });

  it('takes a bounce from the mail server by its Message-ID, once', async () => {
    const { applicant, decision, start } = await authority();
    const id = await tell(applicant, decision);
    await app.drain();
    const [{ messageId }] = (await world.rows<{ messageId: string }>(
      'select message_id as "messageId" from notifications.message where id = $1',
      [id],
    )) as [{ messageId: string }];
    const ctx = await app.ctx();
    const returnedOn = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/Kyiv' });
    for (const said of ['550 No such user', '550 again'])
      await app.get(NoteReturn).byMessageId(ctx, messageId, { returnedOn, said });
    expect(await start()).toEqual({ runs: false, because: 'returned' });
    expect(await factsOf('notifications.letter-returned', id)).toHaveLength(1);
    await expect(app.get(NoteReturn).byMessageId(ctx, '<nobody@x>', { returnedOn, said: 'x' })).rejects.toThrow(
      'notifications.no-such-letter',
    );
  });

  it('is of one authority: another one sees nothing of it, in either direction', async () => {
    const [one, other] = [await authority(), await authority()];
    await refuseMail(null, { code: 550 });
    for (const [mine, foreign] of [
      [one, other],
      [other, one],
    ] as const) {
      const id = await tell(mine.applicant, mine.decision);
      await app.drain();
      const { clockId } = await stored(id);
      const { visitor } = foreign.officer;
      for (const path of ['/organiser/calls', '/organiser/letters']) {
        const { html } = await visitor.get(path);
        for (const secret of [mine.name, mine.applicant.email, clockId, id]) expect(html).not.toContain(secret);
      }
      for (const path of [`/organiser/calls/${clockId}`, `/organiser/letters/${id}`]) {
        expect((await visitor.get(path)).status).toBe(404);
        const form = { calledAt: '01.12.2026 10:00', reached: 'no', returnedOn: '01.12.2026', said: 'x' };
        expect((await visitor.post(path, form)).status).toBe(404);
      }
    }
  });
});

describe('what is not obligatory', () => {
  const WORK: Partial<Notice> = { kind: 'work' };

  const choose = async ({ visitor }: Somebody, fields: Record<string, string>) => {
    await visitor.get('/account/notices');
    return visitor.post('/account/notices', { frequency: 'at-once', dailyHour: '9', ...fields });
  };

  it('comes by letter only as the person wished; what is obligatory comes always', async () => {
    const me = await somebody();
    expect(await choose(me, { reminder: 'yes' })).toMatchObject({ status: 303 });
    expect((await stored(await tell(me, WORK))).state).toBe('kept');
    expect((await stored(await tell(me, { kind: 'reminder' }))).state).toBe('queued');
    expect((await stored(await tell(me))).state).toBe('queued');
    const page = await me.visitor.get('/account/notices');
    expect(page.text).toContain('Від рішення рахують строки');
    const wrong = await choose(me, { dailyHour: '25', frequency: 'hourly' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="25"');
  });

  it('gathers in one letter a day, once, however often the sweep runs and whatever the queue forgets', async () => {
    const me = await somebody();
    await choose(me, { frequency: 'daily', work: 'yes', reminder: 'yes' });
    const ids = [await tell(me, WORK), await tell(me, { kind: 'reminder' })];
    expect((await stored(ids[0]!)).state).toBe('gathered');
    await app.drain();
    expect(await lettersTo(me.email)).toEqual([]);
    await world.rows(
      `update notifications.message set gather_until = queued_at where to_person_id = $1 and state = 'gathered'`,
      [me.personId],
    );
    const sweeper = app.get(Sweeper);
    await Promise.all([sweeper.pass(), sweeper.pass()]);
    await sweeper.pass();
    // Enqueued, and forgotten by the queue before anyone took it.
    await world.rows('update facts.delivery set enqueued_at = clock_timestamp() where done_at is null');
    await app.drain();
    const letters = await lettersTo(me.email);
    expect(letters.map(({ subject }) => subject)).toEqual(['2 нові повідомлення за день']);
    expect(new Set(await Promise.all(ids.map(async (id) => (await stored(id)).digestId))).size).toBe(1);
    expect((await me.visitor.get('/notices')).text).toContain('Знайдено 2');
  });

  it('is ended by the link of the letter: by POST, without signing in, and by nobody who guesses', async () => {
    const me = await somebody();
    await tell(me, WORK);
    await app.drain();
    const [letter] = await lettersTo(me.email);
    const [address, post] = letter!.unsubscribe;
    expect(post).toBe('List-Unsubscribe=One-Click');
    const path = new URL(address!.slice(1, -1)).pathname;
    expect((await app.http.inject({ url: path })).statusCode).toBe(200);
    expect((await stored(await tell(me, WORK))).state).toBe('queued');
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' };
    const send = (url: string) =>
      app.http.inject({ method: 'POST', url, headers, payload: 'List-Unsubscribe=One-Click' });
    const forged = path.replace(/[^.]{5}$/, 'AAAAA');
    expect([(await send(forged)).statusCode, (await send('/unsubscribe/nonsense')).statusCode]).toEqual([404, 404]);
    expect((await send(path)).statusCode).toBe(200);
    expect((await stored(await tell(me, WORK))).state).toBe('kept');
    expect((await stored(await tell(me))).state).toBe('queued');
  });

  it('has the header alone: an obligatory letter cannot be ended', async () => {
    const me = await somebody();
    await tell(me);
    await app.drain();
    expect((await lettersTo(me.email)).map(({ unsubscribe }) => unsubscribe)).toEqual([[]]);
  });
});
