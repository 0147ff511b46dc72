import { jest } from '@jest/globals';
import { holdMail, ReleaseMail } from '#libs/notifications';
import type { Grant } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import { Accounts } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { queueLetters } from '../support/letters.js';
import { refuseMail } from '../support/mailbox.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

jest.setTimeout(60_000);

const ADMINISTRATOR: Grant = { role: 'administrator', scopeKind: 'system', scopeId: null };
const TOKEN = 'a-token-of-the-monitoring-system-0123456789';

let app: TestApp;
let world: World;
let accounts: Accounts;

beforeAll(async () => {
  process.env.METRICS_TOKEN = TOKEN;
  app = await startApp();
  world = await World.open();
  accounts = new Accounts(app, world);
});
afterAll(async () => {
  delete process.env.METRICS_TOKEN;
  await app.close();
  await world.close();
});

const metrics = async (authorization?: string) => {
  const headers = authorization === undefined ? {} : { authorization };
  const { statusCode, body } = await app.http.inject({ method: 'GET', url: '/metrics', headers });
  return { status: statusCode, body };
};

/** The value of a sample in the text of /metrics; NaN when it is not there. */
const sample = (body: string, name: string): number =>
  Number(
    body
      .split('\n')
      .find((line) => line.startsWith(`spryiannia_${name} `))
      ?.split(' ')
      .at(-1),
  );

describe('metrics', () => {
  it('are shown to the bearer of the token alone', async () => {
    expect((await metrics()).status).toBe(403);
    expect((await metrics('Bearer something else')).status).toBe(403);
    expect((await metrics(`Bearer ${TOKEN}`)).status).toBe(200);
  });

  it('do not exist without a token', async () => {
    delete process.env.METRICS_TOKEN;
    const closed = await startApp();
    process.env.METRICS_TOKEN = TOKEN;
    const answers = await Promise.all(
      [undefined, 'Bearer ', `Bearer ${TOKEN}`].map((authorization) =>
        closed.http.inject({ method: 'GET', url: '/metrics', headers: authorization ? { authorization } : {} }),
      ),
    );
    await closed.close();
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
  });

  it('count what is owed and what was asked, by the pattern of the route', async () => {
    const before = (await metrics(`Bearer ${TOKEN}`)).body;
    await queueLetters(app, world, 3);
    await world.rows(`update facts.delivery set due_at = due_at - interval '10 minutes' where done_at is null`);
    await new Visitor(app).get('/competitions/a-secret-in-the-address');
    const { body } = await metrics(`Bearer ${TOKEN}`);
    expect(sample(body, 'work_undone') - sample(before, 'work_undone')).toBe(3);
    expect(sample(body, 'letters_queued') - sample(before, 'letters_queued')).toBe(3);
    expect(sample(body, 'work_oldest_seconds')).toBeGreaterThanOrEqual(600);
    const asked = 'requests_total{method="GET",route="/competitions/:code",status="4xx"}';
    expect(sample(body, asked)).toBe(1);
    expect(body).not.toContain('a-secret-in-the-address');
    await app.drain();
    const after = (await metrics(`Bearer ${TOKEN}`)).body;
    expect(sample(after, 'work_undone')).toBe(0);
    expect(sample(after, 'work_slowest_seconds{task="notifications.send-mail"}')).toBeGreaterThanOrEqual(600);
  });
});

describe('the log', () => {
  it('tells of a failed request by route, status and id, and never by its address', async () => {
    const lines: string[] = [];
    const writing = jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    await world.rows('alter schema competitions rename to away');
    const answer = await new Visitor(app).get('/competitions/a-secret-in-the-address');
    await world.rows('alter schema away rename to competitions');
    writing.mockRestore();
    expect(answer.status).toBe(500);
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const [failed] = entries.filter(({ message }) => message === 'request failed');
    const { at, ms, requestId, ...rest } = failed!;
    expect(rest).toEqual({
      ...{ level: 'warn', part: 'http', message: 'request failed' },
      ...{ method: 'GET', route: '/competitions/:code', status: 500 },
    });
    expect([typeof at, typeof ms]).toEqual(['string', 'number']);
    const causes = entries.filter(({ message }) => message === 'unexpected failure');
    expect(causes.map((cause) => cause.requestId)).toEqual([requestId]);
    expect(answer.text).toContain(String(requestId));
    expect(lines.join('')).not.toContain('a-secret-in-the-address');
  });
});

describe('the state of the system', () => {
  it('is for administrators', async () => {
    const officer = await accounts.signedIn('officer@authority.example', [
      { role: 'officer', scopeKind: 'organiser', scopeId: (await world.organiser()).id },
    ]);
    expect((await officer.get('/admin/system')).status).toBe(403);
    expect((await new Visitor(app).get('/admin/system')).location).toBe('/sign-in?next=%2Fadmin%2Fsystem');
  });

  it('shows refused letters with masked addresses, and dead work that is tried again', async () => {
    const admin = await accounts.signedIn('admin@authority.example', [ADMINISTRATOR]);
    await refuseMail(1);
    await queueLetters(app, world, 1);
    await app.drain().catch(() => undefined);
    await world.rows('update facts.delivery set dead = true where done_at is null');
    const [address] = await world.rows<{ address: string }>(
      `select to_address as address from notifications.message where state <> 'sent'`,
    );
    const page = await admin.get('/admin/system');
    expect(page.status).toBe(200);
    expect(page.html).not.toContain(address!.address);
    expect(page.text).toContain(`p***${address!.address.slice(address!.address.indexOf('@'))}`);
    const retry = /action="(\/admin\/system\/deliveries\/[^"]+)"/.exec(page.html)![1]!;

    expect(await admin.post(retry, {})).toMatchObject({ status: 303, location: '/admin/system?done=retried' });
    expect((await admin.post(retry, {})).status).toBe(404);
    const facts = await world.rows(
      `select subject_id as id from facts.fact where name = 'platform.delivery-retried' and actor_id is not null`,
    );
    expect(facts).toEqual([{ id: retry.split('/')[4] }]);
    await app.drain();
    expect(await world.rows('select id from facts.delivery where done_at is null')).toEqual([]);
    expect((await admin.get('/en/admin/system')).text).toContain('0 stopped after all tries');
  });

  it('says that letters are held back, and how to decide', async () => {
    const admin = await accounts.signedIn('admin3@authority.example', [ADMINISTRATOR]);
    expect((await admin.get('/admin/system')).text).not.toContain('release-mail');
    await queueLetters(app, world, 2);
    await holdMail(app.db);
    const { text } = await admin.get('/en/admin/system');
    expect(text).toContain('After a restore 2 letters are held back. Look around, then decide:');
    expect(text).toContain('never send: npm run -s cli -- release-mail --drop');
    await app.get(ReleaseMail).drop(await app.ctx());
    expect((await admin.get('/admin/system')).text).not.toContain('release-mail');
  });

  it('answers an unknown id with «not found»', async () => {
    const admin = await accounts.signedIn('admin2@authority.example', [ADMINISTRATOR]);
    await admin.get('/admin/system');
    expect((await admin.post(`/admin/system/deliveries/${newId()}/retry`, {})).status).toBe(404);
  });
});
