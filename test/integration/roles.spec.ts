import {
  AppointSubstitute,
  AskSecondFactorReset,
  InviteStaff,
  type NewStaff,
  ResetSecondFactor,
  type InvitedRole,
} from '#libs/identity';
import type { Actor, Grant } from '#libs/platform/access';
import { addDays, kyivDay } from '#libs/platform/clock';
import { newId } from '#libs/platform/database';
import { isOwnAffair, routeCensus } from '#libs/platform/http';
import { Accounts } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

type Known = Actor & { personId: string };

let app: TestApp;
let world: World;
let accounts: Accounts;
let today: string;
let authority: string;
let competition: string;
let foreign: string;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  accounts = new Accounts(app, world);
  today = kyivDay((await app.ctx()).now);
  authority = (await world.organiser()).id;
  competition = (await world.competition(authority, { state: 'admission' })).id;
  foreign = (await world.competition((await world.organiser()).id, { state: 'admission' })).id;
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

const of = (role: string, scopeId = authority): Grant => ({ role, scopeKind: 'organiser', scopeId });

/** Invited by an act until a day, as an administrator does it; signed in. */
async function auditorUntil(untilOn: string, email: string): Promise<Visitor> {
  const person = await accounts.open(email);
  await world.insert('identity.role_grant', {
    ...{ id: newId(), person_id: person.personId, role: 'auditor', scope_kind: 'organiser', scope_id: authority },
    ...{ started_on: '2020-01-01', until_on: untilOn, act_number: '17/А', act_on: '2020-01-01' },
  });
  return accounts.signedInAgain(email);
}

const addressOf = (path: string, id: string): string => path.replace(/:\w+/g, id);

describe('an auditor', () => {
  let auditor: Visitor;
  let officer: Visitor;
  beforeAll(async () => {
    auditor = await auditorUntil(addDays(today, 30), 'auditor@roles.example');
    officer = await accounts.signedIn('officer@roles.example', [of('officer')]);
  });

  it('reads every page that an officer reads, answered alike', async () => {
    const pages = routeCensus(app.http).filter(
      ({ method, mark }) => method === 'GET' && mark?.kind === 'roles' && mark.roles.includes('officer'),
    );
    expect(pages.length).toBeGreaterThan(15);
    const differing: string[] = [];
    for (const { path } of pages) {
      const address = addressOf(path, competition);
      const [read, worked] = [await auditor.get(address), await officer.get(address)];
      if (read.status !== worked.status) differing.push(`${address}: ${read.status}, the officer ${worked.status}`);
    }
    expect(differing).toEqual([]);
  });

  it('is refused in words whatever is sent, but for the own account', async () => {
    await auditor.get('/desk');
    const posts = routeCensus(app.http).filter(
      ({ method, path, mark }) => method === 'POST' && mark?.kind === 'roles' && !isOwnAffair(path),
    );
    expect(posts.length).toBeGreaterThan(40);
    const allowed: string[] = [];
    for (const { path } of posts) {
      const { status, text } = await auditor.post(addressOf(path, competition), {});
      if (status !== 403 || !text.includes('Ви перевіряльник: усе можна прочитати, змінити нічого не можна'))
        allowed.push(`${path}: ${status}`);
    }
    expect(allowed).toEqual([]);
  });

  it('is offered no form that would be refused, on any page of the officer; sees what stands in it', async () => {
    const draft = (await world.competition(authority, { state: 'draft', code: null, published_at: null })).id;
    const pages = routeCensus(app.http).filter(
      ({ method, path, mark }) => method === 'GET' && mark?.kind === 'roles' && mark.roles.includes('officer') && path,
    );
    const actions = (html: string) => [...html.matchAll(/<form method="post" action="([^"?]+)/g)].map(([, to]) => to!);
    const offered = { officer: new Set<string>(), auditor: new Set<string>() };
    for (const { path } of pages)
      for (const id of [draft, competition]) {
        const address = addressOf(path, id);
        for (const to of actions((await officer.get(address)).html)) offered.officer.add(to);
        for (const to of actions((await auditor.get(address)).html)) offered.auditor.add(to);
      }
    const closed = routeCensus(app.http).filter(({ method, mark }) => method === 'POST' && mark?.kind === 'roles');
    const isClosed = (to: string) =>
      !isOwnAffair(to) && closed.some(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(to));
    expect([...offered.officer].filter(isClosed).length).toBeGreaterThan(5);
    expect([...offered.auditor].filter(isClosed)).toEqual([]);
    const settings = `/organiser/competitions/${draft}/settings/basics`;
    expect((await auditor.get(settings)).html).toMatch('Конкурс програм і проєктів 2021 року');
  });

  it('sees nothing of another authority', async () => {
    const pages = routeCensus(app.http).filter(
      ({ method, path, mark }) =>
        method === 'GET' && /^\/organiser\/.*:/.test(path) && mark?.kind === 'roles' && mark.roles.includes('officer'),
    );
    const seen: string[] = [];
    for (const { path } of pages) {
      const { status } = await auditor.get(addressOf(path, foreign));
      if (status !== 404 && status !== 403) seen.push(`${path}: ${status}`);
    }
    expect(seen).toEqual([]);
    expect((await auditor.get('/organiser/competitions')).html).not.toContain(foreign);
  });

  it('has nothing waiting on the desk, and is told until when', async () => {
    const { text } = await auditor.get('/desk');
    expect(text).toContain('Зараз на Вас нічого не чекає');
    expect(text).toContain('Ви перевіряльник: Департамент.');
  });

  it('is nobody from the day after the last one', async () => {
    const late = await auditorUntil(addDays(today, -1), 'late@roles.example');
    expect((await late.get('/organiser/competitions')).status).toBe(403);
    const last = await auditorUntil(today, 'last@roles.example');
    expect((await last.get('/organiser/competitions')).status).toBe(200);
  });
});

