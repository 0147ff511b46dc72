import { organisationChanged } from '#libs/identity';
import { newId } from '#libs/platform/database';
import { startApp, type TestApp } from '../support/app.js';
import { AwardScenes } from '../support/award-scene.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scenes: AwardScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = new AwardScenes(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const json = async (edrpou: string) => {
  const answer = await new Visitor(app).get(`/api/v1/organisations/${edrpou}`);
  return { status: answer.status, data: JSON.parse(answer.html) as Record<string, never> };
};
const edrpouOf = async (id: string): Promise<string> =>
  (await world.rows<{ edrpou: string }>('select edrpou from identity.organisation where id = $1', [id]))[0]!.edrpou;

describe('the public page of an organisation', () => {
  it('does not exist while nothing of it is public: sealed, withdrawn and unsent proposals in two authorities', async () => {
    const organisation = await world.organisation();
    for (const state of ['draft', 'submitted', 'withdrawn'])
      for (const phase of ['announced', 'scoring']) {
        const competition = await world.competition((await world.organiser()).id, { state: phase });
        await world.application(competition.id, organisation.id, { state });
      }
    const edrpou = await edrpouOf(organisation.id);
    expect((await new Visitor(app).get(`/organisations/${edrpou}`)).status).toBe(404);
    expect((await json(edrpou)).status).toBe(404);
  });

  it('shows the decision on admission before the order, and the result with its sums after it', async () => {
    const of = await scenes.rated([{ points: 36, uah: 60_000 }]);
    const { organisationId, code } = of.proposals[0]!;
    const edrpou = await edrpouOf(organisationId);
    await world.application(of.id, organisationId, { state: 'submitted', title: 'Ще не вирішено' });
    const other = await world.competition((await world.organiser()).id, { state: 'scoring', budget_year: 2022 });
    await world.application(other.id, organisationId, { state: 'submitted', title: 'Запечатано в іншому органі' });
    await scenes.adopted(of);

    const before = await json(edrpou);
    expect(before.data.proposals).toMatchObject([
      { registerCode: code, state: 'admitted', requestedKop: null, awardedKop: null },
    ]);
    await world.rows(`delete from applications.application where state = 'submitted' and competition_id = $1`, [of.id]);
    await scenes.order(of);
    const after = await json(edrpou);
    expect(after.data).toMatchObject({
      years: [{ year: 2021, proposals: 1, funded: 1, requestedKop: 6_000_000, awardedKop: 6_000_000 }],
      total: { proposals: 1, funded: 1, requestedKop: 6_000_000, awardedKop: 6_000_000 },
      proposals: [{ registerCode: code, state: 'funded', requestedKop: 6_000_000, awardedKop: 6_000_000 }],
    });
    const page = await new Visitor(app).get(`/organisations/${edrpou}`);
    expect([page.status, page.text.includes('Запечатано'), page.text.includes('отримує підтримку')]).toEqual([
      200,
      false,
      true,
    ]);
    const results = await new Visitor(app).get(`/competitions/${of.code}/results`);
    expect(results.html).toContain(`href="/organisations/${edrpou}"`);
  });

  it('counts across years and authorities, and keeps its address under a new name', async () => {
    const organisation = await world.organisation({ name: 'ГО «Стара назва»' });
    const edrpou = await edrpouOf(organisation.id);
    for (const year of [2019, 2020, 2020]) {
      const competition = await world.competition((await world.organiser()).id, {
        budget_year: year,
        state: 'scoring',
      });
      await world.application(competition.id, organisation.id, { state: 'admitted', title: `Проєкт ${year}` });
    }
    await rename(organisation.id, 'ГО «Стара назва»', 'ГО «Нова назва»');
    const { data } = await json(edrpou);
    expect(data.years).toMatchObject([
      { year: 2020, proposals: 2 },
      { year: 2019, proposals: 1 },
    ]);
    expect(data.earlierNames).toMatchObject([{ name: 'ГО «Стара назва»' }]);
    const page = await new Visitor(app).get(`/en/organisations/${edrpou}`);
    expect(page.text).toContain('ГО «Нова назва»');
    expect(page.text).toContain('Earlier names ГО «Стара назва» – until');
  });

  it('holds no personal data, whatever people typed (rule 55)', async () => {
    const organisation = await world.organisation({
      head_name: 'Прихована Голова',
      phone: '+380509998877',
      address: 'вул. Прихована, 7',
      email: 'hidden@ngo.example',
    });
    const competition = await world.competition((await world.organiser()).id, { state: 'scoring' });
    const title = 'Гурток, тел. 050 999 88 77, пишіть на olena@ngo.example';
    await world.application(competition.id, organisation.id, { state: 'admitted', title });
    const edrpou = await edrpouOf(organisation.id);
    const visitor = new Visitor(app);
    for (const { html, status } of [
      await visitor.get(`/organisations/${edrpou}`),
      await visitor.get(`/api/v1/organisations/${edrpou}`),
    ]) {
      expect([status, html.includes('Гурток')]).toEqual([200, true]);
      expect(html).not.toMatch(/Прихован|999|@ngo\.example/);
    }
  });

  it('leaves the page of its own people where it was', async () => {
    expect((await new Visitor(app).get(`/organisations/${newId()}`)).status).toBe(303);
    expect((await new Visitor(app).get('/organisations/00000000')).status).toBe(404);
  });

  /** As the card keeps it: the new name in its row, the old one in the fact. */
  async function rename(id: string, before: string, name: string): Promise<void> {
    await world.rows('update identity.organisation set name = $2 where id = $1', [id, name]);
    await app.uow.run(await app.ctx(), async (tx) =>
      tx.record(organisationChanged, {
        subjectId: id,
        scopeId: id,
        particulars: { fields: ['name'], before: { name: before }, after: { name } },
      }),
    );
  }
});
