import { freePort } from '../../bin/lib/free-port.mjs';
import { AttachFile, SubmitApplication, applicationById } from '#libs/applications';
import { findDocument, OpenDocument } from '#libs/documents';
import { filesOf } from '../../libs/applications/src/queries/draft-proposal.js';
import { Accounts } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { Clamd, EICAR } from '../support/clamd.js';
import { A_DAY, PDF, codeOf, receptionScene, setClock, wholeDraft } from '../support/proposals.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let accounts: Accounts;
let port: number;
beforeAll(async () => {
  port = await freePort();
  process.env.CLAMAV_URL = `tcp://127.0.0.1:${port}`;
  app = await startApp();
  world = await World.open();
  accounts = new Accounts(app, world);
});
afterAll(async () => {
  delete process.env.CLAMAV_URL;
  await world?.close();
  await app?.close();
});

async function attached(content: Buffer) {
  const { competition, who } = await receptionScene(world);
  const id = await wholeDraft(app, competition, who);
  await app
    .get(AttachFile)
    .execute(await app.ctx(who.actor, A_DAY), id, { purpose: 'other', name: 'лист.pdf', content });
  const [file] = await filesOf(app.db, id);
  return { id, who, file: file! };
}

const submit = async ({ id, who }: Awaited<ReturnType<typeof attached>>) => {
  const { version } = await applicationById(app.db, id);
  return codeOf(app.get(SubmitApplication).execute(await app.ctx(who.actor, A_DAY), id, version));
};

/** Does what is owed; a scanner that is away leaves the work owed. */
const work = () => app.drain().catch(() => undefined);

describe('with a virus scanner', () => {
  it('a clean file waits, is opened by nobody meanwhile, and then by those who may', async () => {
    const { file } = await attached(PDF);
    expect(file.scan).toBe('waiting');
    expect(await codeOf(findDocument(app.db, file.documentId))).toBe('documents.being-scanned');
    const clamd = await Clamd.start(port);
    await work();
    await clamd.stop();
    expect([clamd.scanned, clamd.bytes]).toEqual([1, PDF.length]);
    const document = await findDocument(app.db, file.documentId);
    expect(document.scan).toBe('clean');
    expect(await app.get(OpenDocument).bytes(document)).toEqual(PDF);
  });

  it('an infected one is refused in words, erased, and stands in the way of a submission', async () => {
    const scene = await attached(Buffer.concat([PDF, Buffer.from(EICAR)]));
    const clamd = await Clamd.start(port);
    await work();
    await clamd.stop();
    expect(await codeOf(findDocument(app.db, scene.file.documentId))).toBe('documents.infected');
    expect(await codeOf(app.get(OpenDocument).bytes({ storageKey: await keyOf(scene.file.documentId) }))).toMatch(
      /ENOENT/,
    );
    expect(await submit(scene)).toBe('applications.not-ready');
    await setClock(world, A_DAY);
    const { organisationId } = scene.who;
    const browser = await accounts.signedIn('infected@ngo.example', [
      { role: 'applicant', scopeKind: 'organisation', scopeId: organisationId },
    ]);
    const { text } = await browser.get(`/applications/${scene.id}/files`);
    expect(text).toContain('Не прийнято: перевірка знайшла шкідливий вміст (Eicar-Test-Signature)');
    expect((await browser.get(`/applications/${scene.id}/documents/${scene.file.documentId}`)).status).toBe(410);
  });

  it('that is away: the file waits, a submission does not, and the scanner is asked again when it is back', async () => {
    const scene = await attached(PDF);
    await work();
    expect((await filesOf(app.db, scene.id))[0]!.scan).toBe('waiting');
    expect(await submit(scene)).toBe('done');
    const clamd = await Clamd.start(port);
    await world.rows(`update facts.delivery set due_at = clock_timestamp(), enqueued_at = null where done_at is null`);
    await work();
    await clamd.stop();
    expect((await filesOf(app.db, scene.id))[0]!.scan).toBe('clean');
  });
});

const keyOf = async (id: string): Promise<string> =>
  (await world.rows<{ key: string }>('select storage_key as key from documents.document where id = $1', [id]))[0]!.key;
