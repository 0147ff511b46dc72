import { gzipSync } from 'node:zlib';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf, type Person } from '../support/commission.js';
import { receptionScene, setClock, wholeDraft, A_DAY } from '../support/proposals.js';
import type { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

const KB = 1024;
/** What a page of the form weighs on the line once styles and scripts are on the device. */
const PAGE_MAX = 14 * KB;
/** Everything that the first page brings along: styles, scripts, fonts, pictures. */
const FIRST_MAX = 180 * KB;

let app: TestApp;
let world: World;
let browser: Visitor;
let draft: string;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  const { competition, who } = await receptionScene(world);
  await setClock(world, A_DAY);
  draft = `/applications/${await wholeDraft(app, competition, who)}`;
  browser = await browserOf(app, who.actor as Person);
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

const squeezed = (content: Buffer | string): number => gzipSync(content).length;
const PAGES = ['', '/about', '/answers/need', '/activities', '/budget', '/indicators', '/files', '/submission'];

describe('on a line where every kilobyte is paid for', () => {
  it.each(PAGES)('a page of the form is light: %s', async (name) => {
    const { status, html } = await browser.get(`${draft}${name}`);
    expect(status).toBe(200);
    expect(squeezed(html)).toBeLessThan(PAGE_MAX);
  });

  it('what the first page brings along is fetched once and is little', async () => {
    const { html } = await browser.get(`${draft}/budget`);
    const links = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, url]) => url!);
    let together = squeezed(html);
    for (const url of new Set(links)) {
      const answer = await app.http.inject({ url });
      expect([url, answer.statusCode]).toEqual([url, 200]);
      expect(String(answer.headers['cache-control'])).toContain('immutable');
      together += squeezed(answer.rawPayload);
    }
    expect(links.length).toBeGreaterThan(3);
    expect(together).toBeLessThan(FIRST_MAX);
  });
});
