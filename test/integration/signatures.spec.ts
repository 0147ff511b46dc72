import { AttachSignature, findDocument, OpenDocument, RegisterPaper, WithdrawFile } from '#libs/documents';
import type { Actor } from '#libs/platform/access';
import { verifyChains } from '#libs/platform/facts';
import { ActScenes, type ActScene } from '../support/act-scene.js';
import { startApp, type TestApp } from '../support/app.js';
import { AwardScenes, type AwardScene } from '../support/award-scene.js';
import { A_DAY, codeOf, PDF } from '../support/proposals.js';
import { P7S } from '../support/signature-file.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

const WHY = 'На скані видно адресу учасниці';

let app: TestApp;
let world: World;
let acts: ActScenes;
let scenes: AwardScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  acts = new ActScenes(app, world);
  scenes = new AwardScenes(app, world);
});
afterAll(async () => {
  expect((await verifyChains(app.db)).broken).toEqual([]);
  await world.close();
  await app.close();
});

const owner = (of: ActScene) => ({ ownerKind: 'announcement-order', ownerId: of.id });
const sign = async (of: ActScene, form: 'kep' | 'paper', name: string, content: Buffer, by: Actor = of.officer) =>
  app.get(AttachSignature).execute(await app.ctx(by, A_DAY), owner(of), { form, name, content });
const filesOf = (ownerId: string) =>
  world.rows<{ id: string; sha256: string }>(
    'select id, sha256 from documents.document where owner_id = $1 order by id',
    [ownerId],
  );
const withdraw = async (
  of: { officer: Actor },
  paper: { ownerKind: string; ownerId: string },
  documentId: string,
  { fate = 'erased' as 'erased' | 'sealed', replacement = null as { name: string; content: Buffer } | null } = {},
  by = of.officer,
) => app.get(WithdrawFile).execute(await app.ctx(by), paper, documentId, { reason: WHY, fate, replacement });

describe('signatures told apart', () => {
  it('«підтверджено в системі» until a scan, «підписано на папері» until a КЕП, and never «перевірено» by itself', async () => {
    const of = await acts.open({ order_number: '77-од', order_on: '2020-10-01' });
    const shown = async () => (await new Visitor(app).get(`/competitions/${of.code}`)).text;
    expect(await shown()).toContain('Підтверджено в системі Номер у системі: 77-од');
    await sign(of, 'paper', 'Скан.pdf', PDF);
    expect(await shown()).toContain('Підписано на папері');
    await sign(of, 'kep', 'Наказ.pdf.p7s', P7S);
    const page = await shown();
    expect(page).toContain('КЕП не перевірено');
    expect(page.replaceAll('не перевірено', '')).not.toContain('перевірено');
  });

  it('rule 79: the database itself knows no verified signature on paper', async () => {
    const of = await acts.open();
    await sign(of, 'paper', 'Скан.pdf', PDF);
    const lie = world.rows('update documents.paper_signature set is_verified = true where owner_id = $1', [of.id]);
    await expect(lie).rejects.toThrow('ck_paper_signature_verified');
  });

  it('takes a file for what its bytes say', async () => {
    const of = await acts.open();
    expect(await codeOf(sign(of, 'kep', 'Підпис.p7s', PDF))).toBe('documents.kind-mismatch');
    expect(await codeOf(sign(of, 'kep', 'Підпис.pdf', PDF))).toBe('documents.kind-not-allowed');
    expect(await codeOf(sign(of, 'paper', 'Скан.p7s', P7S))).toBe('documents.kind-not-allowed');
    expect(await filesOf(of.id)).toEqual([]);
  });

  it('keeps the number of the office system as a fact; the last one counts', async () => {
    const of = await acts.open({ order_number: '77-од' });
    const register = async (number: string, on: string) =>
      app.get(RegisterPaper).execute(await app.ctx(of.officer, A_DAY), owner(of), { number, on });
    expect(await codeOf(register('01-12/3', '2020-10-21'))).toBe('documents.registered-in-future');
    await register('01-12/3', '2020-10-19');
    await register('01-12/4', '2020-10-20');
    expect((await new Visitor(app).get(`/competitions/${of.code}`)).text).toContain(
      'у СЕД: № 01-12/4 від 20 жовтня 2020 року',
    );
    const kept = await world.rows<{ number: string }>(
      `select body::json -> 'particulars' ->> 'number' as number from facts.fact
        where scope_id = $1 and name = 'documents.paper-registered' order by seq`,
      [of.id],
    );
    expect(kept.map(({ number }) => number)).toEqual(['01-12/3', '01-12/4']);
  });

  it('is for the officer of that authority; a stranger and a director change nothing', async () => {
    const [of, other] = [await acts.open(), await acts.open()];
    expect(await codeOf(sign(of, 'paper', 'Скан.pdf', PDF, other.officer))).toBe('documents.officer-only');
    expect(await codeOf(sign(of, 'paper', 'Скан.pdf', PDF, of.director))).toBe('documents.officer-only');
    const path = `/organiser/papers/announcement-order/${of.id}`;
    expect((await (await acts.signedIn(other.officer)).get(path)).status).toBe(403);
    expect((await (await acts.signedIn(of.director)).get(path)).status).toBe(200);
    const officer = await acts.signedIn(of.officer);
    expect((await officer.get(`/organiser/papers/nonsense/${of.id}`)).status).toBe(404);
    const failed = await officer.get(path).then(() => officer.postRaw(`${path}/signatures`, FORM_TYPE, EMPTY_FORM));
    expect(failed.status).toBe(422);
    expect(failed.text).toContain('Оберіть файл підпису або скан');
  });

  it('shows minutes and their marks to the commission and the staff alone', async () => {
    const of = await scenes.rated([{ points: 36, uah: 60_000 }]);
    const sessionId = await scenes.planned(of);
    await scenes.voted(of, sessionId);
    await scenes.sign(of, sessionId);
    const chair = await scenes.signedIn(of.chair);
    expect((await chair.get(`/sessions/${sessionId}`)).text).toContain('Підтверджено в системі');
    const [minutes] = await filesOf(sessionId);
    const path = `/papers/session/${sessionId}/files/${minutes!.id}`;
    const other = await acts.open();
    const statuses = [chair, await acts.signedIn(other.officer), new Visitor(app)].map(
      async (visitor) => (await visitor.get(path)).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 404, 404]);
  });
});

