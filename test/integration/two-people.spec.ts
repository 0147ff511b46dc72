import { AppointSubstitute } from '#libs/identity';
import type { Actor, Grant } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { startApp, type TestApp } from '../support/app.js';
import { AwardScenes } from '../support/award-scene.js';
import { Sittings } from '../support/sittings.js';
import { World } from '../support/world.js';

/** Rules that need two people, while one of them is away: never one alone, never nobody. */
type Person = Actor & { personId: string };

let app: TestApp;
let world: World;
let sittings: Sittings;
let scenes: AwardScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  sittings = new Sittings(app, world);
  scenes = new AwardScenes(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

/** The person with the powers of today. */
async function now(person: Person): Promise<Person> {
  const grants = await world.rows<Grant>(
    `select role, scope_kind as "scopeKind", scope_id as "scopeId" from identity.v_role where person_id = $1`,
    [person.personId],
  );
  return { ...person, grants };
}

async function standIn(away: Person, substitute: Person, position: string): Promise<void> {
  const [grant] = await world.rows<{ id: string }>(
    'select id from identity.role_grant where person_id = $1 and substitute_for is null and ended_on is null',
    [away.personId],
  );
  const today = kyivDay((await app.ctx()).now);
  const days = { fromOn: today, untilOn: today };
  await app.get(AppointSubstitute).execute(await app.ctx(away), grant!.id, {
    ...{ substituteId: substitute.personId, position, actNumber: '45-к', actOn: today, ...days },
  });
}

/** As if the days of every substitution in this scope were over. */
const everybodyIsBack = (scopeId: string) =>
  world.rows(
    'update identity.role_grant set ended_on = started_on where scope_id = $1 and substitute_for is not null',
    [scopeId],
  );

describe('minutes', () => {
  it('are signed by the acting chair and the secretary; the chair who is away signs nothing', async () => {
    const session = await sittings.closed();
    const [chair, secretary, member] = session.members as [Person, Person, Person];
    await standIn(chair, member, 'в. о. голови комісії');
    await expect(sittings.sign(session, await now(chair))).rejects.toThrow('sessions.leaders-only');
    await sittings.sign(session, await now(secretary));
    expect(await sittings.states(session)).toEqual(['submitted', 'submitted', 'submitted']);
    await sittings.sign(session, await now(member));
    expect(await sittings.states(session)).toEqual(['admitted', 'submitted', 'admitted']);
  });

  it('are signed by the chair and the acting secretary', async () => {
    const session = await sittings.closed();
    const [chair, secretary, member] = session.members as [Person, Person, Person];
    await standIn(secretary, member, 'в. о. секретаря комісії');
    await sittings.sign(session, await now(member));
    await sittings.sign(session, await now(chair));
    expect(await sittings.states(session)).toEqual(['admitted', 'submitted', 'admitted']);
  });

  it('never carry two signatures of one person, who acted for the chair one day and for the secretary another', async () => {
    const session = await sittings.closed();
    const [chair, secretary, member] = session.members as [Person, Person, Person];
    await standIn(chair, member, 'в. о. голови комісії');
    await sittings.sign(session, await now(member));
    await everybodyIsBack(session.competitionId);
    await standIn(secretary, member, 'в. о. секретаря комісії');
    await expect(sittings.sign(session, await now(member))).rejects.toThrow('sessions.already-signed');
    expect(await sittings.states(session)).toEqual(['submitted', 'submitted', 'submitted']);
    await everybodyIsBack(session.competitionId);
    await sittings.sign(session, await now(secretary));
    expect(await sittings.states(session)).toEqual(['admitted', 'submitted', 'admitted']);
  });
});

describe('the order', () => {
  it('is signed by who acts for the director, with the position of those days; the director who is away signs nothing', async () => {
    const of = await scenes.rated([{ points: 36, uah: 60_000 }]);
    await scenes.adopted(of);
    await standIn(of.director, of.officer, 'т. в. о. директора департаменту');
    const away = { ...of, director: await now(of.director) };
    await expect(scenes.order(away)).rejects.toMatchObject({ kind: 'not-found' });
    await scenes.order({ ...of, director: await now(of.officer) });
    const orders = await world.rows(
      'select signer_position as position from awards.award_order where competition_id = $1',
      [of.id],
    );
    expect(orders).toEqual([{ position: 'т. в. о. директора департаменту' }]);
  });
});
