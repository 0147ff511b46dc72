import ICAL from 'ical.js';
import { XMLValidator } from 'fast-xml-parser';
import { EditEvent, HoldEvent, MoveEvent, PublishEvent } from '#libs/events';
import { MarkHeld } from '../../libs/events/src/jobs/mark-held.sweep.js';
import { verifyChains } from '#libs/platform/facts';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf } from '../support/commission.js';
import { BEFORE, ENDS_AT, EventScenes, STARTS_AT } from '../support/event-scene.js';
import { codeOf } from '../support/proposals.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scenes: EventScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = new EventScenes(app, world);
});
afterAll(async () => {
  expect((await verifyChains(app.db)).broken).toEqual([]);
  await world.close();
  await app.close();
});

const read = (url: string) => app.http.inject({ url });
async function calendar(url: string): Promise<ICAL.Event[]> {
  const { body, statusCode } = await read(url);
  expect(statusCode).toBe(200);
  return new ICAL.Component(ICAL.parse(body) as never[])
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
}
const versionOf = async (id: string) =>
  (await world.rows<{ version: number }>('select version from events.event where id = $1', [id]))[0]!.version;
const linked = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)![1]!) as Record<string, never>;

describe('an event of an authority', () => {
  it('is written in short parts by the officer, and seen by nobody else before it is published', async () => {
    const { id, organiserId, officer } = await scenes.draft({ summary: null, contactName: null });
    const browser = await browserOf(app, officer);
    expect((await browser.get('/organiser/events')).text).toContain('Громадська експертиза');
    const page = await browser.get(`/organiser/events/${id}`);
    expect(page.text).toContain('бракує 1 відповіді');
    expect((await browser.get(`/organiser/events/${id}/acts/publish`)).text).toContain('Коротко простими словами');
    const place = `/organiser/events/${id}/parts/place`;
    const failed = await (async () => {
      await browser.get(place);
      return browser.post(place, {
        version: '2',
        format: 'in-person',
        startsAt: 'завтра',
        venue: 'Клуб',
        locationVisibility: 'public',
      });
    })();
    expect([failed.status, failed.html.includes('value="завтра"'), failed.html.includes('value="Клуб"')]).toEqual([
      422,
      true,
      true,
    ]);
    const visitor = new Visitor(app);
    expect((await visitor.get(`/events/${id}`)).status).toBe(404);
    const colleague = await world.person([{ role: 'director', scopeKind: 'organiser', scopeId: organiserId }]);
    expect((await (await browserOf(app, colleague)).get(`/organiser/events/${id}`)).status).toBe(200);
    const stranger = await scenes.draft();
    expect((await (await browserOf(app, stranger.officer)).get(`/organiser/events/${id}`)).status).toBe(404);
    expect(await codeOf(app.get(PublishEvent).execute(await app.ctx(officer, BEFORE), id))).toBe('events.not-whole');
  });

  it('stands under its measure, in the list, with what is known of access and with linked data', async () => {
    const draft = await scenes.draft();
    const measure = await scenes.measure(draft.organiserId);
    const { id } = await scenes.draftOf(
      draft,
      { measureId: measure.id, stepFree: 'no', shelter: 'yes' },
      'Навчання під захід',
    );
    await app.get(PublishEvent).execute(await app.ctx(draft.officer, BEFORE), id);
    const visitor = new Visitor(app);
    const page = await visitor.get(`/events/${id}`);
    expect(page.text).toContain('Без сходів: ні');
    expect(page.text).toContain('Укриття: так');
    expect(page.text).toContain('Жестова мова: невідомо');
    expect(linked(page.html)).toMatchObject({
      '@type': 'Event',
      startDate: STARTS_AT.toISOString(),
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    });
    expect((await visitor.get(`/plan/${measure.slug}/2020/1.2`)).html).toContain(`href="/events/${id}"`);
    expect((await visitor.get(`/events?measure=${measure.id}`)).text).toContain('Знайдено 1');
    expect((await visitor.get('/events?q=навчання під зaхiд&access=shelter')).text).toContain('Знайдено 1');
    expect((await visitor.get('/events?q=навчання під захід&access=step-free')).text).toContain('нічого не знайдено');
    expect((await visitor.get(`/en/events/${id}`)).text).toContain('Step-free: no');
  });

  it('scenario 2.8: safe event – the address is absent from the page, the feeds, the search and the linked data', async () => {
    const secret = { venue: 'Кризовий центр', address: 'провулок Тихий, 3', directions: 'другий під’їзд, код 12' };
    const { id } = await scenes.published(
      { ...secret, locationVisibility: 'after-confirmation', onlineUrl: 'https://meet.example/secret' },
      'Коло підтримки',
    );
    const visitor = new Visitor(app);
    const html = [
      (await visitor.get(`/events/${id}`)).html,
      (await visitor.get('/events?q=коло підтримки')).html,
      (await read('/events.ics')).body,
      (await read('/events.atom')).body,
      (await read(`/events/${id}/event.ics`)).body,
    ].join('\n');
    expect(html).toContain('Коло підтримки');
    for (const word of ['Кризовий', 'Тихий', 'другий під', 'meet.example']) expect(html).not.toContain(word);
    for (const typed of ['Кризовий центр', 'провулок Тихий'])
      expect((await visitor.get(`/events?q=${typed}`)).text).toContain('нічого не знайдено');
    expect((await calendar(`/events/${id}/event.ics`))[0]!.location).toBeFalsy();
  });

  it('keeps what was read before: a moved event has the same address, the same UID and a higher SEQUENCE', async () => {
    const { id, officer } = await scenes.published();
    const [before] = await calendar(`/events/${id}/event.ics`);
    const ctx = await app.ctx(officer, BEFORE);
    await app.get(EditEvent).execute(ctx, id, await versionOf(id), { venue: 'Палац культури' });
    await app.get(MoveEvent).postpone(ctx, id, 'Карантин');
    expect((await calendar(`/events/${id}/event.ics`))[0]!.component.getFirstPropertyValue('status')).toBe('TENTATIVE');
    const startsAt = new Date('2030-06-11T07:00:00Z');
    await app
      .get(MoveEvent)
      .reschedule(ctx, id, { startsAt, endsAt: new Date('2030-06-11T13:00:00Z'), reason: 'Новий день' });
    const [after] = await calendar(`/events/${id}/event.ics`);
    expect(after!.uid).toBe(before!.uid);
    expect(after!.sequence).toBeGreaterThan(before!.sequence + 2);
    expect(after!.startDate.toJSDate()).toEqual(startsAt);
    const page = await new Visitor(app).get(`/events/${id}`);
    for (const words of ['Районна бібліотека', 'Палац культури', '14 травня 2030', '11 червня 2030', 'Карантин'])
      expect(page.text).toContain(words);
    expect(linked(page.html)).toMatchObject({
      previousStartDate: STARTS_AT.toISOString(),
      eventStatus: 'https://schema.org/EventRescheduled',
    });
    await app.get(MoveEvent).cancel(ctx, id, 'Захід утратив сенс');
    const [gone] = (await calendar('/events.ics')).filter(({ uid }) => uid === before!.uid);
    expect(gone!.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(XMLValidator.validate((await read('/events.atom')).body)).toBe(true);
  });

  it('refuses a form made of an older event, an end before the beginning, and any change of a cancelled one', async () => {
    const { id, officer } = await scenes.published();
    const ctx = await app.ctx(officer, BEFORE);
    expect(await codeOf(app.get(EditEvent).execute(ctx, id, 1, { venue: 'Інше' }))).toBe('events.changed-meanwhile');
    const endsAt = new Date(STARTS_AT.getTime() - 1);
    await expect(app.get(EditEvent).execute(ctx, id, await versionOf(id), { endsAt })).rejects.toMatchObject({
      fields: [{ field: 'endsAt', code: 'events.ends-before' }],
    });
    expect(await codeOf(app.get(EditEvent).execute(ctx, id, await versionOf(id), { contactName: null }))).toBe(
      'events.not-whole',
    );
    await app.get(MoveEvent).cancel(ctx, id, 'Немає зали');
    expect(await codeOf(app.get(EditEvent).execute(ctx, id, await versionOf(id), { venue: 'Інше' }))).toBe(
      'events.not-now',
    );
  });

  it('was held when it is over, and not before it has begun', async () => {
    const { id, officer } = await scenes.published(); // it is ahead
    expect(await codeOf(app.get(HoldEvent).execute(await app.ctx(officer, BEFORE), id))).toBe('events.not-begun');
    await app.get(MarkHeld).sweep(await app.ctx(undefined, new Date(ENDS_AT.getTime() - 1)));
    expect(await world.rows('select state from events.event where id = $1', [id])).toEqual([{ state: 'published' }]);
    await app.get(MarkHeld).sweep(await app.ctx(undefined, ENDS_AT));
    expect(await world.rows('select state, held_at is not null as held from events.event where id = $1', [id])).toEqual(
      [{ state: 'held', held: true }],
    );
  });
});
