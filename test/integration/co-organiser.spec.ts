import { competitionById, ConfirmAct, PrepareAct } from '#libs/competitions';
import type { Actor } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import { PlanSession } from '#libs/sessions';
import { slotValue } from '#libs/terms';
import { SessionForPage } from '../../libs/sessions/src/queries/session-for-page.js';
import { OfficerDesk } from '../../libs/competitions/src/queries/officer-desk.js';
import { startApp, type TestApp } from '../support/app.js';
import { ANNOUNCED, CLOSES, CompetitionWorld, WHOLE } from '../support/competition-world.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
/** The neighbour is the co-organiser; its officer is `its.stranger`. */
let its: CompetitionWorld;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  its = await CompetitionWorld.open(app, world);
  await world.rows(`update identity.organiser set name = 'Департамент освіти і науки' where id = $1`, [
    its.neighbour.id,
  ]);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const jointly = () => ({ coOrganiserId: its.neighbour.id, jointOrderNumber: '12/34', jointOrderOn: '2020-10-01' });

/** A draft that lacks nothing, run by both. */
async function jointDraft(): Promise<string> {
  const id = await its.complete();
  await its.save(id, jointly());
  return id;
}

describe('the co-organiser of a competition', () => {
  it('is named by the officer in the settings, with a joint order, and never the authority itself', async () => {
    const id = await its.complete();
    const officer = await its.signedIn(its.officer);
    const path = `/organiser/competitions/${id}/settings/basics`;
    const shown = await officer.get(path);
    expect(shown.text).toMatch('Департамент освіти і науки');
    const version = /name="version" value="(\d+)"/.exec(shown.html)![1]!;
    const basics = {
      version,
      title: 'Спільний конкурс',
      measureId: its.measureId,
      budgetYear: '2021',
      purpose: 'Мета',
    };
    const saved = await officer.post(path, { ...basics, coOrganiserId: its.neighbour.id });
    expect(saved.status).toBe(303);
    expect((await officer.get(path)).text).toMatch('зазначте номер і дату спільного наказу');
    await expect(its.step(id, 'publish', ANNOUNCED)).rejects.toMatchObject({ kind: 'conflict' });
    await expect(its.save(id, { coOrganiserId: its.organiser.id })).rejects.toMatchObject({
      fields: [{ field: 'coOrganiserId', code: 'competitions.co-organiser-itself' }],
    });
  });

  it('sees the draft in its list and fills it in, but neither leaves it nor announces it', async () => {
    const id = await jointDraft();
    const visitor = await its.signedIn(its.stranger);
    expect((await visitor.get('/organiser/competitions')).text).toMatch('Конкурс проєктів');
    const pages = ['', '/preview', '/settings/basics', '/settings/criteria', '/form'];
    for (const page of pages) expect((await visitor.get(`/organiser/competitions/${id}${page}`)).status).toBe(200);
    await its.save(id, { purpose: 'Мета двох органів' }, its.stranger);
    expect((await competitionById(app.db, id)).purpose).toBe('Мета двох органів');
    await expect(its.save(id, { coOrganiserId: null }, its.stranger)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(its.step(id, 'publish', ANNOUNCED, its.stranger)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('stands in the announcement beside the organiser, with the joint order', async () => {
    const id = await jointDraft();
    await its.step(id, 'publish', ANNOUNCED);
    const { code } = await competitionById(app.db, id);
    const page = await new Visitor(app).get(`/competitions/${code}`);
    expect(page.text).toMatch(/спільно з: Департамент освіти і науки/);
    expect(page.text).toMatch(/Спільний наказ.*12\/34/);
  });

  it('reads what the officer reads and prepares acts; opening and signing stay with the organiser', async () => {
    const id = await jointDraft();
    await its.step(id, 'publish', ANNOUNCED);
    const after = new Date(CLOSES.getTime() + 1_000);
    await expect(its.step(id, 'open-proposals', after, its.stranger)).rejects.toMatchObject({ kind: 'forbidden' });
    await its.step(id, 'open-proposals', after);
    const visitor = await its.signedIn(its.stranger);
    for (const page of ['', '/proposals', '/admission', '/commission', '/acts', '/acts/new/cancel', '/inquiries']) {
      const path = `/organiser/competitions/${id}${page}`;
      expect([page, (await visitor.get(path)).status]).toEqual([page, 200]);
    }
    const ctx = await app.ctx(its.stranger, after);
    const act = await app.get(PrepareAct).execute(ctx, id, {
      ...{ kind: 'suspend', number: '5', actOn: '2020-11-05', reason: 'Перерозподіл коштів' },
      ...{ potKop: null, closesAt: null, document: null },
    });
    const director = await world.person([{ role: 'director', scopeKind: 'organiser', scopeId: its.neighbour.id }]);
    await expect(app.get(ConfirmAct).execute(await app.ctx(director, after), id, act)).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  it('finds on its desk what it may prepare, and not what the organiser alone decides', async () => {
    const id = await jointDraft();
    const desk = async (actor: Actor, at: Date) => {
      const items = await app.get(OfficerDesk).items(await app.ctx(actor, at), app.db);
      return items.filter(({ href }) => href.includes(id)).map(({ title }) => title);
    };
    expect(await desk(its.stranger, ANNOUNCED)).toEqual(['Доповнити й оголосити конкурс']);
    await its.step(id, 'publish', ANNOUNCED);
    const after = new Date(CLOSES.getTime() + 1_000);
    expect([await desk(its.officer, after), await desk(its.stranger, after)]).toEqual([
      ['Прийом завершено: відкрити пропозиції'],
      [],
    ]);
    await its.step(id, 'open-proposals', after);
    expect(await desk(its.stranger, after)).toEqual(await desk(its.officer, after));
    expect(await desk(its.stranger, after)).toHaveLength(1);
  });

  it('reads the sessions of the commission, and calls none of them off; a third authority finds no such session', async () => {
    const id = await jointDraft();
    await its.step(id, 'publish', ANNOUNCED);
    const ctx = await app.ctx(its.officer, ANNOUNCED);
    const rules = (await competitionById(app.db, id)).ruleSet!;
    const sessionId = await app.uow.run(ctx, (tx) =>
      app.get(PlanSession).within(tx, {
        ...{ scopeId: id, organiserId: its.organiser.id, coOrganiserId: its.neighbour.id, kind: 'admission' },
        ...{ bodyName: 'Конкурсна комісія', subject: 'Допуск', plannedAt: CLOSES, place: 'зала 12' },
        procedure: {
          quorum: slotValue(rules, 'commissionQuorum'),
          majority: slotValue(rules, 'decisionMajority'),
          chairBreaksTie: slotValue(rules, 'chairBreaksTie'),
        },
        items: [{ kind: 'admission', subjectId: newId(), title: 'Пропозиція 1', proposal: 'Допустити' }],
      }),
    );
    const visitor = await its.signedIn(its.stranger);
    expect((await visitor.get(`/sessions/${sessionId}`)).text).toMatch('Пропозиція 1');
    expect((await visitor.post(`/sessions/${sessionId}/cancellation`, { reason: 'Ні' })).status).toBe(403);
    const other = (await world.organiser()).id;
    const third = await world.person([{ role: 'officer', scopeKind: 'organiser', scopeId: other }]);
    const asThird = app.get(SessionForPage).execute(await app.ctx(third), sessionId);
    await expect(asThird).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('is an authority, never a power of a person', async () => {
    const { personId } = its.officer;
    const given = world.insert('identity.role_grant', {
      ...{ id: newId(), person_id: personId, role: 'co-organiser', scope_kind: 'competition' },
      ...{ scope_id: newId(), started_on: '2020-10-01' },
    });
    await expect(given).rejects.toThrow('ck_role_grant_no_co_organiser');
  });

  it('sees nothing of the organiser’s other competitions, and a third authority nothing of this one', async () => {
    const other = await its.complete();
    const visitor = await its.signedIn(its.stranger);
    expect((await visitor.get(`/organiser/competitions/${other}`)).status).toBe(404);
    const third = await world.person([
      { role: 'officer', scopeKind: 'organiser', scopeId: (await world.organiser()).id },
    ]);
    await expect(its.save(await jointDraft(), WHOLE, third)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