describe('inviting', () => {
  let administrator: Known;
  beforeAll(async () => {
    administrator = await accounts.open('inviter@roles.example', [
      { role: 'administrator', scopeKind: 'system', scopeId: null },
    ]);
  });

  const invite = async (role: InvitedRole, email: string, untilOn: string | null) =>
    app.get(InviteStaff).execute(await app.ctx(administrator), {
      ...{ email, familyName: 'Коваль', givenName: 'Олег', patronymic: null, role, organiserId: authority },
      ...{ position: 'Головний спеціаліст', actNumber: '5', actOn: today, untilOn },
    });

  it.each(['community-contact'] as const)('a %s has a desk that says honestly what is not there yet', async (role) => {
    const email = `${role}@roles.example`;
    await accounts.open(email);
    await invite(role, email, null);
    const { text } = await (await accounts.signedInAgain(email)).get('/desk');
    expect(text).toMatch(/Сторінок для .+ [ув] системі ще немає/);
  });

  it('no order of tomorrow gives a power, no power is given twice, no auditor is an administrator', async () => {
    const staff = (changed: Partial<NewStaff>): NewStaff => ({
      ...{ email: 'once@roles.example', familyName: 'Коваль', givenName: 'Олег', patronymic: null, role: 'officer' },
      ...{ organiserId: authority, position: 'Головний спеціаліст', actNumber: '5', actOn: today, untilOn: null },
      ...changed,
    });
    const give = async (changed: Partial<NewStaff> = {}) =>
      app.get(InviteStaff).execute(await app.ctx(administrator), staff(changed));
    await expect(give({ actOn: addDays(today, 1) })).rejects.toMatchObject({
      fields: [{ field: 'actOn', code: 'identity.act-in-future' }],
    });
    await expect(give({ position: 'т. в. о.' })).rejects.toMatchObject({
      fields: [{ field: 'position', code: 'identity.position-bare' }],
    });
    await give();
    await expect(give()).rejects.toMatchObject({ fields: [{ field: 'role', code: 'identity.role-held-already' }] });
    await give({ role: 'auditor', untilOn: addDays(today, 5) });
    await expect(give({ role: 'administrator', organiserId: null })).rejects.toMatchObject({
      fields: [{ field: 'role', code: 'identity.auditor-and-administrator' }],
    });
  });

  it('an auditor needs a last day; a new act may follow when it has passed', async () => {
    await expect(invite('auditor', 'again@roles.example', null)).rejects.toMatchObject({
      fields: [{ field: 'untilOn', code: 'identity.until-needed' }],
    });
    const personId = await invite('auditor', 'again@roles.example', today);
    await world.rows(`update identity.role_grant set started_on = '2020-01-01', until_on = $2 where person_id = $1`, [
      personId,
      addDays(today, -1),
    ]);
    await invite('auditor', 'again@roles.example', addDays(today, 5));
    const grants = await world.rows(
      'select until_on::text as until, ended_on::text as ended from identity.role_grant where person_id = $1 order by id',
      [personId],
    );
    expect(grants).toEqual([
      { until: addDays(today, -1), ended: addDays(today, -1) },
      { until: addDays(today, 5), ended: null },
    ]);
  });
});

