import { jest } from '@jest/globals';
import { Notices, type Notice } from '#libs/notifications';
import { newId } from '#libs/platform/database';
import { startApp, type TestApp } from '../support/app.js';
import { mails, refuseMail } from '../support/mailbox.js';
import { World } from '../support/world.js';

jest.setTimeout(60_000);

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
});
afterEach(() => refuseMail(0));
afterAll(async () => {
  await app.close();
  await world.close();
});

interface Stored {
  state: string;
  attempts: number;
  error: string | null;
  isRefused: boolean;
  hasBody: boolean;
}

/** One letter about a session to somebody new; returns its id and address. */
async function letter(more: Partial<Notice> = {}): Promise<{ id: string; email: string }> {
  const { personId, email } = await world.person();
  await app.uow.run(await app.ctx(), (tx) =>
    app.get(Notices).queue(tx, {
      ...{ to: { personId, email, language: 'uk' }, kind: 'duty', organiserId: null, template: 'sessions.planned' },
      ...{ data: { body: 'Комісія', subject: 'Лист', at: 'завтра', place: 'тут' } },
      ...more,
    }),
  );
  const [row] = await world.rows<{ id: string }>('select id from notifications.message where to_person_id = $1', [
    personId,
  ]);
  return { id: row!.id, email };
}

async function stored(id: string): Promise<Stored> {
  const [row] = await world.rows<Stored>(
    `select state, attempts, error, refused_at is not null as "isRefused", body is not null as "hasBody"
       from notifications.message where id = $1`,
    [id],
  );
  return row!;
}

const owedFor = (id: string) =>
  world.rows<{ dead: boolean }>('select dead from facts.delivery where subject_id = $1 and done_at is null', [id]);
const dueNow = (id: string) =>
  world.rows('update facts.delivery set due_at = clock_timestamp() where subject_id = $1', [id]);
const cameTo = async (email: string) => (await mails()).filter(({ to }) => to.includes(email));

describe('a letter that a mail server does not take', () => {
  it('is never tried again when it is refused for good: 550', async () => {
    const { id, email } = await letter();
    await refuseMail(null, { code: 550 });
    await app.drain();
    expect(await owedFor(id)).toEqual([]);
    const { error, ...fate } = await stored(id);
    expect(fate).toEqual({ state: 'refused', attempts: 1, isRefused: true, hasBody: true });
    expect(error).toContain('550 No such mailbox');
    await refuseMail(0);
    await dueNow(id);
    await app.drain();
    expect(await cameTo(email)).toEqual([]);
  });

  it('waits and goes again when the server is only busy: 450', async () => {
    const { id, email } = await letter();
    await refuseMail(1, { code: 450 });
    await expect(app.drain()).rejects.toThrow('450');
    expect(await stored(id)).toMatchObject({ state: 'queued', attempts: 1, isRefused: false });
    expect(await owedFor(id)).toEqual([{ dead: false }]);
    await dueNow(id);
    await app.drain();
    expect(await stored(id)).toMatchObject({ state: 'sent', attempts: 2, error: null });
    expect(await cameTo(email)).toHaveLength(1);
  });

  it('is known as given up after the last try, and goes when an administrator tries again', async () => {
    const { id, email } = await letter();
    await refuseMail(1, { code: 450 });
    await world.rows('update facts.delivery set attempts = 11 where subject_id = $1', [id]);
    await expect(app.drain()).rejects.toThrow('450');
    expect(await stored(id)).toMatchObject({ state: 'failed', isRefused: true });
    expect(await owedFor(id)).toEqual([{ dead: true }]);
    await world.rows('update facts.delivery set dead = false, due_at = clock_timestamp() where subject_id = $1', [id]);
    await app.drain();
    expect(await stored(id)).toMatchObject({ state: 'sent', isRefused: false, error: null });
    expect(await cameTo(email)).toHaveLength(1);
  });

  it('keeps no secret once it is refused for good', async () => {
    const { id } = await letter({ kind: 'account', template: 'identity.invitation', holdsSecret: true });
    await refuseMail(null, { code: 550 });
    await app.drain();
    expect(await stored(id)).toMatchObject({ state: 'refused', hasBody: false });
  });
});

describe('a notice that starts a clock', () => {
  it('must be obligatory and of an authority', async () => {
    const { id: organisationId } = await world.organisation();
    const startsClock = { aboutId: newId(), organisationId };
    const { id: organiserId } = await world.organiser();
    await expect(letter({ startsClock })).rejects.toThrow('is obligatory and of an authority');
    await expect(letter({ startsClock, organiserId, kind: 'work' })).rejects.toThrow('is obligatory');
  });
});
