import { competitionById } from '#libs/competitions';
import { newId } from '#libs/platform/database';
import { Accounts } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { ANNOUNCED, CompetitionWorld } from '../support/competition-world.js';
import { A_DAY, applicant, receivingCompetition, setClock, wholeDraft } from '../support/proposals.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

const VETERANS = { key: 'target-1', title: 'Ветерани', titleEn: 'Veterans' };
const DISPLACED = { key: 'target-2', title: 'Внутрішньо переміщені особи', titleEn: '' };

let app: TestApp;
let world: World;
let its: CompetitionWorld;
let accounts: Accounts;
beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  its = await CompetitionWorld.open(app, world);
  accounts = new Accounts(app, world);
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

describe('an officer', () => {
  it('names target groups row by row; a nameless one is refused with everything typed kept', async () => {
    const id = await its.draft();
    const officer = await its.signedIn(its.officer);
    const path = `/organiser/competitions/${id}/settings/target-groups`;
    const version = /name="version" value="(\d+)"/.exec((await officer.get(path)).html)![1]!;
    const added = await officer.post(path, { version, row: 'add' });
    expect(added.html).toMatch(/name="targets\[0\]\[key\]"[^>]*value="target-1"/);
    const rows = {
      ...{ version, 'targets[0][key]': 'target-1', 'targets[0][title]': 'Ветерани' },
      ...{ 'targets[0][titleEn]': 'Veterans', 'targets[1][key]': 'target-2', 'targets[1][title]': '' },
    };
    const refused = await officer.post(path, rows);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Назвіть цільову групу або вилучіть її');
    expect(refused.html).toContain('value="Veterans"');
    expect((await officer.post(path, { ...rows, 'targets[1][title]': DISPLACED.title })).status).toBe(303);
    expect((await competitionById(app.db, id)).targetGroups).toEqual([VETERANS, DISPLACED]);
  });

  it('rule 1: has them printed in the announcement and its JSON, and frozen with it', async () => {
    const id = await its.complete();
    await its.save(id, { targetGroups: [VETERANS, DISPLACED] });
    await its.step(id, 'publish', ANNOUNCED);
    const { code } = await competitionById(app.db, id);
    const visitor = new Visitor(app);
    expect((await visitor.get(`/competitions/${code}`)).text).toContain('Внутрішньо переміщені особи');
    expect((await visitor.get(`/en/competitions/${code}`)).text).toContain('Veterans');
    const { targetGroups } = (await app.http.inject({ url: `/api/v1/competitions/${code}` })).json() as {
      targetGroups: object[];
    };
    expect(targetGroups).toEqual([
      { uk: 'Ветерани', en: 'Veterans' },
      { uk: 'Внутрішньо переміщені особи', en: null },
    ]);
    const change = `update competitions.competition set target_groups = '[]' where id = $1`;
    await expect(world.rows(change, [id])).rejects.toThrow('frozen');
  });
});

describe('an applicant', () => {
  it('says how many people of which groups the project reaches, and does not submit without', async () => {
    const competition = await receivingCompetition(world, (await world.organiser()).id, {
      target_groups: JSON.stringify([VETERANS, DISPLACED]),
    });
    const who = await applicant(world);
    const id = await wholeDraft(app, competition, who);
    await setClock(world, A_DAY);
    const visitor = await accounts.signedIn(`reach-${newId()}@people.example`, [
      { role: 'applicant', scopeKind: 'organisation', scopeId: who.organisationId },
    ]);
    const own = `/applications/${id}`;
    const submit = async () => {
      const version = /name="version" value="(\d+)"/.exec((await visitor.get(`${own}/submission`)).html)![1]!;
      return visitor.post(`${own}/submission`, { version });
    };
    expect((await visitor.get(`${own}/submission`)).text).toContain('скільки людей охопить проєкт, хоча б для однієї');
    expect((await submit()).status).toBe(422);

    const about = {
      ...{ version: '1', action: 'next', title: 'Книга їде в село', priorityId: competition.priorityId },
      ...{ startOn: '01.02.2021', endOn: '30.11.2021' },
      ...{ 'reach[0][key]': 'target-1', 'reach[0][people]': '', 'reach[1][key]': 'target-2' },
    };
    const refused = await visitor.post(`${own}/about`, { ...about, 'reach[1][people]': '12,5' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="12,5"');
    expect((await visitor.post(`${own}/about`, { ...about, 'reach[1][people]': '1200' })).status).toBe(303);
    expect((await visitor.get(`${own}/about`)).html).toMatch(/name="reach\[1\]\[people\]"[^>]*value="1200"/);

    expect((await submit()).location).toBe(`${own}/receipt`);
    const [sent] = await world.rows<{ reach: object[] }>(
      `select content -> 'reach' as reach from applications.submission where application_id = $1`,
      [id],
    );
    expect(sent!.reach).toEqual([{ key: 'target-2', group: DISPLACED.title, people: 1200 }]);
    expect((await visitor.get(`${own}/reading`)).text).toMatch(/Внутрішньо переміщені особи – 1\s200/);
  });
});
