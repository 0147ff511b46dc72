import { jest } from '@jest/globals';
import type { Grant } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import { routeCensus } from '#libs/platform/http';
import { Accounts } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

/** Hundreds of pages by every role. */
jest.setTimeout(480_000);

/** Answered before anybody asks who is there. */
const FREE = ['/healthz', '/readyz', '/metrics'];
/** Is not there outside demo mode. */
const DEMO = '/demo';

let app: TestApp;
let world: World;
const people: { role: string; visitor: Visitor }[] = [];

/** One person for each role, all of one authority; the ids that they try belong to nobody or to another authority. */
beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  const accounts = new Accounts(app, world);
  const { id: organiserId } = await world.organiser();
  const { id: competitionId } = await world.competition(organiserId);
  const { id: organisationId } = await world.organisation();
  const scopes: Record<string, Omit<Grant, 'role'>> = {
    administrator: { scopeKind: 'system', scopeId: null },
    officer: { scopeKind: 'organiser', scopeId: organiserId },
    director: { scopeKind: 'organiser', scopeId: organiserId },
    accountant: { scopeKind: 'organiser', scopeId: organiserId },
    monitor: { scopeKind: 'organiser', scopeId: organiserId },
    'community-contact': { scopeKind: 'organiser', scopeId: organiserId },
    auditor: { scopeKind: 'organiser', scopeId: organiserId },
    'commission-chair': { scopeKind: 'competition', scopeId: competitionId },
    'commission-secretary': { scopeKind: 'competition', scopeId: competitionId },
    'commission-member': { scopeKind: 'competition', scopeId: competitionId },
    applicant: { scopeKind: 'organisation', scopeId: organisationId },
  };
  for (const [role, scope] of Object.entries(scopes))
    people.push({ role, visitor: await accounts.signedIn(`${role}@sweep.example`, [{ role, ...scope }]) });
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const pages = () =>
  routeCensus(app.http).filter(({ method, path }) => method === 'GET' && !FREE.includes(path) && path !== DEMO);
const addressOf = (path: string, id: string): string => path.replace(/:\w+/g, id);

/** Everybody opens every path with every id; answers that are none of the expected ones. */
async function unexpected(paths: string[], ids: string[], expected: number[]): Promise<string[]> {
  const wrong: string[] = [];
  const tries = paths.flatMap((path) => ids.map((id) => addressOf(path, id)));
  for (const { role, visitor } of people)
    for (const address of tries) {
      const { status } = await visitor.get(address);
      if (!expected.includes(status)) wrong.push(`${role} ${address}: ${status}`);
    }
  return wrong;
}

async function foreignCompetition(): Promise<{ id: string; applicationId: string }> {
  const { id: organiserId } = await world.organiser();
  const { id } = await world.competition(organiserId, { state: 'scoring' });
  const { id: organisationId } = await world.organisation();
  return { id, applicationId: await world.application(id, organisationId, { state: 'admitted' }) };
}

describe('every page × every role × an id that is not theirs', () => {
  it('opens to nobody whose role the mark does not name', async () => {
    const wrong: string[] = [];
    for (const { path, mark } of pages().filter(({ mark }) => mark?.kind === 'roles'))
      for (const { role, visitor } of people) {
        const roles = mark!.kind === 'roles' ? mark!.roles : [];
        if (roles.length === 0 || roles.includes(role) || (role === 'auditor' && roles.includes('officer'))) continue;
        const { status } = await visitor.get(addressOf(path, newId()));
        if (status !== 403) wrong.push(`${role} ${path}: ${status}`);
      }
    expect(wrong).toEqual([]);
  });

  it('shows nothing of what does not exist, and never breaks', async () => {
    const paths = pages().map(({ path }) => path);
    const wrong = await unexpected(
      paths.filter((path) => path.includes(':')),
      [newId(), 'nonsense'],
      [303, 403, 404, 410],
    );
    expect(wrong.filter((line) => !LINKS.some((link) => line.includes(link)))).toEqual([]);
  });

  it('shows nothing of another authority: its competitions and its proposals are not found', async () => {
    const { id, applicationId } = await foreignCompetition();
    const paths = pages().map(({ path }) => path);
    const work = paths.filter((path) => /^\/(organiser|scoring|conflicts|applications)\/.*:/.test(path));
    // `/applications/:id` sends whoever may not write to the page for reading, which decides.
    expect(await unexpected(work, [id, applicationId], [303, 403, 404])).toEqual([]);
  });

  it('opens every page without an id to those whom the mark names', async () => {
    const wrong: string[] = [];
    for (const { path, mark } of pages().filter((route) => !route.path.includes(':')))
      for (const { role, visitor } of people) {
        const roles = mark!.kind === 'roles' ? mark!.roles : [role];
        if (roles.length > 0 && !roles.includes(role)) continue;
        const { status } = await visitor.get(path);
        if (![200, 303].includes(status)) wrong.push(`${role} ${path}: ${status}`);
      }
    expect(wrong).toEqual([]);
  });
});

/** A used or unknown link of a letter answers with a page that says so and offers a new one. */
const LINKS = ['/invitation/', '/password-reset/', '/sign-up/'];
