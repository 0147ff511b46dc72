import { CastBallots, OpenSession, PlanSession } from '#libs/sessions';
import type { Actor } from '#libs/platform/access';
import { startApp, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';

const HALF = { rule: 'more-than', numerator: 1, denominator: 2, of: 'all' } as const;
const REASON = 'Моя сестра очолює цю організацію.';

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await startApp();
  world = await World.open();
});
afterAll(async () => {
  await world.close();
  await app.close();
});

/** A commission of three with two proposals on its agenda; the last member has declared a conflict on the first. */
async function openedSession() {
  const { id: organiserId } = await world.organiser();
  const { id: competitionId } = await world.competition(organiserId, { state: 'rated' });
  const seat = (role: string) => world.person([{ role, scopeKind: 'competition', scopeId: competitionId }]);
  const [chair, , member] = [
    await seat('commission-chair'),
    await seat('commission-secretary'),
    await seat('commission-member'),
  ];
  const applications: string[] = [];
  for (const state of ['admitted', 'admitted'])
    applications.push(await world.application(competitionId, (await world.organisation()).id, { state }));
  await world.insert('evaluation.conflict_declaration', {
    ...{ application_id: applications[0], person_id: member.personId, competition_id: competitionId },
    ...{ kind: 'real', reason: REASON, declared_at: new Date() },
  });
  const sessionId = await app.uow.run(await app.ctx(chair), (tx) =>
    app.get(PlanSession).within(tx, {
      ...{
        scopeId: competitionId,
        organiserId,
        coOrganiserId: null,
        kind: 'award',
        bodyName: 'Комісія',
        subject: 'Розподіл',
        place: 'зала',
      },
      procedure: { quorum: HALF, majority: { ...HALF, of: 'present' }, chairBreaksTie: false },
      plannedAt: new Date(),
      items: applications.map((subjectId, n) => ({
        kind: 'award',
        subjectId,
        title: `Пропозиція ${n}`,
        proposal: 'Надати',
      })),
    }),
  );
  const people = await world.rows<{ person_id: string }>(
    'select person_id from identity.role_grant where scope_id = $1',
    [competitionId],
  );
  await app.get(OpenSession).execute(
    await app.ctx(chair),
    sessionId,
    people.map((one) => one.person_id),
  );
  const items = await world.rows<{ id: string }>(
    'select id from sessions.item where session_id = $1 order by position',
    [sessionId],
  );
  return { sessionId, member, items: items.map(({ id }) => id) };
}

const ballotsOf = (member: Actor, sessionId: string) =>
  world.rows<{ vote: string; reason: string }>(
    `select b.vote, b.reason from sessions.ballot b join sessions.item i on i.id = b.item_id
      where i.session_id = $1 and b.person_id = $2 order by i.position`,
    [sessionId, member.personId],
  );

describe('rule 32: who declared a conflict has no vote on that proposal', () => {
  it('counts a vote «for» as a recusal with the declared reason, and lets the others stand', async () => {
    const { sessionId, member, items } = await openedSession();
    const votes = items.map((itemId) => ({ itemId, vote: 'for' as const, reason: '' }));
    await app.get(CastBallots).execute(await app.ctx(member), sessionId, votes);
    expect(await ballotsOf(member, sessionId)).toEqual([
      { vote: 'recused', reason: REASON },
      { vote: 'for', reason: '' },
    ]);
  });

  it('recuses also where nothing was chosen on that item', async () => {
    const { sessionId, member, items } = await openedSession();
    await app
      .get(CastBallots)
      .execute(await app.ctx(member), sessionId, [{ itemId: items[1]!, vote: 'against', reason: '' }]);
    expect((await ballotsOf(member, sessionId)).map(({ vote }) => vote)).toEqual(['recused', 'against']);
  });
});
