import { jest } from '@jest/globals';
import pg from 'pg';
import { AskForDistribution } from '#libs/evaluation';
import { startApp, type TestApp } from '../support/app.js';
import { distributionScene, type DistributionScene } from '../support/distribution-scene.js';
import { owed } from '../support/letters.js';
import { wipeQueues } from '../support/queues.js';
import { startSystem, type System } from '../support/system.js';
import { until } from '../support/until.js';
import { World } from '../support/world.js';

jest.setTimeout(180_000);

describe('faults: a distribution is being computed', () => {
  let app: TestApp;
  let world: World;
  let system: System;
  let scene: DistributionScene;
  const bystander = new pg.Client(process.env.DATABASE_URL);

  beforeAll(async () => {
    app = await startApp();
    world = await World.open();
    system = await startSystem();
    await bystander.connect();
    scene = await distributionScene(world);
    await world.rows('delete from evaluation.conflict_question where competition_id = $1', [scene.competitionId]);
    await world.rows(
      `insert into evaluation.conflict_declaration (application_id, person_id, competition_id, kind, declared_at)
       select a, p, $3, 'none', clock_timestamp() from unnest($1::uuid[]) a, unnest($2::uuid[]) p`,
      [scene.applications, scene.experts, scene.competitionId],
    );
  });
  afterAll(async () => {
    await bystander.end();
    await system.stop();
    await app.close();
    await world.close();
  });

  it('a worker killed before it could keep the result, and a wiped Redis, lose nothing: it is computed once more', async () => {
    await system.stopWorker();
    await app.get(AskForDistribution).execute(await app.ctx(scene.chair), scene.competitionId);
    // Somebody else holds the competition: the worker waits with what it found.
    await bystander.query('begin');
    await bystander.query('select from competitions.competition where id = $1 for no key update', [
      scene.competitionId,
    ]);
    system.startWorker();
    await until(
      () => latest(world, scene.competitionId),
      ({ state, isWaited }) => state === 'computing' && isWaited,
      60_000,
    );
    await system.killWorker();
    await wipeQueues();
    await bystander.query('rollback');
    expect((await latest(world, scene.competitionId)).state).toBe('computing');

    system.startWorker();
    await until(
      () => owed(world),
      (left) => left === 0,
      120_000,
    );
    expect((await latest(world, scene.competitionId)).state).toBe('ready');
    const pairs = await world.rows(
      `select p.application_id from evaluation.distribution_pair p join evaluation.distribution d on d.id = p.distribution_id
        where d.competition_id = $1 and d.state = 'ready'`,
      [scene.competitionId],
    );
    expect(pairs).toHaveLength(2);
  });
});

/** The latest distribution, and whether somebody waits for a lock: nobody but the worker is at work. */
async function latest(world: World, competitionId: string): Promise<{ state: string; isWaited: boolean }> {
  const [row] = await world.rows<{ state: string; isWaited: boolean }>(
    `select state, exists (select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()) as "isWaited"
       from evaluation.distribution where competition_id = $1 order by id desc limit 1`,
    [competitionId],
  );
  return row!;
}
