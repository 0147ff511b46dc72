import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { StartApplication } from '#libs/applications';
import { OpenDocument, findDocument } from '#libs/documents';
import { ExpiredUploads } from '../../libs/documents/src/jobs/expired-uploads.sweep.js';
import { filesOf } from '../../libs/applications/src/queries/draft-proposal.js';
import { Accounts } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { A_DAY, after, CLOSES_AT, receptionScene, setClock } from '../support/proposals.js';
import { TusSender } from '../support/tus-sender.js';
import { until } from '../support/until.js';
import { World } from '../support/world.js';

const MB = 1024 * 1024;

let app: TestApp;
let world: World;
let accounts: Accounts;
let origin: string;
beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  accounts = new Accounts(app, world);
  origin = (await app.http.listen(0, '127.0.0.1'), await app.http.getUrl());
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

let people = 0;

/** Somebody with a draft, before a browser; and what an upload of theirs says. */
async function writer() {
  const { competition, who } = await receptionScene(world);
  await setClock(world, A_DAY);
  const email = `sender-${(people += 1)}@ngo.example`;
  const grant = { role: 'applicant', scopeKind: 'organisation', scopeId: who.organisationId } as const;
  const browser = await accounts.signedIn(email, [grant]);
  const id = await app
    .get(StartApplication)
    .execute(await app.ctx(who.actor, A_DAY), competition.id, who.organisationId);
  const about = (filename: string, field = 'other') => ({
    filename,
    modified: '1',
    kind: 'application',
    target: id,
    field,
  });
  return { id, who, browser, about, sender: await TusSender.of(app, origin, browser) };
}

/** A PDF by its bytes, of so many of them, no two parts alike. */
function pdf(size: number): Buffer {
  const content = Buffer.alloc(size);
  for (let at = 0; at + 4 <= size; at += 4) content.writeUInt32LE((at * 2654435761) >>> 0, at);
  content.write('%PDF-1.7\n');
  return content;
}

const partFiles = (): string[] => {
  const folder = join(process.env.DATA_DIR!, 'documents/parts');
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe('a file that arrives in pieces', () => {
  it('of 50 MB survives a cut in the middle of its body: it goes on from where it was, byte for byte', async () => {
    const { id, about, sender } = await writer();
    const content = pdf(50 * MB);
    const name = 'Статут, «нова» редакція "2020".pdf';
    const { status, location } = await sender.begin(about(name), content.length);
    expect([status, location]).toEqual([201, expect.stringMatching(/^\/uploads\/[0-9a-f-]{36}$/)]);

    await sender.brokenPiece(location, 0, content, 20 * MB);
    const { offset } = await until(
      () => sender.ask(location),
      (seen) => (seen.offset ?? 0) > 0,
    );
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThanOrEqual(20 * MB);
    const rest = await sender.piece(location, offset!, content.subarray(offset!));
    expect([rest.status, rest.offset]).toEqual([204, content.length]);

    const [file] = await filesOf(app.db, id);
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(file).toMatchObject({ name, kind: 'other', size: content.length, sha256 });
    const kept = await app.get(OpenDocument).bytes(await findDocument(app.db, file!.documentId));
    expect(kept.equals(content)).toBe(true);
    expect(partFiles()).not.toContain(location.split('/').at(-1));
  });

  it('whose line is dead but not closed is taken over: the waiting request gives up its lock with what it has', async () => {
    const { id, about, sender } = await writer();
    const content = pdf(2 * MB);
    const { location } = await sender.begin(about('звіт.pdf'), content.length);
    const dead = await sender.brokenPiece(location, 0, content, MB, { hangsUp: false });
    const { offset } = await until(
      () => sender.ask(location),
      (seen) => seen.offset === MB,
    );
    const rest = await sender.piece(location, offset!, content.subarray(offset!));
    expect(rest.status).toBe(204);
    dead.destroy();
    expect((await filesOf(app.db, id)).map(({ size }) => size)).toEqual([content.length]);
  });

  it('is attached once when its last answer is lost and asked for again', async () => {
    const { id, about, sender } = await writer();
    const content = pdf(MB);
    const { location } = await sender.begin(about('лист.pdf'), content.length);
    await sender.piece(location, 0, content);
    const again = await Promise.all([sender.ask(location), sender.ask(location)]);
    expect(again.map(({ status, offset }) => [status, offset])).toEqual([
      [200, content.length],
      [200, content.length],
    ]);
    expect(await filesOf(app.db, id)).toHaveLength(1);
  });

  it('that was whole when the process died is attached when it is asked for', async () => {
    const { id, about, sender } = await writer();
    const content = pdf(MB);
    const { location } = await sender.begin(about('лист.pdf'), content.length);
    await sender.piece(location, 0, content.subarray(0, MB - 1));
    const { appendFileSync } = await import('node:fs');
    const part = join(process.env.DATA_DIR!, 'documents/parts', location.split('/').at(-1)!);
    appendFileSync(part, content.subarray(MB - 1));
    expect((await sender.ask(location)).offset).toBe(MB);
    expect(await filesOf(app.db, id)).toHaveLength(1);
  });

  it('does not exist for anybody else, whatever they ask', async () => {
    const [owner, stranger] = [await writer(), await writer()];
    const { location } = await owner.sender.begin(owner.about('лист.pdf'), MB);
    const answers = [
      await stranger.sender.ask(location),
      await stranger.sender.piece(location, 0, pdf(10)),
      await stranger.sender.drop(location),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await owner.sender.ask(location)).status).toBe(200);
    const foreign = await stranger.sender.begin(owner.about('лист.pdf'), MB);
    expect(foreign.status).toBe(404);
  });

  it('goes when its owner gives it up, and nothing of it is left', async () => {
    const { about, sender } = await writer();
    const { location } = await sender.begin(about('лист.pdf'), MB);
    await sender.piece(location, 0, pdf(100));
    expect((await sender.drop(location)).status).toBe(204);
    expect((await sender.ask(location)).status).toBe(404);
    expect(partFiles()).not.toContain(location.split('/').at(-1));
  });
});

