import { LookAtDraft, ShowDraft } from '#libs/applications';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf } from '../support/commission.js';
import { A_DAY, WHOLE, codeOf, receptionScene, setClock, wholeDraft } from '../support/proposals.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  await setClock(world, A_DAY);
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

/** A draft, its applicant, an officer of the organiser and one of another authority. */
async function scene() {
  const { organiser, competition, who } = await receptionScene(world);
  const id = await wholeDraft(app, competition, who);
  const staff = (scopeId: string) => world.person([{ role: 'officer', scopeKind: 'organiser', scopeId }]);
  const foreign = await world.organiser();
  return { id, applicant: who.actor, officer: await staff(organiser.id), stranger: await staff(foreign.id) };
}

describe('a draft shown by a code', () => {
  it('is read by who typed the code, and the applicant sees who looked', async () => {
    const { id, applicant, officer } = await scene();
    const theirs = await browserOf(app, applicant);
    await theirs.get(`/applications/${id}/showing`);
    const made = await theirs.post(`/applications/${id}/showing`, {});
    const code = /[A-Z\d]{5}-[A-Z\d]{5}/.exec(made.text)![0];
    const helper = await browserOf(app, officer);
    await helper.get('/organiser/shown-drafts');
    const opened = await helper.post('/organiser/shown-drafts', { code: code.toLowerCase().replace('-', ' ') });
    expect(opened.status).toBe(303);
    expect((await helper.get(opened.location)).text).toContain(WHOLE.about.title);
    const seen = await theirs.get(`/applications/${id}/showing`);
    expect(seen.text).toContain(officer.fullName);
    expect(seen.text).not.toContain(code);
    expect((await helper.get(`/applications/${id}/about`)).status).toBe(404);
  });

  it('opens to nobody else: not to another authority, not with another code, not after the hour', async () => {
    const { id, applicant, officer, stranger } = await scene();
    const code = await app.get(ShowDraft).execute(await app.ctx(applicant), id);
    const look = async (who: typeof officer, typed: string) =>
      codeOf(app.get(LookAtDraft).execute(await app.ctx(who), typed, '127.0.0.1'));
    expect(await look(stranger, code)).toBe('applications.showing-unknown');
    expect(await look(officer, 'AAAAA-AAAAA')).toBe('applications.showing-unknown');
    const showing = await app.get(LookAtDraft).execute(await app.ctx(officer), code, '127.0.0.1');
    const colleague = await browserOf(app, stranger);
    expect((await colleague.get(`/organiser/shown-drafts/${showing}`)).status).toBe(404);
    await world.rows(`update applications.draft_showing set expires_at = shown_at where id = $1`, [showing]);
    const helper = await browserOf(app, officer);
    expect((await helper.get(`/organiser/shown-drafts/${showing}`)).status).toBe(404);
    expect(await look(officer, code)).toBe('applications.showing-unknown');
  });

  it('cannot be guessed: attempts are counted', async () => {
    const { officer } = await scene();
    const ctx = await app.ctx(officer);
    const tries: string[] = [];
    for (let count = 0; count < 12; count += 1)
      tries.push(await codeOf(app.get(LookAtDraft).execute(ctx, 'BBBBB-BBBBB', '10.0.0.1')));
    expect(tries.at(-1)).not.toBe('applications.showing-unknown');
  });
});
