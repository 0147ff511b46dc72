import { jest } from '@jest/globals';
import pg from 'pg';
import { AdvanceCompetition } from '#libs/competitions';
import type { Actor } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import { startApp, type TestApp } from '../support/app.js';
import { owed } from '../support/letters.js';
import { mails } from '../support/mailbox.js';
import { startSystem, type System } from '../support/system.js';
import { until } from '../support/until.js';
import { World } from '../support/world.js';

jest.setTimeout(180_000);

const PROPOSALS = 40;
const MEMBERS = 9;
const SEATS = ['commission-chair', 'commission-secretary'];

/** Nine members without a conflict and forty admitted proposals, on the eve of the scoring. */
async function eveOfScoring(world: World): Promise<{ competitionId: string; officer: Actor; pair: [string, string] }> {
  const { id: organiserId } = await world.organiser();
  const { id: competitionId } = await world.competition(organiserId, {
    state: 'admission',
    scoring_from: new Date('2020-01-01T00:00:00Z'),
    scoring_until: new Date('2099-01-01T00:00:00Z'),
  });
  const officer = await world.person([{ role: 'officer', scopeKind: 'organiser', scopeId: organiserId }]);
  const people: string[] = [];
  for (let n = 0; n < MEMBERS; n += 1) {
    const role = SEATS[n] ?? 'commission-member';
    people.push((await world.person([{ role, scopeKind: 'competition', scopeId: competitionId }])).personId);
  }
  const applications: string[] = [];
  for (let n = 0; n < PROPOSALS; n += 1) {
    const { id } = await world.organisation();
    applications.push(await world.application(competitionId, id, { state: 'admitted' }));
  }
  await world.rows(
    `insert into evaluation.conflict_declaration (application_id, person_id, competition_id, kind, declared_at)
     select a, p, $3, 'none', clock_timestamp() from unnest($1::uuid[]) a, unnest($2::uuid[]) p`,
    [applications, people, competitionId],
  );
  // The last pair by the order in which queues are filled.
  return { competitionId, officer, pair: [applications.toSorted().at(-1)!, people.toSorted().at(-1)!] };
}

describe('faults: the worker is killed in the middle of filling the scoring queues', () => {
  let app: TestApp;
  let world: World;
  let system: System;
  const bystander = new pg.Client(process.env.DATABASE_URL);

  beforeAll(async () => {
    app = await startApp();
    world = await World.open();
    system = await startSystem();
    await bystander.connect();
  });
  afterAll(async () => {
    await bystander.end();
    await system.stop();
    await app.close();
    await world.close();
  });

  it('fills every queue exactly once all the same, and writes to each member once', async () => {
    const { competitionId, officer, pair } = await eveOfScoring(world);
    const assignments = async (): Promise<number> =>
      Number(
        (
          await world.rows<{ n: string }>('select count(*) as n from evaluation.assignment where competition_id = $1', [
            competitionId,
          ])
        )[0]!.n,
      );

    // Somebody else's uncommitted row makes the worker wait in the middle of its work.
    await bystander.query('begin');
    await bystander.query(
      `insert into evaluation.assignment (id, competition_id, application_id, person_id, position, assigned_at)
       values ($1, $2, $3, $4, 1, clock_timestamp())`,
      [newId(), competitionId, ...pair],
    );
    await app.get(AdvanceCompetition).execute(await app.ctx(officer), competitionId, 'start-scoring');
    await until(
      () => waiting(world),
      (count) => count === 1,
      20_000,
    );
    await system.killWorker();
    expect(await assignments()).toBe(0);
    await bystander.query('rollback');

    system.startWorker();
    await until(
      () => owed(world),
      (left) => left === 0,
      120_000,
    );
    expect(await assignments()).toBe(PROPOSALS * MEMBERS);
    const letters = (await mails()).filter((mail) => mail.text.includes(competitionId));
    expect(
      letters
        .map((mail) => mail.to)
        .flat()
        .sort(),
    ).toEqual([...new Set(letters.flatMap((mail) => mail.to))].sort());
    expect(letters).toHaveLength(MEMBERS);
  });
});

/** How many statements that fill queues wait for a lock. */
async function waiting(world: World): Promise<number> {
  const [row] = await world.rows<{ n: string }>(
    `select count(*) as n from pg_stat_activity
      where wait_event_type = 'Lock' and query like 'insert into evaluation.assignment%' and datname = current_database()`,
  );
  return Number(row!.n);
}