describe('what is refused', () => {
  it.each([
    ['макрос.docm', MB, 422, 'Файли такого виду не приймаються'],
    ['відео.pdf', 51 * MB, 422, 'не більший за 50 МБ'],
    ['порожній.pdf', 0, 422, 'Файл порожній'],
  ])('before the first byte, in words: %s', async (name, size, status, words) => {
    const { about, sender } = await writer();
    const answer = await sender.begin(about(name), size);
    expect([answer.status, answer.body]).toEqual([status, expect.stringContaining(words)]);
  });

  it('a file that is not what its name says, once it is here; nothing stays', async () => {
    const { id, about, sender } = await writer();
    const { location } = await sender.begin(about('знімок.png'), 1000);
    const answer = await sender.piece(location, 0, pdf(1000));
    expect([answer.status, answer.body]).toEqual([422, expect.stringContaining('не відповідає його назві')]);
    expect((await sender.ask(location)).status).toBe(404);
    expect(await filesOf(app.db, id)).toEqual([]);
  });

  it('more than five unfinished ones of one person', async () => {
    const { about, sender } = await writer();
    const answers = await Promise.all(Array.from({ length: 7 }, () => sender.begin(about('лист.pdf'), MB)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 429, 429]);
  });

  it('rule 16: a file whose last piece comes after the closing', async () => {
    const { id, about, sender } = await writer();
    const { location } = await sender.begin(about('лист.pdf'), 1000);
    await setClock(world, after(CLOSES_AT, 60_000));
    const answer = await sender.piece(location, 0, pdf(1000));
    expect(answer.status).toBe(422);
    expect(await filesOf(app.db, id)).toEqual([]);
  });

  it('a request from elsewhere: without the token nothing is begun', async () => {
    const { about, browser } = await writer();
    const sender = await TusSender.of(app, origin, browser);
    Object.assign(sender, { headers: { ...Reflect.get(sender, 'headers'), 'x-csrf-token': 'x' } });
    expect((await sender.begin(about('лист.pdf'), MB)).status).toBe(403);
  });
});

describe('what was begun and left', () => {
  it('is shown on the page of the files, so that it is gone on with on any device', async () => {
    const { id, about, sender, browser } = await writer();
    const { location } = await sender.begin(about('план робіт.pdf'), 2 * MB);
    await sender.piece(location, 0, pdf(MB));
    const { text, html } = await browser.get(`/applications/${id}/files`);
    expect(text).toContain('Не завершено: «план робіт.pdf».');
    expect(text.replace(/\u00a0/g, ' ')).toContain('Надіслано 1 МБ із 2 МБ.');
    expect(html).toContain(`data-upload-left="${location}"`);
  });

  it('goes by the sweep when its time is over', async () => {
    const { about, sender } = await writer();
    const { location } = await sender.begin(about('лист.pdf'), MB);
    await sender.piece(location, 0, pdf(100));
    const id = location.split('/').at(-1)!;
    await app.get(ExpiredUploads).sweep(await app.ctx());
    expect(partFiles()).toContain(id);
    await world.rows('update documents.upload set expires_at = $2 where id = $1', [id, new Date(0)]);
    expect((await sender.ask(location)).status).toBe(404);
    await app.get(ExpiredUploads).sweep(await app.ctx());
    expect(partFiles()).not.toContain(id);
    expect(await world.rows('select from documents.upload where id = $1', [id])).toEqual([]);
  });
});
