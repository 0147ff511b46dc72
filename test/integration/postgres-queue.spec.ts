import { jest } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { owed, queueLetters } from '../support/letters.js';
import { mails } from '../support/mailbox.js';
import { startSystem, type System } from '../support/system.js';
import { until } from '../support/until.js';
import { World } from '../support/world.js';

jest.setTimeout(120_000);

describe('without Redis: queues in PostgreSQL', () => {
  let app: TestApp;
  let world: World;
  let system: System;

  beforeAll(async () => {
    app = await startApp();
    world = await World.open();
    system = await startSystem({ env: { QUEUE_BACKEND: 'postgres', REDIS_URL: 'redis://127.0.0.1:1' } });
  });
  afterAll(async () => {
    await system.stop();
    await app.close();
    await world.close();
  });

  it('carries the same work', async () => {
    await queueLetters(app, world, 5);
    await until(
      () => owed(world),
      (left) => left === 0,
    );
    expect((await mails()).map((mail) => mail.subject).sort()).toEqual(
      [0, 1, 2, 3, 4].map((n) => `Засідання комісії: Лист ${n}`),
    );
  });

  it('says that it is ready', async () => {
    expect(await (await fetch(`${system.url}/readyz`)).json()).toEqual({
      database: 'ok',
      migrations: 'ok',
      queue: 'ok',
    });
  });
});
