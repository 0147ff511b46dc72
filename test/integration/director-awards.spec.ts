import { SignAwardOrder } from '#libs/awards';
import { startApp, type TestApp } from '../support/app.js';
import { AwardScenes, type AwardScene } from '../support/award-scene.js';
import { decidedBy } from '../support/deciders.js';
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

const SKETCHES = [
  { points: 36, uah: 60_000 },
  { points: 34, uah: 40_000 },
  { points: 32, uah: 10_000 },
  { points: 12, uah: 5_000 },
];
const rated = (): Promise<AwardScene> => scenes.rated(SKETCHES, decidedBy({ awardBy: 'director' }));

const lines = ({ id }: AwardScene) =>
  world.rows<{ outcome: string; uah: number; note: string }>(
    `select outcome, (amount_kop / 100)::int as uah, note from awards.allocation_line
      where competition_id = $1 order by place nulls last`,
    [id],
  );

const decline = async (of: AwardScene, index: number, note: string): Promise<void> =>
  app
    .get(SignAwardOrder)
    .execute(
      await app.ctx(of.director),
      of.id,
      '112-од',
      new Map([[of.proposals[index]!.id, { isDeclined: true, note }]]),
    );

describe('where the conditions say that the director distributes the money', () => {
  it('rule 48: his order makes the rating the allocation, within pot, cap and request, without a session', async () => {
    const of = await rated();
    await scenes.order(of);
    expect((await lines(of)).map(({ outcome, uah }) => [outcome, uah])).toEqual([
      ['funded', 60_000],
      ['funded', 40_000],
      ['next', 0],
      ['not-funded', 0],
    ]);
    const page = await (await scenes.signedIn(of.officer)).get(`/competitions/${of.code}/results`);
    expect(page.status).toBe(200);
    await expect(scenes.order(of)).rejects.toMatchObject({ code: 'awards.order-exists' });
  });

  it('he may decline a proposal with a public reason; its money goes to nobody', async () => {
    const of = await rated();
    await expect(decline(of, 0, '')).rejects.toMatchObject({
      fields: [{ field: `note-${of.proposals[0]!.id}`, code: 'awards.departure-reason' }],
    });
    expect(await lines(of)).toEqual([]);
    await decline(of, 0, 'Захід уже проведено, питання до 0501234567.');
    expect((await lines(of)).map(({ uah }) => uah)).toEqual([0, 40_000, 0, 0]);
    const page = await (await scenes.signedIn(of.officer)).get(`/competitions/${of.code}/results`);
    expect(page.text).toContain('керівник не підтримав: Захід уже проведено');
    expect(page.text).not.toContain('0501234567');
  });

  it('minutes of the commission only advise; against the advice he says why', async () => {
    const of = await rated();
    await scenes.adopted(of, (subjectId) => (subjectId === of.proposals[0]!.id ? 'against' : 'for'));
    expect(await lines(of)).toEqual([]);
    const [minutes] = await world.rows<{ proposal: string }>(
      `select i.proposal from sessions.item i join sessions.session s on s.id = i.session_id
        where s.scope_id = $1 order by i.position limit 1`,
      [of.id],
    );
    expect(minutes!.proposal).toContain('Рекомендувати керівникові');
    await expect(scenes.order(of)).rejects.toMatchObject({
      fields: [{ field: `note-${of.proposals[0]!.id}`, code: 'awards.departure-reason' }],
    });
    const director = await scenes.signedIn(of.director);
    const page = await director.get(`/organiser/competitions/${of.id}/order`);
    expect(page.text).toContain('комісія не рекомендує');
    await director.post(`/organiser/competitions/${of.id}/order`, {
      number: '112-од',
      confirmed: 'true',
      [`note-${of.proposals[0]!.id}`]: 'Оцінка найвища, зауваження усунуто.',
    });
    expect((await lines(of)).map(({ uah, note }) => [uah, note])).toEqual([
      [60_000, 'Оцінка найвища, зауваження усунуто.'],
      [40_000, ''],
      [0, ''],
      [0, ''],
    ]);
  });

  it('waits for the minutes of a session that is called', async () => {
    const of = await rated();
    await scenes.planned(of);
    await expect(scenes.order(of)).rejects.toMatchObject({ code: 'awards.advice-awaited' });
  });
});
