import { competitionById, ConfirmAct, DropAct, PrepareAct, ReturnAct } from '#libs/competitions';
import { verifyChains } from '#libs/platform/facts';
import { ActScenes, REASON, type ActScene } from '../support/act-scene.js';
import { startApp, type TestApp } from '../support/app.js';
import { letterTo } from '../support/mailbox.js';
import { A_DAY, codeOf, PDF } from '../support/proposals.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let acts: ActScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  acts = new ActScenes(app, world);
});
afterAll(async () => {
  expect((await verifyChains(app.db)).broken).toEqual([]);
  await world.close();
  await app.close();
});

describe('an act', () => {
  it('is prepared by the officer and confirmed by the director; nobody of another authority sees it', async () => {
    const [of, other] = [await acts.open(), await acts.open()];
    const prepare = (by: ActScene['officer']) =>
      app.ctx(by, A_DAY).then((ctx) =>
        app.get(PrepareAct).execute(ctx, of.id, {
          ...{ kind: 'cancel', number: '1', actOn: '2020-10-19', reason: REASON },
          ...{ potKop: null, closesAt: null, document: null },
        }),
      );
    expect(await codeOf(prepare(of.director))).toBe('competitions.officer-only');
    expect(await codeOf(prepare(other.officer))).toBe('competitions.officer-only');
    const actId = await prepare(of.officer);
    expect((await competitionById(app.db, of.id)).state).toBe('announced');
    expect(await codeOf(acts.confirm(of, actId, A_DAY, of.officer))).toBe('competitions.director-only');
    expect(await codeOf(acts.confirm(of, actId, A_DAY, other.director))).toBe('competitions.director-only');
    // The id of an act is good only together with its competition.
    expect(await codeOf(acts.confirm(other, actId, A_DAY))).toBe('platform.not-found');
    const stranger = await acts.signedIn(other.officer);
    expect((await stranger.get(`/organiser/competitions/${of.id}/acts`)).status).toBe(403);
    const visitor = new Visitor(app);
    expect((await visitor.get(`/competitions/${of.code}`)).text).not.toContain(REASON);
  });

  it('waits alone, and can be dropped for another one', async () => {
    const of = await acts.open();
    const actId = await acts.prepare(of, 'suspend');
    const second = acts.prepare(of, 'cancel');
    expect(await codeOf(second)).toBe('competitions.act-waiting');
    await app.get(DropAct).execute(await app.ctx(of.officer, A_DAY), of.id, actId);
    expect(await codeOf(acts.confirm(of, actId))).toBe('competitions.act-over');
    await acts.act(of, 'cancel');
    expect((await competitionById(app.db, of.id)).state).toBe('cancelled');
  });

  it('is returned by the director, and by whoever both prepared it and may confirm it', async () => {
    const of = await acts.open();
    const director = await acts.signedIn(of.director);
    const path = `/organiser/competitions/${of.id}/acts`;
    const first = await acts.prepare(of, 'suspend');
    expect((await director.get(path)).text).toContain('Повернути акт на доопрацювання');
    const silent = await director.post(`${path}/${first}/return`, { remark: ' ' });
    expect([silent.status, silent.text]).toEqual([422, expect.stringContaining('Напишіть, що виправити') as string]);
    const remark = 'Зазначте номер рішення ради';
    expect((await director.post(`${path}/${first}/return`, { remark })).location).toBe(`${path}?done=returned`);
    const [returned] = await acts.facts(of, 'competitions.act-returned');
    expect(returned!.particulars).toEqual({ kind: 'suspend', remark });
    const both = await acts.director(of);
    const officer = { role: 'officer', scopeKind: 'organiser' as const, scopeId: of.organiserId };
    await world.grant(both.personId, officer);
    both.grants.push(officer);
    const alone = await acts.signedIn(both);
    const second = await acts.prepare({ ...of, officer: both }, 'suspend');
    const page = await alone.get(path);
    expect(page.text).toContain('Цей акт підготували Ви');
    expect(page.text).toContain('Відкликати підготовлений акт');
    await acts.confirm(of, second, A_DAY, both);
    const visitor = new Visitor(app);
    expect((await visitor.get(`/competitions/${of.code}`)).text).toContain('Акт підготувала й підтвердила одна людина');
  });

  it('that is returned is told in the cabinet and by a letter to who prepared it; otherwise to every officer', async () => {
    const of = await acts.open();
    const told = async (actId: string) =>
      world.rows<{ to: string; body: string }>(
        `select to_address as to, body from notifications.message
          where template = 'competitions.act-returned' and starts_with(once_key, 'competitions.act-returned:' || $1)
          order by 1`,
        [actId],
      );
    const giveBack = async (actId: string) =>
      app.get(ReturnAct).execute(await app.ctx(of.director, A_DAY), of.id, actId, 'Зазначте номер рішення');
    const colleague = await world.person([{ role: 'officer', scopeKind: 'organiser', scopeId: of.organiserId }]);
    const first = await acts.prepare(of, 'suspend');
    await giveBack(first);
    expect(await told(first)).toEqual([
      { to: of.officer.email, body: expect.stringContaining('Зазначте номер рішення') as string },
    ]);
    expect(await codeOf(acts.confirm(of, first))).toBe('competitions.act-over');
    await app.drain();
    expect((await letterTo(of.officer.email, 'повернув акт')).text).toContain('Зазначте номер рішення');
    const officer = await acts.signedIn(of.officer);
    expect((await officer.get('/notices')).text).toContain('повернув акт');

    const second = await acts.prepare(of, 'suspend');
    await world.rows(`update identity.role_grant set ended_on = current_date where person_id = $1`, [
      of.officer.personId,
    ]);
    await giveBack(second);
    expect((await told(second)).map(({ to }) => to)).toEqual([colleague.email]);
    await expect(
      app.get(ReturnAct).execute(await app.ctx(colleague, A_DAY), of.id, second, 'Ні'),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('of two directors at once one confirms, the other is told', async () => {
    const of = await acts.open();
    const second = await acts.director(of);
    const actId = await acts.prepare(of, 'cancel');
    const results = await Promise.all([
      codeOf(acts.confirm(of, actId, A_DAY, of.director)),
      codeOf(acts.confirm(of, actId, A_DAY, second)),
    ]);
    expect(results.sort()).toEqual(['competitions.act-over', 'done']);
    expect(await acts.facts(of, 'competitions.cancelled')).toHaveLength(1);
  });

  it('is refused in words after the order, and on a draft', async () => {
    const decided = await acts.open({ state: 'decided' });
    expect(await codeOf(acts.prepare(decided, 'change-pot', { potKop: 70_000_000 }))).toBe(
      'competitions.act-after-order',
    );
    const draft = await acts.open({ state: 'draft', code: null });
    expect(await codeOf(acts.prepare(draft, 'cancel'))).toBe('competitions.not-now');
    const officer = await acts.signedIn(draft.officer);
    expect((await officer.get(`/organiser/competitions/${draft.id}/acts`)).status).toBe(409);
  });

  it('with a document that is too large comes back with everything typed, also what stands after the file', async () => {
    const of = await acts.open();
    const officer = await acts.signedIn(of.officer);
    const path = `/organiser/competitions/${of.id}/acts/new/cancel`;
    await officer.get(path);
    const file = '--xx\r\ncontent-disposition: form-data; name="document"; filename="act.pdf"\r\n\r\n';
    const tooLarge = `${file}%PDF${'0'.repeat(20 * 1024 * 1024)}\r\n`;
    const body = tooLarge + multipart({ number: '17-од', actOn: '19.10.2020', reason: REASON }, null);
    const answer = await officer.postRaw(path, 'multipart/form-data; boundary=xx', body);
    expect([answer.status, answer.text.includes('Оберіть файл, не більший за 20 МБ')]).toEqual([422, true]);
    for (const typed of ['value="17-од"', 'value="19.10.2020"', REASON]) expect(answer.html).toContain(typed);
  });

  it('comes from the form with its document, keeps what was typed, and shows everybody what happened', async () => {
    const of = await acts.open();
    const officer = await acts.signedIn(of.officer);
    const path = `/organiser/competitions/${of.id}/acts/new/cancel`;
    await officer.get(path);
    const send = (fields: Record<string, string>, file = true) =>
      officer.postRaw(path, 'multipart/form-data; boundary=xx', multipart(fields, file ? PDF : null));
    const failed = await send({ number: '', actOn: '32.10.2020', reason: 'Причина є' }, false);
    expect(failed.status).toBe(422);
    expect(failed.text).toContain('Введіть номер акта');
    expect(failed.html).toContain('Причина є');
    expect((await send({ number: '17-од', actOn: '19.10.2020', reason: REASON })).location).toBe(
      `/organiser/competitions/${of.id}/acts?done=prepared`,
    );
    const [row] = await world.rows<{ id: string }>('select id from competitions.act where competition_id = $1', [
      of.id,
    ]);
    const visitor = new Visitor(app);
    expect((await visitor.get(`/competitions/${of.code}/acts/1/document`)).status).toBe(404);
    const director = await acts.signedIn(of.director);
    const desk = await director.get('/desk');
    expect(desk.text).toContain('Підтвердити акт: Скасувати конкурс');
    const page = await director.get(`/organiser/competitions/${of.id}/acts`);
    expect(page.text).toContain('Листи отримають 2 людини.');
    expect((await director.post(`/organiser/competitions/${of.id}/acts/${row!.id}/confirmation`, {})).status).toBe(303);
    const shown = await visitor.get(`/competitions/${of.code}`);
    expect(shown.text).toContain('Конкурс скасовано');
    expect(shown.text).toContain('Акт № 17-од від 19.10.2020');
    expect(shown.text).toContain(REASON);
    expect(shown.html.indexOf('id="acts"')).toBeLessThan(shown.html.indexOf('class="facts"'));
    expect((await visitor.get(`/competitions/${of.code}/acts/1/document`)).status).toBe(200);
    expect((await visitor.get('/competitions?group=stopped')).text).toContain('Конкурс скасовано. Акт № 17-од');
    const json = (await app.http.inject({ url: `/api/v1/competitions/${of.code}` })).json<{
      phase: string;
      acts: { kind: string; number: string; document: string }[];
    }>();
    expect(json.phase).toBe('cancelled');
    expect(json.acts).toMatchObject([
      { kind: 'cancel', number: '17-од', document: `/competitions/${of.code}/acts/1/document` },
    ]);
  });
});

describe('what was confirmed', () => {
  it('cannot be changed, not even past the application', async () => {
    const of = await acts.open();
    await acts.act(of, 'cancel');
    const change = world.rows(`update competitions.act set reason = 'інша' where competition_id = $1`, [of.id]);
    await expect(change).rejects.toThrow('frozen');
    const [state] = await Promise.allSettled([app.get(ConfirmAct).execute(await app.ctx(of.director), of.id, of.id)]);
    expect(state!.status).toBe('rejected');
  });
});

function multipart(fields: Record<string, string>, file: Buffer | null): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--xx\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = '--xx\r\ncontent-disposition: form-data; name="document"; filename="act.pdf"\r\n\r\n';
  return `${parts.join('')}${file ? `${head}${file.toString('latin1')}\r\n` : ''}--xx--\r\n`;
}
