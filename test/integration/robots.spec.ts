import { PublicAddresses } from '../../libs/publications/src/queries/public-addresses.js';
import { startApp, type TestApp } from '../support/app.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let visitor: Visitor;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  visitor = new Visitor(app);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const addresses = async (path: string): Promise<string[]> =>
  [...(await visitor.get(path)).html.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, one]) =>
    one!.replace(/^https?:\/\/[^/]+/, ''),
  );

describe('what search engines learn', () => {
  it('is every public page of two authorities in both languages, and no sealed one', async () => {
    const [one, other] = [await world.organiser(), await world.organiser()];
    const [open, hidden] = [await world.organisation(), await world.organisation()];
    const admission = await world.competition(one.id, { state: 'scoring', code: 'map-1' });
    await world.application(admission.id, open.id, { state: 'admitted' });
    await world.application(admission.id, hidden.id, { state: 'submitted' });
    await world.competition(other.id, { state: 'draft', code: 'map-draft' });
    const sealed = await world.competition(other.id, { state: 'announced', code: 'map-2' });
    await world.application(sealed.id, hidden.id, { state: 'submitted' });
    await world.competition(other.id, { state: 'decided', code: 'map-3' });
    expect(await addresses('/sitemap.xml')).toEqual(['/sitemap/1']);
    const found = await addresses('/sitemap/1');
    const [{ edrpou }] = (await world.rows<{ edrpou: string }>(
      'select edrpou from identity.organisation where id = $1',
      [open.id],
    )) as [{ edrpou: string }];
    const pages = found.filter((path) => /map-|organisations/.test(path) && !path.startsWith('/en'));
    expect(pages).toEqual([
      '/competitions/map-1',
      '/competitions/map-2',
      '/competitions/map-3',
      '/competitions/map-1/admission',
      '/competitions/map-3/results',
      `/organisations/${edrpou}`,
    ]);
    expect(found.filter((path) => path.startsWith('/en')).length).toBe(found.length / 2);
    for (const part of ['0', '2', 'x']) expect((await visitor.get(`/sitemap/${part}`)).status).toBe(404);
  });

  it('counts the public pages once an hour', async () => {
    const addresses = app.get(PublicAddresses);
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    const before = await addresses.count(at(61));
    await world.competition((await world.organiser()).id, { state: 'announced', code: 'map-4' });
    expect([await addresses.count(at(120)), await addresses.count(at(121))]).toEqual([before, before + 1]);
  });

  it('keeps robots out of the ways in', async () => {
    const { html } = await visitor.get('/robots.txt');
    const lines = html.split('\n');
    expect(lines[0]).toBe('User-agent: *');
    expect(lines).toEqual(
      expect.arrayContaining(['Disallow: /sign-in', 'Disallow: /en/sign-in', 'Disallow: /plan-answers/']),
    );
    expect(lines.at(-2)).toMatch(/^Sitemap: https?:\/\/[^/]+\/sitemap\.xml$/);
  });

  it('is the title, the sentence and the two languages of a public page; a closed page is not to be found', async () => {
    const { html } = await visitor.get('/en/competitions?group=open&page=1');
    const head = (name: RegExp) => name.exec(html)?.[1]?.replace(/^https?:\/\/[^/]+/, '');
    expect(head(/rel="canonical" href="([^"]+)"/)).toBe('/en/competitions');
    expect(head(/hreflang="uk" href="([^"]+)">/)).toBe('/competitions');
    expect(head(/property="og:title" content="([^"]+)"/)).toBe('Competitions');
    expect(html).toContain('<title>Competitions – ');
    expect(html).not.toContain('noindex');
    for (const path of ['/sign-in', '/nowhere']) {
      const closed = (await visitor.get(path)).html;
      expect([closed.includes('noindex'), closed.includes('canonical')]).toEqual([true, false]);
    }
  });
});
