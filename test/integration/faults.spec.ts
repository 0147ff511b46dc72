import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import pg from 'pg';
import { startPostgres } from '../../bin/lib/postgres.mjs';
import { startApp, type TestApp } from '../support/app.js';
import { owed, queueLetters } from '../support/letters.js';
import { mails, refuseMail } from '../support/mailbox.js';
import { wipeQueues } from '../support/queues.js';
import { startSystem, type System } from '../support/system.js';
import { until } from '../support/until.js';
import { World } from '../support/world.js';

jest.setTimeout(180_000);

describe('faults: no letter is lost', () => {
  let app: TestApp;
  let world: World;
  let system: System;

  beforeAll(async () => {
    app = await startApp();
    world = await World.open();
    system = await startSystem();
  });
  afterAll(async () => {
    await system.stop();
    await app.close();
    await world.close();
  });

  it('a worker killed in the middle of mailing repeats at most one letter, with the same Message-ID', async () => {
    const before = (await mails()).length;
    await queueLetters(app, world, 60);
    await until(mails, (seen) => seen.length >= before + 3);
    await system.killWorker();
    system.startWorker();
    await until(
      () => owed(world),
      (left) => left === 0,
      120_000,
    );
    const ids = (await mails()).slice(0).map((mail) => mail.messageId);
    expect(new Set(ids).size).toBe(before + 60);
    expect(ids.length - new Set(ids).size).toBeLessThanOrEqual(1);
  });

  it('a worker that is asked to stop finishes the letters in hand: none fails, none is sent twice', async () => {
    const before = (await mails()).length;
    await queueLetters(app, world, 60);
    await until(mails, (seen) => seen.length >= before + 3);
    await system.stopWorker();
    const [failed] = await world.rows<{ errors: string[] }>(
      `select array_agg(error) filter (where error is not null) as errors from facts.delivery where done_at is null`,
    );
    expect(failed!.errors).toBeNull();
    system.startWorker();
    await until(
      () => owed(world),
      (left) => left === 0,
      120_000,
    );
    expect((await mails()).length).toBe(before + 60);
  });

  it('a wiped Redis loses nothing: what is owed is enqueued again from PostgreSQL', async () => {
    const known = new Set((await mails()).map((mail) => mail.messageId)).size;
    await system.killWorker();
    await queueLetters(app, world, 25);
    // Enqueued, and then forgotten by Redis before anyone took them.
    await world.rows('update facts.delivery set enqueued_at = clock_timestamp() where done_at is null');
    await wipeQueues();
    system.startWorker();
    await until(
      () => owed(world),
      (left) => left === 0,
    );
    expect(new Set((await mails()).map((mail) => mail.messageId)).size).toBe(known + 25);
  });

  it('a mail server that refuses is asked again, with the same Message-ID', async () => {
    const known = new Set((await mails()).map((mail) => mail.messageId)).size;
    await refuseMail(2);
    await queueLetters(app, world, 1);
    await until(
      () => owed(world),
      (left) => left === 0,
    );
    const ids = (await mails()).map((mail) => mail.messageId);
    expect(new Set(ids).size).toBe(known + 1);
    const [tried] = await world.rows<{ attempts: number }>(
      'select max(attempts) as attempts from notifications.message',
    );
    expect(tried!.attempts).toBe(3);
  });
});

describe('faults: PostgreSQL stops and comes back', () => {
  it('says what is not in order, and goes on where it stopped', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spryiannia-fault-'));
    chmodSync(folder, 0o711);
    const first = await startPostgres({ dataDir: folder, fsync: false });
    const env = { DATABASE_URL: first.url, QUEUE_PREFIX: `${process.env.QUEUE_PREFIX}_pg` };
    const port = Number(new URL(first.url).port);
    const system = await startMigrated(env);
    const known = new Set((await mails()).map((mail) => mail.messageId)).size;
    try {
      await oweLetters(first.url, 30);
      await until(mails, (seen) => new Set(seen.map((mail) => mail.messageId)).size > known);
      await first.stop();
      const away = await until(
        () => readiness(system.url),
        (seen) => seen.database !== 'ok',
      );
      expect(away.database).toBe('not in order');
      const page = await fetch(`${system.url}/competitions`, { headers: { accept: 'text/html' } });
      expect([500, 503]).toContain(page.status);
      const second = await startPostgres({ dataDir: folder, fsync: false, port });
      try {
        const back = await until(
          () => readiness(system.url),
          (seen) => seen.database === 'ok',
        );
        expect(back).toEqual({ database: 'ok', migrations: 'ok', queue: 'ok' });
        // The same worker goes on by itself, and every letter arrives.
        await until(mails, (seen) => new Set(seen.map((mail) => mail.messageId)).size === known + 30, 120_000);
      } finally {
        await second.stop();
      }
    } finally {
      await system.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Letters and what is owed for them, as the transaction of their cause would have written them. */
async function oweLetters(url: string, count: number): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(
    `with letter as (
       insert into notifications.message (id, to_address, language, template, subject, body, message_id, state, queued_at)
       select id, 'somebody@people.example', 'uk', 'sessions.planned', 'Лист', 'Текст', '<' || id || '@fault>', 'queued', clock_timestamp()
         from (select uuidv7() as id from generate_series(1, $1)) made returning id)
     insert into facts.delivery (id, task, subject_id) select uuidv7(), 'notifications.send-mail', id from letter`,
    [count],
  );
  await client.end();
}

async function startMigrated(env: Record<string, string>): Promise<System> {
  const { run } = await import('../../bin/lib/run.mjs');
  await run(process.execPath, ['dist/apps/cli/src/main.js', 'migrate'], { env: { ...process.env, ...env } });
  return startSystem({ env });
}

async function readiness(url: string): Promise<Record<string, string>> {
  return (await (await fetch(`${url}/readyz`)).json()) as Record<string, string>;
}
