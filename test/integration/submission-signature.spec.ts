import { createHash } from 'node:crypto';
import { GiveRights, SignSubmission, WithdrawApplication } from '#libs/applications';
import type { Actor } from '#libs/platform/access';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf, type Person } from '../support/commission.js';
import { A_DAY, PDF, applicant, codeOf, submitNow, submittedProposal, wholeDraft } from '../support/proposals.js';
import { P7S } from '../support/signature-file.js';
import { World } from '../support/world.js';

const NAME = 'Пропозиція, «Книга» "2020".p7s';

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
  const submitted = await submittedProposal(app, world);
  const officer = await staff(submitted.organiser.id);
  const receipt = `/applications/${submitted.id}/receipt`;
  return { ...submitted, officer, applicant: submitted.who.actor, receipt };
}

const staff = (organiserId: string): Promise<Person> =>
  world.person([{ role: 'officer', scopeKind: 'organiser', scopeId: organiserId }]);

const sign = async (id: string, by: Actor, name = NAME, content = P7S): Promise<string> =>
  codeOf(app.get(SignSubmission).execute(await app.ctx(by, A_DAY), id, { name, content }));

const bytes = async (url: string, by: Person): Promise<{ status: number; body: Buffer }> => {
  const { session } = await browserOf(app, by);
  const answer = await app.http.inject({ url, headers: { cookie: `sp_session=${session}` } });
  return { status: answer.statusCode, body: answer.rawPayload };
};

const fileOf = async (id: string): Promise<string> => {
  const [row] = await world.rows<{ path: string }>(
    `select format('/papers/submission/%s/files/%s', s.id, d.id) as path from applications.submission s
       join documents.document d on d.owner_id = s.id and d.owner_kind = 'submission' where s.application_id = $1`,
    [id],
  );
  return row!.path;
};

describe('an electronic signature beside a submission', () => {
  it('is kept with its checksum and never shown as verified (rule 79)', async () => {
    const { id, applicant: who, receipt } = await scene();
    const before = await (await browserOf(app, who)).get(receipt);
    expect(before.text).toContain('Електронний підпис (необов’язково)');
    expect(await sign(id, who)).toBe('done');
    const page = await (await browserOf(app, who)).get(receipt);
    const sha256 = createHash('sha256').update(P7S).digest('hex');
    expect(page.text).toMatch(/Пропозиція, «Книга» .*2020.*\.p7s/);
    expect(page.text).toContain(`SHA-256 ${sha256}`);
    expect(page.text).toContain('не перевірено');
    expect((await bytes(await fileOf(id), who)).body.equals(P7S)).toBe(true);
  });

  it('is made over the very bytes of the checksum', async () => {
    const { id, applicant: who, receipt } = await scene();
    const { body } = await bytes(`/applications/${id}/submissions/1/content`, who);
    const page = await (await browserOf(app, who)).get(receipt);
    expect(page.text).toContain(createHash('sha256').update(body).digest('hex'));
  });

  it('stays with its version, and is sealed for the authority until the opening', async () => {
    const { id, applicant: who, officer, competition } = await scene();
    await sign(id, who);
    const file = await fileOf(id);
    expect((await bytes(file, officer)).status).toBe(404);
    await world.rows('update applications.application set version = version + 1 where id = $1', [id]);
    await submitNow(app, id, who);
    await world.rows(`update competitions.competition set state = 'admission' where id = $1`, [competition.id]);
    expect((await bytes(file, officer)).status).toBe(200);
    const reader = await browserOf(app, officer);
    expect((await reader.get(`/applications/${id}/submissions/1`)).text).toContain('не перевірено');
    expect((await reader.get(`/applications/${id}/reading`)).text).not.toContain('не перевірено');
    expect((await bytes(file, (await applicant(world)).actor)).status).toBe(404);
    expect((await bytes(file, await staff((await world.organiser()).id))).status).toBe(404);
  });

  it('comes only from who may submit, only to what is submitted, and only as a detached signature', async () => {
    const { id, who, applicant: head, competition, organiser } = await scene();
    expect(await sign(id, head, 'скан.p7s', PDF)).toBe('documents.kind-mismatch');
    expect(await sign(id, head, 'скан.pdf', PDF)).toBe('documents.kind-not-allowed');
    const helper = await world.person([{ role: 'applicant', scopeKind: 'organisation', scopeId: who.organisationId }]);
    await app.get(GiveRights).execute(await app.ctx(head, A_DAY), id, [{ personId: helper.personId, right: 'edit' }]);
    expect(await sign(id, helper)).toBe('applications.applicants-only');
    expect(await sign(id, (await applicant(world)).actor)).toBe('platform.not-found');
    expect(await sign(id, await staff(organiser.id))).toBe('platform.not-found');
    await app.get(WithdrawApplication).execute(await app.ctx(head, A_DAY), id);
    expect(await sign(id, head)).toBe('applications.not-submitted');
    const other = await applicant(world);
    expect(await sign(await wholeDraft(app, competition, other), other.actor)).toBe('applications.not-submitted');
  });

  it('refused on the page, it says why at its field and changes nothing', async () => {
    const { id, applicant: who, receipt } = await scene();
    const visitor = await browserOf(app, who);
    await visitor.get(receipt);
    const empty = await visitor.postRaw(
      `/applications/${id}/signature`,
      'multipart/form-data; boundary=xx',
      '--xx--\r\n',
    );
    expect([empty.status, empty.text.includes('Пропозицію прийнято')]).toEqual([422, true]);
    expect(empty.html).toContain('href="#file"');
  });
});
