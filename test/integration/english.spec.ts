import type { Grant } from '#libs/platform/access';
import { routeCensus } from '#libs/platform/http';
import { hashPassword } from '#libs/identity';
import { PASSWORD, signIn } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

/*
 * Everything that people of this world have written is Latin, so any Ukrainian letter on an English page is a word of
 * the interface that nobody translated. What is Ukrainian by nature (a text of the law, say) its template marks with
 * lang="uk"; the mark that every page gives to Ukrainian words by itself (mark-ukrainian.ts) is no excuse here.
 */
let app: TestApp;
let world: World;
let ids: string[];
const people: { role: string; visitor: Visitor }[] = [];

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  const { id: organiserId } = await world.organiser({
    ...{ name: 'Department of Mass Communications', short_name: 'Department', city: 'Sievierodonetsk' },
    ...{ contact_name: 'Olena Kravets', working_hours: 'Mon–Fri, 9:00–18:00' },
  });
  const { id: competitionId } = await world.competition(organiserId, {
    ...{ state: 'draft', title: 'Competition 2021', purpose: 'Support of initiatives', announced_on: null },
  });
  const { id: organisationId } = await world.organisation({
    ...{
      name: 'NGO Union',
      short_name: 'Union',
      address: 'Central str., 1',
      settlement: 'Town',
      head_name: 'I. Tkach',
    },
  });
  ids = [competitionId, organisationId];
  const scopes: Record<string, Omit<Grant, 'role'>> = {
    administrator: { scopeKind: 'system', scopeId: null },
    officer: { scopeKind: 'organiser', scopeId: organiserId },
    'commission-chair': { scopeKind: 'competition', scopeId: competitionId },
    applicant: { scopeKind: 'organisation', scopeId: organisationId },
  };
  people.push({ role: 'visitor', visitor: new Visitor(app) });
  for (const [role, scope] of Object.entries(scopes)) people.push({ role, visitor: await signedIn(role, scope) });
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

async function signedIn(role: string, scope: Omit<Grant, 'role'>): Promise<Visitor> {
  const email = `${role}@english.example`;
  const names = { family_name: 'Tkach', given_name: 'Olena', patronymic: null };
  await world.person([{ role, ...scope }], { email, ...names, password_hash: await hashPassword(PASSWORD) });
  const visitor = new Visitor(app);
  await signIn(visitor, email);
  return visitor;
}

/** Ukrainian by nature: the name of the language, of state registers, and examples of what is typed in Ukrainian. */
const STAYS = ['Українська', 'КАТОТТГ', 'КОАТУУ', 'ГО', 'Три лопати', 'м', 'Кремінна'];

/** Ukrainian words of a page, without what is marked as Ukrainian. */
function ukrainianOn(html: string): string[] {
  if (!html.includes('<body')) return [];
  const body = html
    .slice(html.indexOf('<body'))
    .replace(/<span lang="uk">([^<]*)<\/span>/g, '$1')
    .replace(/<(\w+)[^>]* lang="uk"[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/ value="[^"]*"/g, ' ')
    .replace(/<option[\s\S]*?<\/option>/g, ' ');
  const words = (body.match(/[А-ЯҐЄІЇа-яґєії][А-ЯҐЄІЇа-яґєії’ʼ -]*/g) ?? []).map((word) => word.trim());
  return [...new Set(words)].filter((word) => !STAYS.includes(word));
}

describe('English', () => {
  it('has no Ukrainian word of the interface on any page, for anybody', async () => {
    const paths = routeCensus(app.http)
      .filter(
        ({ method, path }) => method === 'GET' && !/^\/(api|healthz|readyz|metrics|demo|feed|open-data)/.test(path),
      )
      .map(({ path }) => path);
    const found: Record<string, string[]> = {};
    let seen = 0;
    const addresses = paths.flatMap((path) =>
      (path.includes(':') ? ids : ids.slice(0, 1)).map((id) => ({ path, address: path.replace(/:\w+/g, id) })),
    );
    for (const { role, visitor } of people)
      for (const { path, address } of addresses) {
        const { status, html } = await visitor.get(`/en${address === '/' ? '' : address}`);
        const words = status === 200 ? ukrainianOn(html) : [];
        seen += status === 200 ? 1 : 0;
        if (words.length > 0) found[`${role} ${path}`] = words;
      }
    expect(found).toEqual({});
    expect(seen).toBeGreaterThan(60);
  }, 300_000);

  it('says every refusal in English too', async () => {
    const visitor = people[0]!.visitor;
    await visitor.get('/en/sign-in');
    const refused = await visitor.post('/en/sign-in', { email: 'nobody', password: '' });
    expect([refused.status, ukrainianOn(refused.html)]).toEqual([422, []]);
    expect(ukrainianOn((await visitor.get('/en/nowhere')).html)).toEqual([]);
  });
});
