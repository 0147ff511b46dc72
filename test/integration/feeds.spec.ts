import { XMLParser, XMLValidator } from 'fast-xml-parser';
import ICAL from 'ical.js';
import { ActScenes } from '../support/act-scene.js';
import { startApp, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let acts: ActScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  acts = new ActScenes(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const get = (url: string, headers: Record<string, string> = {}) => app.http.inject({ url, headers });
const slugOf = async (organiserId: string) =>
  (await world.rows<{ slug: string }>('select slug from identity.organiser where id = $1', [organiserId]))[0]!.slug;

interface Entry {
  id: string;
  title: string;
  updated: string;
  summary: string;
  author: { name: string };
  link: { href: string };
}

async function atom(url: string): Promise<{ lang: string; title: string; self: string; entries: Entry[] }> {
  const { body, headers, statusCode } = await get(url);
  expect([statusCode, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
  expect(XMLValidator.validate(body)).toBe(true);
  const options = { ignoreAttributes: false, attributeNamePrefix: '', isArray: (name: string) => name === 'entry' };
  const { feed } = new XMLParser({ ...options, parseTagValue: false, htmlEntities: true }).parse(body) as {
    feed: { 'xml:lang': string; title: string; link: { rel: string; href: string }[]; entry?: Entry[] };
  };
  const self = feed.link.find(({ rel }) => rel === 'self')!.href;
  return { lang: feed['xml:lang'], title: feed.title, self, entries: feed.entry ?? [] };
}

/** Read by a library that knows nothing of ours. */
async function ics(url: string): Promise<ICAL.Event[]> {
  const { body, headers, statusCode } = await get(url);
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  for (const line of body.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toContain('\n');
  }
  return new ICAL.Component(ICAL.parse(body) as never[])
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
}
const value = (event: ICAL.Event, name: string) => event.component.getFirstPropertyValue(name);

const TITLE = 'Конкурс «Громада & люди»; проєкти, що змінюють життя невеликих міст і сіл області: <2021> рік';

describe('the calendar of calls', () => {
  it('says when each closes and is defended, in whatever letters, by the clock of the world', async () => {
    const purpose = 'Перше\nДруге; третє, з комою і \\ рискою';
    const of = await acts.open({ title: TITLE, purpose, defence_on: '2020-11-20', place: 'м. Сватове, пл. 50' });
    const [closing, defence] = await ics(`/calls/${await slugOf(of.organiserId)}.ics`);
    expect(closing!.summary).toBe(`Кінець прийому пропозицій: ${TITLE}`);
    expect(closing!.description).toContain(purpose);
    expect(closing!.location).toBe('м. Сватове, пл. 50');
    expect(closing!.startDate.toJSDate()).toEqual(new Date('2020-11-05T16:00:00Z'));
    expect(String(value(closing!, 'url'))).toMatch(new RegExp(`/competitions/${of.code}$`));
    expect([defence!.startDate.isDate, defence!.startDate.toString()]).toEqual([true, '2020-11-20']);
    expect(closing!.uid).not.toBe(defence!.uid);
  });

  it('keeps the event when its date moves, with a higher number; a cancelled call stays as cancelled', async () => {
    const of = await acts.open();
    const url = `/calls/${await slugOf(of.organiserId)}.ics`;
    const [before] = await ics(url);
    expect([before!.sequence, value(before!, 'status')]).toEqual([0, 'CONFIRMED']);
    await acts.act(of, 'extend', { closesAt: new Date('2020-11-20T16:00:00Z') });
    const [moved] = await ics(url);
    expect([moved!.uid, moved!.sequence]).toEqual([before!.uid, 1]);
    expect(moved!.startDate.toJSDate()).toEqual(new Date('2020-11-20T16:00:00Z'));
    await acts.act(of, 'cancel');
    const events = await ics(url);
    expect(events.map((event) => [event.uid, event.sequence, value(event, 'status')])).toEqual([
      [before!.uid, 2, 'CANCELLED'],
    ]);
  });
});

describe('the feed of calls', () => {
  it('names the calls of every authority or of one, in both languages; drafts never', async () => {
    const of = await acts.open({
      title: TITLE,
      title_en: 'The call of <towns> & villages',
      purpose: 'Мета \u0007конкурсу',
    });
    await world.competition(of.organiserId, {
      state: 'draft',
      code: null,
      published_at: null,
      title: 'Таємна чернетка',
    });
    const slug = await slugOf(of.organiserId);
    const own = await atom(`/calls/${slug}.atom`);
    expect(own).toMatchObject({ lang: 'uk', title: 'Конкурси: Департамент масових комунікацій облдержадміністрації' });
    expect(own.self).toMatch(new RegExp(`^https?://[^/]+/calls/${slug}\\.atom$`));
    expect(own.entries).toMatchObject([
      {
        ...{ id: `urn:uuid:${of.id}`, title: TITLE, summary: 'Мета конкурсу' },
        author: { name: 'Департамент масових комунікацій облдержадміністрації' },
      },
    ]);
    const [english] = (await atom(`/en/calls/${slug}.atom`)).entries;
    expect(english!.title).toBe('The call of <towns> & villages');
    expect(english!.link.href).toMatch(new RegExp(`/en/competitions/${of.code}$`));
    const all = await atom('/calls.atom');
    expect(all.entries.length).toBeGreaterThan(1);
    expect(all.entries.map(({ title }) => title)).not.toContain('Таємна чернетка');
    for (const url of ['/calls/nobody.atom', '/calls/x.txt', `/calls/${slug}`])
      expect((await get(url)).statusCode).toBe(404);
  });

  it('is not sent again to whoever has it, until something changes', async () => {
    const of = await acts.open();
    for (const kind of ['atom', 'ics']) {
      const url = `/calls/${await slugOf(of.organiserId)}.${kind}`;
      const { headers } = await get(url);
      const [etag, modified] = [String(headers.etag), String(headers['last-modified'])];
      const known = await get(url, { 'if-none-match': `"other", W/${etag}` });
      expect([known.statusCode, known.body, known.headers.etag]).toEqual([304, '', etag]);
      expect((await get(url, { 'if-modified-since': modified })).statusCode).toBe(304);
      expect((await get(url, { 'if-none-match': '"other"', 'if-modified-since': modified })).statusCode).toBe(200);
      expect((await get(`/en${url}`, { 'if-none-match': etag })).statusCode).toBe(200);
    }
    const url = `/calls/${await slugOf(of.organiserId)}.atom`;
    const { etag } = (await get(url)).headers;
    await acts.act(of, 'change-pot', { potKop: 61_000_000 });
    const [entry] = (await atom(url)).entries;
    expect(entry!.updated).toBe('2020-10-20T09:00:00.000Z');
    expect((await get(url, { 'if-none-match': String(etag) })).statusCode).toBe(200);
  });

  it('is found from the pages', async () => {
    const of = await acts.open();
    const list = (await get('/en/competitions')).body;
    expect(list).toContain(
      '<link rel="alternate" type="application/atom+xml" title="Feed (Atom)" href="/en/calls.atom">',
    );
    expect(list).toContain('href="/en/calls.ics">Calendar (ICS)</a>');
    const page = (await get(`/competitions/${of.code}`)).body;
    expect(page).toContain(`href="/calls/${await slugOf(of.organiserId)}.ics"`);
  });
});
