import { StartApplication } from '#libs/applications';
import { UndoImport } from '#libs/registers';
import { VotesToBring } from '../../libs/registers/src/queries/votes-to-bring.js';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf } from '../support/commission.js';
import { decidedBy } from '../support/deciders.js';
import { IMPORTED_AT, RegisterScenes, RESULTS_HEAD } from '../support/register-scenes.js';
import { A_DAY } from '../support/proposals.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scenes: RegisterScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = new RegisterScenes(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const ELSEWHERE = { elsewhere_name: 'ВзаємоДія', elsewhere_url: 'https://call.example/7' };
const ROW = '32855961;ГО «Сад»;Бібліотека <b>їде</b> 0671112233;215;17,25;1;отримала підтримку;49 500,50';

const VOTE = { vote_name: 'ВзаємоДія', vote_url: 'https://vote.example/7' };

async function scene(values: Record<string, unknown> = {}) {
  const officer = await scenes.officerOf((await world.organiser()).id);
  const { id } = await world.competition(officer.grants[0]!.scopeId!, values);
  const [{ code }] = (await world.rows<{ code: string }>('select code from competitions.competition where id = $1', [
    id,
  ])) as [{ code: string }];
  return { officer, id, code, path: `/competitions/${code}/elsewhere` };
}

describe('a call that runs elsewhere', () => {
  it('says where, and takes no proposals here', async () => {
    const { id, code, officer } = await scene(ELSEWHERE);
    const { text, html } = await new Visitor(app).get(`/competitions/${code}`);
    expect(text).toContain(
      'Конкурс проходить в іншій системі: ВзаємоДія. Пропозиції подають там, тут їх не приймають.',
    );
    expect(html).toContain('href="https://call.example/7"');
    const organisation = await world.organisation({ edrpou: '32855961' });
    const applicant = await world.person([{ role: 'applicant', scopeKind: 'organisation', scopeId: organisation.id }]);
    const start = app.get(StartApplication).execute(await app.ctx(applicant, A_DAY), id, organisation.id);
    await expect(start).rejects.toThrow('applications.elsewhere');
    const page = await (await browserOf(app, applicant)).get(`/competitions/${id}/applications`);
    expect(page.text).toContain('Цей конкурс проходить в іншій системі');
    expect(officer.grants).toHaveLength(1);
  });

  it('rule 1: is frozen with the announcement, also in the database', async () => {
    const { id } = await scene(ELSEWHERE);
    const change = world.rows(`update competitions.competition set elsewhere_url = 'https://x.example' where id = $1`, [
      id,
    ]);
    await expect(change).rejects.toThrow('frozen');
  });

  it('rule 53: shows what was imported from there to everybody, with its source, until it is taken back', async () => {
    const { officer, id, code, path } = await scene({ ...ELSEWHERE, state: 'scoring', budget_year: 2019 });
    expect((await new Visitor(app).get(path)).text).toContain('Звідти ще нічого не внесено');
    const importId = await scenes.bring(officer, 'results', [RESULTS_HEAD, ROW], { competitionId: id });
    const { text, html } = await new Visitor(app).get(path);
    expect(text).toContain('внесено з: Лист № 15-08 від 05.10.2020 (Держаудитслужба)');
    expect(text).toContain('17,25');
    expect(text).toContain('49 500,50');
    expect(html).toContain('Бібліотека &lt;b&gt;їде&lt;/b&gt;');
    expect(html).not.toContain('0671112233');
    expect((await new Visitor(app).get(`/competitions/${code}`)).html).toContain(`href="${path}"`);
    const undo = { reason: 'Не той файл', removed: 1 };
    await app.get(UndoImport).execute(await app.ctx(officer, IMPORTED_AT), importId, undo);
    expect((await new Visitor(app).get(path)).text).toContain('Звідти ще нічого не внесено');
  });

  it('has no page while it runs here and nothing came from elsewhere', async () => {
    const { path, officer, id } = await scene();
    expect((await new Visitor(app).get(path)).status).toBe(404);
    await scenes.bring(officer, 'results', [RESULTS_HEAD, ROW], { competitionId: id });
    expect((await new Visitor(app).get(path)).status).toBe(200);
  });

  it('takes results only for an announced competition of the same authority', async () => {
    const { officer } = await scene();
    const foreign = await scene();
    const take = (competitionId: string | null) =>
      scenes.take(officer, 'results', [RESULTS_HEAD, ROW], { competitionId });
    await expect(take(null)).rejects.toMatchObject({ fields: [{ field: 'competitionId' }] });
    await expect(take(foreign.id)).rejects.toThrow('competitions.staff-only');
    const draft = await world.competition(officer.grants[0]!.scopeId!, {
      state: 'draft',
      published_at: null,
      code: null,
    });
    await expect(take(draft.id)).rejects.toMatchObject({ fields: [{ code: 'registers.competition-of-other' }] });
  });
});

describe('a vote of citizens', () => {
  it('is announced with its place, frozen, and waited for before the decision (rule 1)', async () => {
    const { officer, id, code, path } = await scene({ ...VOTE, ...decidedBy({ publicVote: true }), state: 'rated' });
    const announced = await new Visitor(app).get(`/competitions/${code}`);
    expect(announced.text).toContain('Громадяни голосують у системі «ВзаємоДія».');
    expect(announced.html).toContain('href="https://vote.example/7"');
    const change = world.rows(`update competitions.competition set vote_url = 'https://x.example' where id = $1`, [id]);
    await expect(change).rejects.toThrow('frozen');
    const obstacles = () => app.get(VotesToBring).obstacles(app.db, id, 'decide');
    expect(await obstacles()).toEqual(['registers.votes-missing']);
    expect((await new Visitor(app).get(path)).text).toContain('Звідти ще нічого не внесено');
    await scenes.bring(officer, 'results', [RESULTS_HEAD, ROW], { competitionId: id });
    expect(await obstacles()).toEqual([]);
    expect((await new Visitor(app).get(path)).text).toContain('215');
  });

  it('keeps nothing waiting where the conditions name none', async () => {
    const { id } = await scene({ state: 'rated' });
    expect(await app.get(VotesToBring).obstacles(app.db, id, 'decide')).toEqual([]);
  });
});
