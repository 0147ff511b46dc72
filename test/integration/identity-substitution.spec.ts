import { AppointSubstitute, RoleGrants, peopleWithRole, type NewSubstitution } from '#libs/identity';
import type { Actor } from '#libs/platform/access';
import { addDays, kyivDay, kyivInstant } from '#libs/platform/clock';
import { Accounts, signIn } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

type Known = Actor & { personId: string };
const COMMISSION = ['commission-chair', 'commission-secretary', 'commission-member'] as const;

let app: TestApp;
let world: World;
let accounts: Accounts;
let today: string;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  accounts = new Accounts(app, world);
});
beforeEach(async () => {
  await world.rows('delete from platform.demo_clock');
  today = kyivDay((await app.ctx()).now);
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

/** Domain time becomes this Kyiv moment; sessions go on by real time. */
async function itIs(day: string, time: string): Promise<void> {
  const offset = kyivInstant(day, time).getTime() - Date.now();
  await world.rows(
    'insert into platform.demo_clock (offset_ms) values ($1) on conflict (only_row) do update set offset_ms = $1',
    [offset],
  );
}

const wish = (substituteId: string, more: Partial<NewSubstitution> = {}): NewSubstitution => ({
  substituteId,
  fromOn: today,
  untilOn: today,
  position: 'в. о. директора департаменту',
  actNumber: '45-к',
  actOn: today,
  ...more,
});

async function appoint(by: Actor, grantId: string, more: NewSubstitution): Promise<string> {
  return app.get(AppointSubstitute).execute(await app.ctx(by), grantId, more);
}

/** An authority with a director and an officer. */
async function authority(name: string): Promise<{ id: string; director: Known; officer: Known; grantId: string }> {
  const { id } = await world.organiser();
  const scope = { scopeKind: 'organiser', scopeId: id } as const;
  const director = await accounts.open(`director@${name}.example`, [{ role: 'director', ...scope }]);
  const officer = await accounts.open(`officer@${name}.example`, [{ role: 'officer', ...scope }]);
  return { id, director, officer, grantId: await grantOf(director.personId, id) };
}

async function grantOf(personId: string, scopeId: string): Promise<string> {
  const [grant] = await world.rows<{ id: string }>(
    'select id from identity.role_grant where person_id = $1 and scope_id = $2 and substitute_for is null',
    [personId, scopeId],
  );
  return grant!.id;
}

const directorOf = async (id: string) =>
  (await peopleWithRole(app.db, id, ['director'])).map(({ personId, position }) => ({ personId, position }));

async function browserOf(person: Known): Promise<Visitor> {
  const visitor = new Visitor(app);
  await signIn(visitor, person.email);
  return visitor;
}

describe('a director who is away', () => {
  it('is stood in for from the first midnight of Kyiv to the last one, with the position of those days', async () => {
    const { id, director, officer, grantId } = await authority('leave');
    const [first, last] = [addDays(today, 2), addDays(today, 4)];
    await appoint(director, grantId, wish(officer.personId, { fromOn: first, untilOn: last }));
    const own = [{ personId: director.personId, position: '' }];
    const acting = [{ personId: officer.personId, position: 'в. о. директора департаменту' }];
    const held: unknown[] = [];
    for (const [day, time] of [
      [addDays(first, -1), '23:59:50'],
      [first, '00:00:01'],
      [last, '23:59:50'],
      [addDays(last, 1), '00:00:01'],
    ]) {
      await itIs(day!, time!);
      held.push(await directorOf(id));
    }
    expect(held).toEqual([own, acting, acting, own]);
  });

  it('opens the doors to the substitute and closes the own ones for these days only', async () => {
    const { id, director, officer, grantId } = await authority('doors');
    const [directorAt, officerAt] = [await browserOf(director), await browserOf(officer)];
    await officerAt.get('/account');
    const doors = async () => [
      (await directorAt.get('/second-factor-resets')).status,
      // For a director alone; there is no such act, which only who may come in learns.
      (await officerAt.post(`/organiser/competitions/${id}/acts/${id}/confirmation`, {})).status,
    ];
    expect(await doors()).toEqual([200, 403]);
    await appoint(director, grantId, wish(officer.personId));
    expect(await doors()).toEqual([403, 404]);
    expect((await peopleWithRole(app.db, id, ['officer'])).map(({ personId }) => personId)).toEqual([officer.personId]);
    await itIs(addDays(today, 1), '00:00:01');
    expect(await doors()).toEqual([200, 403]);
  });

  it('tells a director who opens a closed page who acts now, until when and by which act', async () => {
    const { id, director, officer, grantId } = await authority('refused');
    const { id: competitionId } = await world.competition(id, { state: 'rated' });
    const directorAt = await browserOf(director);
    await appoint(director, grantId, wish(officer.personId, { untilOn: addDays(today, 2) }));
    const days = [today, addDays(today, 2)].map((day) => day.split('-').reverse().join('.'));
    const told = `З ${days[0]} по ${days[1]} включно Вас заміщає ${officer.fullName} (в. о. директора департаменту), акт № 45-к`;
    const order = await directorAt.get(`/organiser/competitions/${competitionId}/order`);
    expect([order.status, order.text]).toEqual([403, expect.stringContaining(told) as string]);
    expect(order.html).toMatch(/href="\/account\/substitutions\/[0-9a-f-]+\/end"/);
    const sent = await directorAt.post(`/organiser/competitions/${competitionId}/order`, { number: '1' });
    expect([sent.status, sent.text]).toEqual([403, expect.stringContaining(told) as string]);
    const english = await directorAt.get(`/en/organiser/competitions/${competitionId}/order`);
    expect(english.text).toContain(`stands in for you`);
    await itIs(addDays(today, 3), '00:00:01');
    const back = await directorAt.get('/admin/people');
    expect([back.status, back.text.includes('Вас заміщає')]).toEqual([403, false]);
  });

  it('hands over on the page; both see it on the desk and get a letter; it is taken back early', async () => {
    const { id, director, officer, grantId } = await authority('page');
    const [directorAt, officerAt] = [await browserOf(director), await browserOf(officer)];
    const account = await directorAt.get('/account');
    expect(account.html).toMatch(`/account/powers/${grantId}/substitution`);
    const path = `/account/powers/${grantId}/substitution`;
    await directorAt.get(path);
    const form = { substituteId: officer.personId, fromOn: today, position: 'в. о. директора', actNumber: '45-к' };
    const poor = await directorAt.post(path, { ...form, untilOn: addDays(today, -1), actOn: today });
    expect([poor.status, poor.text.includes('Останній день не може бути раніше за перший')]).toEqual([422, true]);
    expect((await directorAt.post(path, { ...form, untilOn: today, actOn: today })).location).toBe(
      '/account?done=substitute-appointed',
    );
    expect((await directorAt.get('/desk')).text).toMatch(`Вас заміщає ${officer.fullName}`);
    const desk = await officerAt.get('/desk');
    expect(desk.text).toMatch(`Ви заміщаєте: ${director.fullName}`);
    const letters = await world.rows(
      `select to_address as to from notifications.message where template = 'identity.substitution'
        and to_address = any($1) order by 1`,
      [[director.email, officer.email]],
    );
    expect(letters).toEqual([{ to: director.email }, { to: officer.email }]);

    const endPath = /\/account\/substitutions\/[0-9a-f-]+\/end/.exec((await directorAt.get('/desk')).html)![0];
    expect((await officerAt.get(endPath)).status).toBe(403);
    await directorAt.get(endPath);
    expect((await directorAt.post(endPath, { reason: 'повернення з відпустки' })).status).toBe(303);
    expect(await directorOf(id)).toEqual([{ personId: director.personId, position: '' }]);
    const facts = await world.rows('select name from facts.fact where scope_id = $1 order by seq', [id]);
    expect(facts).toEqual([{ name: 'identity.substitute-appointed' }, { name: 'identity.role-ended' }]);
  });

  it('hands over once for a day, also when two hand over at the same moment', async () => {
    const { id, director, officer, grantId } = await authority('twice');
    const second = await world.person([{ role: 'officer', scopeKind: 'organiser', scopeId: id }]);
    const tries = await Promise.allSettled(
      [officer, second].map(({ personId }) => appoint(director, grantId, wish(personId))),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = tries.find((one) => one.status === 'rejected')!.reason as unknown;
    expect(refused).toMatchObject({ fields: [{ field: 'fromOn', code: 'identity.substitution-overlaps' }] });
    await appoint(director, grantId, wish(officer.personId, { fromOn: addDays(today, 1), untilOn: addDays(today, 1) }));
  });

  it('leaves no substitute behind when the power ends', async () => {
    const { id, director, officer, grantId } = await authority('dismissed');
    await appoint(director, grantId, wish(officer.personId));
    const ctx = await app.ctx();
    await app.uow.run(ctx, (tx) => app.get(RoleGrants).end(tx, grantId, 'звільнення'));
    expect(await directorOf(id)).toEqual([]);
  });

  it('is substituted only by a colleague, and only by own will or an administrator', async () => {
    const { director, officer, grantId } = await authority('own');
    const other = await authority('other');
    await expect(appoint(director, grantId, wish(other.officer.personId))).rejects.toMatchObject({
      fields: [{ field: 'substituteId', code: 'identity.choose-substitute' }],
    });
    for (const stranger of [officer, other.director])
      await expect(appoint(stranger, grantId, wish(officer.personId))).rejects.toMatchObject({ kind: 'not-found' });
    const admin = await world.person([{ role: 'administrator', scopeKind: 'system', scopeId: null }]);
    const id = await appoint(admin, grantId, wish(officer.personId));
    await expect(appoint(officer, id, wish(director.personId))).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('a commission', () => {
  async function commission(size: number): Promise<{ id: string; people: Known[] }> {
    const { id } = await world.competition((await world.organiser()).id);
    const roles = [
      'commission-chair',
      'commission-secretary',
      ...Array(size - 2).fill('commission-member'),
    ] as string[];
    const people: Known[] = [];
    for (const role of roles) people.push(await world.person([{ role, scopeKind: 'competition', scopeId: id }]));
    return { id, people };
  }

  it('keeps its size while a member acts as chair: the two change places', async () => {
    const { id, people } = await commission(3);
    const [chair, secretary, member] = people as [Known, Known, Known];
    const before = await peopleWithRole(app.db, id, COMMISSION);
    await appoint(
      chair,
      await grantOf(chair.personId, id),
      wish(member.personId, { position: 'т. в. о. голови комісії' }),
    );
    const after = await peopleWithRole(app.db, id, COMMISSION);
    expect(after.map(({ personId, role, position }) => ({ personId, role, position }))).toEqual([
      { personId: chair.personId, role: 'commission-member', position: '' },
      { personId: secretary.personId, role: 'commission-secretary', position: '' },
      { personId: member.personId, role: 'commission-chair', position: 'т. в. о. голови комісії' },
    ]);
    expect(after.map(({ grantId }) => grantId)).toEqual(before.map(({ grantId }) => grantId));
  });

  it('never puts chair and secretary into one hand, neither by turns nor at the same moment', async () => {
    const { id, people } = await commission(3);
    const [chair, secretary, member] = people as [Known, Known, Known];
    const [chairGrant, secretaryGrant] = [await grantOf(chair.personId, id), await grantOf(secretary.personId, id)];
    const refused = (code: string) => ({ fields: [{ field: 'substituteId', code }] });
    await expect(appoint(chair, chairGrant, wish(secretary.personId))).rejects.toMatchObject(
      refused('identity.choose-substitute'),
    );
    const tries = await Promise.allSettled([
      appoint(chair, chairGrant, wish(member.personId)),
      appoint(secretary, secretaryGrant, wish(member.personId)),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const failed = tries.find((one) => one.status === 'rejected')!.reason as unknown;
    expect(failed).toMatchObject(refused('identity.substitute-busy'));
  });

  it('gives the chair back when the acting member leaves the commission, and another may act', async () => {
    const { id, people } = await commission(4);
    const [chair, , member, other] = people as [Known, Known, Known, Known];
    await appoint(chair, await grantOf(chair.personId, id), wish(member.personId));
    const ctx = await app.ctx();
    await app.uow.run(ctx, async (tx) =>
      app.get(RoleGrants).end(tx, await grantOf(member.personId, id), 'вийшов зі складу'),
    );
    const roles = await peopleWithRole(app.db, id, ['commission-chair']);
    expect(roles.map(({ personId }) => personId)).toEqual([chair.personId]);
    await appoint(chair, await grantOf(chair.personId, id), wish(other.personId));
    expect((await peopleWithRole(app.db, id, ['commission-chair'])).map(({ personId }) => personId)).toEqual([
      other.personId,
    ]);
  });
});
