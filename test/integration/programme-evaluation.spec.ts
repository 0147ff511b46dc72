import { ApproveConclusion, EvaluateProgramme, HearRecipient, WriteConclusion } from '#libs/monitoring';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf } from '../support/commission.js';
import { MonitoringScenes } from '../support/monitoring-scene.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scenes: MonitoringScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = new MonitoringScenes(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const IN_JANUARY = new Date('2022-01-17T08:00:00Z');
const TEXT = { summary: 'Люди зустрічаються. Дзвоніть: 050 123 45 67.', lessons: '' };

describe('the evaluation of a programme', () => {
  it('rules 64, 68: is not approved while a conclusion is missing; then it is frozen, public and presented', async () => {
    const { of, ids } = await scenes.running([60_000, 30_000]);
    const monitor = await scenes.monitorOf(of);
    const evaluate = app.get(EvaluateProgramme);
    const asMonitor = await scenes.at(monitor, IN_JANUARY);
    const asDirector = await scenes.at(of.director, IN_JANUARY);
    await evaluate.save(asMonitor, of.id, 0, TEXT);
    await expect(evaluate.save(asMonitor, of.id, 0, TEXT)).rejects.toMatchObject({
      code: 'monitoring.evaluation-stale',
    });
    await expect(evaluate.approve(asMonitor, of.id, 1)).rejects.toMatchObject({ kind: 'forbidden' });
    const path = `/competitions/${of.code}/evaluation-of-programme`;
    for (const [index, id] of ids.entries()) {
      await expect(evaluate.approve(asDirector, of.id, 1)).rejects.toMatchObject({
        ...{ code: 'monitoring.conclusions-missing', data: { count: 2 - index } },
      });
      expect((await new Visitor(app).get(path)).status).toBe(404);
      const text = { result: 'not-done', moneyUse: 'targeted', grounds: 'Звіту немає.', recommendation: '' } as const;
      await app.get(WriteConclusion).save(asMonitor, id, 0, text);
      await app.get(WriteConclusion).show(asMonitor, id, 1);
      await app.get(HearRecipient).agree(await scenes.at(of.applicants[index]!, IN_JANUARY), id, 2);
      await app.get(ApproveConclusion).execute(asDirector, id, 3);
    }
    const director = await browserOf(app, of.director);
    expect((await director.get(`/organiser/competitions/${of.id}/evaluation-of-programme`)).text).toContain(
      'Затвердити оцінку',
    );
    await evaluate.approve(asDirector, of.id, 1);
    const page = await new Visitor(app).get(path);
    expect(page.text).toContain('Висновків затверджено: 2 з 2');
    // rule 55
    expect(page.text).not.toContain('050 123');
    expect((await new Visitor(app).get(`/competitions/${of.code}/projects`)).html).toContain(path);
    await expect(evaluate.save(asMonitor, of.id, 2, TEXT)).rejects.toMatchObject({
      code: 'monitoring.already-evaluated',
    });
    await expect(evaluate.present(asMonitor, of.id, '2022-01-16', 'Форум')).rejects.toMatchObject({
      fields: [{ field: 'presentedOn' }],
    });
    await evaluate.present(asMonitor, of.id, '2022-01-17', 'Форум громадянського суспільства');
    expect((await new Visitor(app).get(path)).text).toContain('Форум громадянського суспільства');
  });
});
