import {
  CreateEvent,
  EditEvent,
  eventById,
  LeaveRegistration,
  PublishEvent,
  RegisterGuest,
  WriteSlots,
  type EventContent,
} from '#libs/events';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf } from '../support/commission.js';
import { EventGuests, guest, guestRows, lettersTo } from '../support/event-guests.js';
import { BEFORE, EventScenes, STARTS_AT, type EventScene } from '../support/event-scene.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scenes: EventScenes;
let guests: EventGuests;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = new EventScenes(app, world);
  guests = new EventGuests(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const slotIds = (id: string) =>
  world.rows<{ id: string; host: string }>(
    'select id, host from events.slot where event_id = $1 order by host, starts_at',
    [id],
  );
const seatsOf = (id: string) =>
  world.rows(
    `select s.host, rs.seats from events.registration_slot rs join events.slot s on s.id = rs.slot_id
      where s.event_id = $1 order by s.host, s.starts_at`,
    [id],
  );

describe('an open day', () => {
  it('scenario 2.10: three offices, one day – without steps only two of them, 14 pupils are 12 + 2, never an overbooked slot', async () => {
    const scene = await scenes.draft({ waitlist: 'off' });
    const ctx = await app.ctx(scene.officer, BEFORE);
    const id = await app
      .get(CreateEvent)
      .execute(ctx, { ...scene, kind: 'open-day', title: 'Три установи', measureId: null });
    const event = await eventById(app.db, scene.id);
    const { startsAt, endsAt, summary, settlement, venue, address, contactName, contactPhone } = event;
    const content = {
      startsAt,
      endsAt,
      summary,
      settlement,
      venue,
      address,
      contactName,
      contactPhone,
      registration: 'open',
    } as const;
    await app.get(EditEvent).execute(ctx, id, 1, content);
    const hours = {
      title: null,
      place: null,
      guide: null,
      note: null,
      minutes: 60,
      count: 4,
      capacity: 12,
      startsAt: startsAt!,
    };
    for (const [host, stepFree] of [
      ['Архів', 'yes'],
      ['Музей', 'yes'],
      ['ЦНАП', 'no'],
    ] as const)
      await app.get(WriteSlots).add(ctx, id, { ...hours, host, stepFree, shelter: 'unknown' });
    await app.get(PublishEvent).execute(ctx, id);
    const visitor = new Visitor(app, '198.51.100.44');
    const all = await visitor.get(`/events/${id}`);
    const free = await visitor.get(`/events/${id}?access=step-free`);
    expect([all.text.includes('ЦНАП'), free.text.includes('ЦНАП'), free.text.includes('Архів')]).toEqual([
      true,
      false,
      true,
    ]);
    const [first] = await slotIds(id);
    const path = `/events/${id}/registration`;
    expect((await visitor.get(`${path}?slot=${first!.id}`)).html).toContain(`value="${first!.id}" checked`);
    const fields = { fullName: 'Вчителька', email: 'school@guest.example', seats: '14', consent: 'yes' };
    expect((await visitor.post(path, fields)).text).toContain('Оберіть час');
    const proposed = await visitor.post(path, { ...fields, slots: first!.id });
    expect([proposed.status, proposed.text.includes('12 + 2')]).toEqual([422, true]);
    expect((await visitor.post(path, { ...fields, slots: first!.id, maySplit: 'yes' })).location).toBe(
      `${path}?done=asked`,
    );
    expect(await seatsOf(id)).toEqual([
      { host: 'Архів', seats: 12 },
      { host: 'Архів', seats: 2 },
    ]);
    const officer = await browserOf(app, scene.officer);
    expect((await officer.get(`/organiser/events/${id}/slots`)).text).toContain('ЦНАП');
  });
});

describe('places of a slot', () => {
  /** One slot with one place, where the organiser approves or a queue waits. */
  const oneSlot = async (content: Partial<EventContent>) => {
    const scene = await scenes.published({ ...content });
    const ctx = await app.ctx(scene.officer, BEFORE);
    await app.get(WriteSlots).add(ctx, scene.id, {
      ...{ host: 'Архів', title: null, place: 'Кабінет 12', guide: null, note: 'Паспорт для пропуску' },
      ...{ startsAt: STARTS_AT, minutes: 60, count: 1, capacity: 1, stepFree: 'yes', shelter: 'yes' },
    });
    return { scene, ctx, slotIds: (await slotIds(scene.id)).map(({ id }) => id) };
  };
  const comes = (scene: EventScene, name: string, ids: readonly string[]) =>
    guests.comes(scene, { ...guest(`${name}${scene.id.slice(-6)}`), slotIds: ids } as ReturnType<typeof guest>);
  const states = async (scene: EventScene) => (await guestRows(world, scene.id)).map(({ state }) => state);

  it('are not approved twice: the second request waits, and the officer learns why', async () => {
    const { scene, slotIds: ids } = await oneSlot({ registration: 'approval' });
    const [first, second] = [await comes(scene, 'Перша', ids), await comes(scene, 'Друга', ids)];
    const officer = await browserOf(app, scene.officer);
    const people = `/organiser/events/${scene.id}/people`;
    await officer.get(`${people}/${first}`);
    await officer.post(`${people}/${first}/approval`, {});
    const refused = await officer.post(`${people}/${second}/approval`, {});
    expect([refused.status, await states(scene)]).toEqual([422, ['confirmed', 'pending']]);
    expect(refused.text).toContain('немає стільки місць');
  });

  it('are not given by the queue where they are held already, and are as soon as they come free', async () => {
    const { scene, ctx, slotIds: ids } = await oneSlot({ capacity: 2, waitlist: 'auto', cutoffHours: 0 });
    await world.rows('update events.slot set capacity = 3 where event_id = $1', [scene.id]);
    const held = await comes(scene, 'Перша', ids);
    for (const name of ['Друга', 'Чекає']) await comes(scene, name, ids);
    await world.rows('update events.slot set capacity = 2 where event_id = $1', [scene.id]);
    expect(await states(scene)).toEqual(['confirmed', 'confirmed', 'waitlisted']);
    // A place of the event comes free, the one of the slot does not.
    const version = (await eventById(app.db, scene.id)).version;
    await app.get(EditEvent).execute(ctx, scene.id, version, { capacity: 3 });
    expect(await states(scene)).toEqual(['confirmed', 'confirmed', 'waitlisted']);
    await app.get(LeaveRegistration).execute(ctx, held);
    expect(await states(scene)).toEqual(['withdrawn', 'confirmed', 'confirmed']);
  });

  it('are shown to whoever chose them, in the letter too, and to the officer; where they are hidden, to those inside only', async () => {
    const { scene, slotIds: ids } = await oneSlot({
      locationVisibility: 'after-confirmation',
      registration: 'approval',
    });
    const id = await comes(scene, 'Ганна', ids);
    const visitor = new Visitor(app);
    const own = `/e/${guests.tokenOf(id)}`;
    const asked = [(await visitor.get(`/events/${scene.id}`)).html, (await visitor.get(own)).html].join();
    expect(asked).toContain('Архів');
    for (const secret of ['Кабінет 12', 'Паспорт для пропуску']) expect(asked).not.toContain(secret);
    const officer = await browserOf(app, scene.officer);
    const page = `/organiser/events/${scene.id}/people/${id}`;
    expect((await officer.get(page)).text).toMatch(/Обраний час.*Архів.*Кабінет 12/);
    expect((await officer.get(`/organiser/events/${scene.id}/people`)).text).toContain('14.05 10:00 Архів');
    await officer.post(`${page}/approval`, {});
    expect((await visitor.get(own)).text).toMatch(/Ваш час.*Архів.*Кабінет 12/);
    const letter = (await lettersTo(world, `ганна${scene.id.slice(-6)}@guest.example`)).at(-1)!;
    expect(letter.body).toContain('Архів, Кабінет 12, Паспорт для пропуску (місць: 1)');
  });
});

describe('a day with a fallback', () => {
  it('scenario 2.13: moved online, it keeps its address and UID, and those registered get the link', async () => {
    const scene = await scenes.published({ capacity: 300 }, 'День громадянського суспільства');
    const person = { fullName: 'Ірина', email: scene.officer.email, phone: null, organisation: null, position: null };
    const rest = {
      seats: 1,
      names: null,
      question: null,
      accessNeeds: null,
      asMedia: false,
      mayPublishName: false,
      mayPhotograph: false,
    };
    await app
      .get(RegisterGuest)
      .execute(await app.ctx(scene.officer, BEFORE), scene.id, { ...person, ...rest }, '198.51.100.45');
    expect((await guestRows(world, scene.id)).map(({ state }) => state)).toEqual(['confirmed']);
    const before = (await app.http.inject({ url: `/events/${scene.id}/event.ics` })).body;
    const { version } = await eventById(app.db, scene.id);
    const online = { format: 'online', onlineUrl: 'https://meet.example/day' } as const;
    await app.get(EditEvent).execute(await app.ctx(scene.officer, BEFORE), scene.id, version, online);
    const after = (await app.http.inject({ url: `/events/${scene.id}/event.ics` })).body;
    const valueOf = (ics: string, name: string) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(ics)![1]!;
    expect(valueOf(after, 'UID')).toBe(valueOf(before, 'UID'));
    expect(Number(valueOf(after, 'SEQUENCE'))).toBeGreaterThan(Number(valueOf(before, 'SEQUENCE')));
    await app.drain(['mail']);
    const page = await new Visitor(app).get(`/events/${scene.id}`);
    expect(page.text).toMatch(/Формат: було Очно → тепер Онлайн/);
    expect(page.html).not.toContain('meet.example');
    expect((await lettersTo(world, scene.officer.email)).at(-1)!.body).toContain('https://meet.example/day');
  });
});