/** An officer, a director and an administrator: one of them is away, and nothing that needs two people stands still. */
describe('a team of three', () => {
  let officer: Known;
  let director: Known;
  let administrator: Known;
  let organiserId: string;
  beforeAll(async () => {
    const { id } = await world.organiser();
    organiserId = id;
    officer = await accounts.open('officer@three.example', [of('officer', id)]);
    director = await accounts.open('director@three.example', [of('director', id)]);
    administrator = await accounts.open('admin@three.example', [
      { role: 'administrator', scopeKind: 'system', scopeId: null },
    ]);
  });

  const grantOf = async (person: Known) =>
    (await world.rows<{ id: string }>('select id from identity.role_grant where person_id = $1', [person.personId]))[0]!
      .id;

  async function now(person: Known): Promise<Actor> {
    const grants = await world.rows<Grant>(
      `select role, scope_kind as "scopeKind", scope_id as "scopeId" from identity.v_role where person_id = $1`,
      [person.personId],
    );
    return { ...person, grants };
  }

  async function handOver(from: Known, to: Known, by: Actor): Promise<void> {
    await app.get(AppointSubstitute).execute(await app.ctx(by), await grantOf(from), {
      ...{ substituteId: to.personId, fromOn: today, untilOn: today },
      ...{ position: 'т. в. о. директора', actNumber: '1', actOn: today },
    });
  }

  it('resets a second factor: the administrator asks, the director or the acting director confirms', async () => {
    await world.insert('identity.second_factor', {
      ...{ person_id: officer.personId, sealed_secret: Buffer.from('x') },
      ...{ created_at: new Date(), confirmed_at: new Date() },
    });
    await app.get(AskSecondFactorReset).execute(await app.ctx(administrator), officer.personId, {
      ...{ reason: 'загублено телефон', organiserId },
    });
    const [reset] = await world.rows<{ id: string }>('select id from identity.second_factor_reset');
    await app.get(ResetSecondFactor).execute(await app.ctx(await now(director)), reset!.id);
    expect(await world.rows('select 1 from identity.second_factor')).toEqual([]);
  });

  it('signs and prepares while the director is away: the officer holds both powers, the director none', async () => {
    await handOver(director, officer, director);
    expect((await now(officer)).grants.map(({ role }) => role).sort()).toEqual(['director', 'officer']);
    expect((await now(director)).grants).toEqual([]);
  });

  it('prepares while the officer is away: the administrator hands the officer’s power to the director', async () => {
    await world.rows('update identity.role_grant set ended_on = $1 where substitute_for is not null', [today]);
    await handOver(officer, director, administrator);
    expect((await now(director)).grants.map(({ role }) => role).sort()).toEqual(['director', 'officer']);
    expect((await now(officer)).grants).toEqual([]);
  });
});