describe('a file is withdrawn', () => {
  let of: AwardScene;
  let paper: { ownerKind: string; ownerId: string };
  let documentId: string;
  const address = () => `/competitions/${of.code}/results/order`;

  beforeEach(async () => {
    of = await scenes.rated([{ points: 36, uah: 60_000 }]);
    await scenes.adopted(of);
    await scenes.order(of);
    const [order] = await world.rows<{ id: string; document_id: string }>(
      'select id, document_id from awards.award_order where competition_id = $1',
      [of.id],
    );
    paper = { ownerKind: 'award-order', ownerId: order!.id };
    documentId = order!.document_id;
  });

  it('its address says why with 410, the bytes are erased, the fact keeps the hash, everybody sees it', async () => {
    const document = await findDocument(app.db, documentId);
    await withdraw(of, paper, documentId);
    const gone = await new Visitor(app).get(address());
    expect([gone.status, gone.text.includes(WHY)]).toEqual([410, true]);
    expect((await new Visitor(app).get(`/competitions/${of.code}/results`)).text).toContain('вилучено з публікації');
    await app.drain();
    await expect(app.get(OpenDocument).bytes(document)).rejects.toThrow();
    const [fact] = await world.rows<{ sha256: string; reason: string }>(
      `select body::json -> 'particulars' ->> 'sha256' as sha256, body::json -> 'particulars' ->> 'reason' as reason
         from facts.fact where scope_id = $1 and name = 'documents.file-withdrawn'`,
      [of.id],
    );
    expect(fact).toEqual({ sha256: document.sha256, reason: WHY });
    expect(await codeOf(withdraw(of, paper, documentId))).toBe('documents.withdrawn-already');
  });

  it('a redacted copy stands at the same address, and can be withdrawn in its turn', async () => {
    await withdraw(of, paper, documentId, { replacement: { name: 'Без адрес.pdf', content: PDF } });
    expect((await app.http.inject({ url: address() })).rawPayload).toEqual(PDF);
    const copy = (await filesOf(paper.ownerId)).find(({ id }) => id !== documentId)!;
    await withdraw(of, paper, copy.id);
    expect((await new Visitor(app).get(address())).status).toBe(410);
  });

  it('sealed bytes stay in the storage, and no address opens them', async () => {
    const document = await findDocument(app.db, documentId);
    await withdraw(of, paper, documentId, { fate: 'sealed' });
    await app.drain();
    expect((await app.get(OpenDocument).bytes(document)).length).toBe(document.size);
    const officer = await scenes.signedIn(of.officer);
    const file = `/papers/award-order/${paper.ownerId}/files/${documentId}`;
    expect([(await officer.get(address())).status, (await officer.get(file)).status]).toEqual([410, 410]);
  });

  it('by the officer of that authority alone, and only a file of that paper', async () => {
    const other = await scenes.rated([{ points: 36, uah: 60_000 }]);
    expect(await codeOf(withdraw(of, paper, documentId, {}, other.officer))).toBe('documents.officer-only');
    expect(await codeOf(withdraw(of, paper, documentId, {}, of.director))).toBe('documents.officer-only');
    const scene = await acts.open();
    expect(await codeOf(withdraw(scene, owner(scene), documentId))).toBe('platform.not-found');
  });
});

const FORM_TYPE = 'multipart/form-data; boundary=xx';
const EMPTY_FORM = '--xx\r\ncontent-disposition: form-data; name="form"\r\n\r\nkep\r\n--xx--\r\n';
