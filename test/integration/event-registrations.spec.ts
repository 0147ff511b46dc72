import { EditEvent, OwnRegistration, RegisterGuest, type EventContent, type Guest } from '#libs/events';
import { LapseOffers } from '../../libs/events/src/jobs/lapse-offers.sweep.js';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf } from '../support/commission.js';
import { EventGuests, guest, type GuestRow as Row } from '../support/event-guests.js';
import { BEFORE } from '../support/event-scene.js';
import { codeOf } from '../support/proposals.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let guests: EventGuests;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  guests = new EventGuests(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const named = (letter: { template: string }) => letter.template;

describe('places of an event', () => {
  it('200 parallel registrations for 25 places: exactly 25 are confirmed, and the order of the queue is kept', async () => {
    const scene = await guests.training();
    const ids = [];
    for (let n = 0; n < 200; n += 1) ids.push(await guests.asked(scene, guest(`p${n}`)));
    await Promise.all(
      ids.map(async (id) => app.get(OwnRegistration).prove(await guests.at(BEFORE), guests.tokenOf(id))),
    );
    const rows = await guests.of(scene.id);
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    expect(rows.slice(0, 25).every(({ state }) => state === 'confirmed')).toBe(true);
    expect(rows.slice(25).every(({ state }) => state === 'waitlisted')).toBe(true);
  }, 120_000);

  it('scenario 2.3: place freed at night – the first in the queue is confirmed at once, the others move up and are shown to nobody', async () => {
    const { scene, ids } = await guests.full();
    expect((await guests.of(scene.id)).map(({ state }) => state)).toEqual([
      ...['confirmed', 'confirmed', 'waitlisted', 'waitlisted', 'waitlisted'],
    ]);
    await app.get(OwnRegistration).withdraw(await guests.at('2030-05-12T20:10:00Z'), guests.tokenOf(ids[1]!));
    const rows = await guests.of(scene.id);
    expect(rows.map(({ state }) => state)).toEqual(['confirmed', 'withdrawn', 'confirmed', 'waitlisted', 'waitlisted']);
    const [, , promoted] = await guests.letters(rows[2]!.email!);
    expect(promoted!.template).toBe('events.promoted');
    for (const words of ['14 травня 2030', 'Районна бібліотека', 'Ноутбук', '/event.ics', '/e/'])
      expect(promoted!.body).toContain(words);
    const own = (id: string) => new Visitor(app).get(`/e/${guests.tokenOf(id)}`);
    expect((await own(ids[3]!)).text).toContain('Ви 1-й у черзі');
    expect((await own(ids[4]!)).text).toContain('Ви 2-й у черзі');
    expect((await new Visitor(app).get(`/events/${scene.id}`)).html).not.toContain('Черга');
  });

  it('scenario 2.3: a place freed inside the cut-off is offered for twelve hours, and goes on when nobody answers', async () => {
    const { scene, ids } = await guests.full();
    await app.get(OwnRegistration).withdraw(await guests.at('2030-05-13T12:00:00Z'), guests.tokenOf(ids[0]!));
    expect((await guests.of(scene.id)).map(({ state }) => state).slice(2)).toEqual([
      'offered',
      'waitlisted',
      'waitlisted',
    ]);
    const [offer] = (await guests.letters((await guests.of(scene.id))[2]!.email!)).slice(-1);
    expect(offer!.subject).toContain('14 травня 2030');
    const sweep = app.get(LapseOffers);
    expect(await sweep.nextDueAt(app.db, new Date('2030-05-13T12:00:00Z'))).toEqual(new Date('2030-05-14T00:00:00Z'));
    await sweep.sweep(await app.ctx(undefined, new Date('2030-05-14T00:00:00Z')));
    expect((await guests.of(scene.id)).map(({ state }) => state).slice(2)).toEqual(['lapsed', 'offered', 'waitlisted']);
    expect(
      await codeOf(app.get(OwnRegistration).accept(await guests.at('2030-05-14T00:01:00Z'), guests.tokenOf(ids[2]!))),
    ).toBe('events.not-now');
    await app.get(OwnRegistration).accept(await guests.at('2030-05-14T00:01:00Z'), guests.tokenOf(ids[3]!));
    expect((await guests.of(scene.id)).map(({ state }) => state).slice(2)).toEqual([
      'lapsed',
      'confirmed',
      'waitlisted',
    ]);
  });

  it('are reserved for the organiser, held for groups, and never fewer than are held', async () => {
    const scene = await guests.training({ capacity: 10, reservedSeats: 2 });
    await guests.comes(scene, guest('school', { seats: 8, names: 'Учні' }));
    await guests.comes(scene, guest('late'));
    expect((await guests.of(scene.id)).map(({ state }) => state)).toEqual(['confirmed', 'waitlisted']);
    expect((await guests.entered(scene, 'Гість', { isReserved: true })).state).toBe('confirmed');
    expect(await codeOf(guests.entered(scene, 'Двоє', { isReserved: true, seats: 2 }))).toBe('events.reserve-used');
    const [{ version }] = (await world.rows<{ version: number }>('select version from events.event where id = $1', [
      scene.id,
    ])) as [{ version: number }];
    const edit = async (content: Partial<EventContent>) =>
      app.get(EditEvent).execute(await app.ctx(scene.officer, BEFORE), scene.id, version, content);
    await expect(edit({ capacity: 9 })).rejects.toMatchObject({
      fields: [{ field: 'capacity', code: 'events.seats-held' }],
    });
    await expect(edit({ reservedSeats: 0 })).rejects.toMatchObject({ fields: [{ field: 'reservedSeats' }] });
    await edit({ capacity: 11 });
    expect((await guests.of(scene.id)).find(({ email }) => email === 'late@guest.example')!.state).toBe('confirmed');
  });
});

describe('registering without an account', () => {
  it('takes a place only after the owner of the address says yes, once for one address, and tells nobody who is registered', async () => {
    const scene = await guests.training({
      locationVisibility: 'after-confirmation',
      format: 'hybrid',
      onlineUrl: 'https://meet.example/x',
    });
    const visitor = new Visitor(app, '198.51.100.99');
    const path = `/events/${scene.id}/registration`;
    await visitor.get(path);
    const failed = await visitor.post(path, { fullName: 'Марта', email: 'ні', seats: '1' });
    expect([failed.status, failed.html.includes('value="Марта"'), failed.text.includes('Без згоди')]).toEqual([
      422,
      true,
      true,
    ]);
    const fields = {
      fullName: 'Марта',
      email: 'marta@guest.example',
      seats: '1',
      consent: 'yes',
      accessNeeds: 'Таємна потреба',
    };
    expect((await visitor.post(path, fields)).location).toBe(`${path}?done=asked`);
    expect((await guests.of(scene.id)).map(({ state }) => state)).toEqual(['asked']);
    const [letter] = await guests.letters('marta@guest.example');
    expect(letter!.body).not.toContain('Районна бібліотека');
    const link = /https?:\/\/[^/]+(\/e\/\S+)/.exec(letter!.body)![1]!;
    expect((await visitor.get(link)).text).toContain('Підтвердити участь');
    expect((await guests.of(scene.id))[0]!.state).toBe('asked');
    expect((await visitor.post(`${link}/confirmation`, {})).location).toBe(`${link}?done=confirmation`);
    const own = await visitor.get(link);
    for (const words of ['Районна бібліотека', 'meet.example', 'Ваш код']) expect(own.text).toContain(words);
    expect((await app.http.inject({ url: `${link}/event.ics` })).body).toContain('meet.example');
    expect((await visitor.post(path, fields)).location).toBe(`${path}?done=asked`);
    expect((await guests.letters('marta@guest.example')).map(named)).toEqual([
      ...['events.confirm-address', 'events.confirmed', 'events.already'],
    ]);
    expect(await guests.of(scene.id)).toHaveLength(1);
    expect(
      (await visitor.get('/e/00000000-0000-7000-8000-000000000000.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')).status,
    ).toBe(404);

    const officer = await browserOf(app, scene.officer);
    const people = await officer.get(`/organiser/events/${scene.id}/people`);
    expect(people.text).toContain('Марта');
    const list = people.html + (await app.http.inject({ url: `/organiser/events/${scene.id}/people?as=csv` })).body;
    expect(list).not.toContain('Таємна потреба');
    const [{ id }] = (await guests.of(scene.id)) as [Row];
    expect((await officer.get(`/organiser/events/${scene.id}/people/${id}`)).text).toContain('Таємна потреба');
    const director = await world.person([{ role: 'director', scopeKind: 'organiser', scopeId: scene.organiserId }]);
    expect(
      (await (await browserOf(app, director)).get(`/organiser/events/${scene.id}/people/${id}`)).html,
    ).not.toContain('Таємна потреба');

    expect((await visitor.post(link, { fullName: 'Марта Нова', organisation: 'ГО «Лан»' })).location).toBe(
      `${link}?done=saved`,
    );
    await visitor.post(`${link}/withdrawal`, {});
    expect((await guests.of(scene.id))[0]).toMatchObject({ name: 'Марта Нова', state: 'withdrawn' });
  });

  it('is placed at once by the operator, with the consent that was read aloud', async () => {
    const scene = await guests.training();
    const officer = await browserOf(app, scene.officer);
    const path = `/organiser/events/${scene.id}/people/new`;
    await officer.get(path);
    expect((await officer.post(path, { fullName: 'Пані Галина', phone: '0501112233', seats: '1' })).status).toBe(422);
    expect((await officer.post(path, { fullName: 'Пані Галина', seats: '1', consent: 'yes' })).text).toContain(
      'Запишіть телефон',
    );
    const done = await officer.post(path, { fullName: 'Пані Галина', phone: '0501112233', seats: '1', consent: 'yes' });
    expect(done.location).toBe(`${path}?done=confirmed`);
    expect(await guests.of(scene.id)).toMatchObject([{ name: 'Пані Галина', state: 'confirmed', email: null }]);
  });

  it('is told at the field when the same address is written down twice', async () => {
    const scene = await guests.training();
    await guests.entered(scene, 'Перша', { email: 'twice@guest.example' } as Partial<Guest>);
    const officer = await browserOf(app, scene.officer);
    const path = `/organiser/events/${scene.id}/people/new`;
    const fields = { fullName: 'Та сама', email: 'twice@guest.example', seats: '1', consent: 'yes' };
    await officer.get(path);
    const again = await officer.post(path, fields);
    expect(again.status).toBe(422);
    expect(again.html).toContain('href="#email"');
  });

  it('waits for the organiser where they approve: that is neither a place nor the queue', async () => {
    const scene = await guests.training({ registration: 'approval', waitlist: 'off' });
    const [yes, no] = [await guests.comes(scene, guest('tak')), await guests.comes(scene, guest('ni'))];
    expect((await guests.letters('tak@guest.example')).map(named)).toEqual([
      'events.confirm-address',
      'events.pending',
    ]);
    const officer = await browserOf(app, scene.officer);
    const page = (id: string) => `/organiser/events/${scene.id}/people/${id}`;
    await officer.get(page(yes));
    await officer.post(`${page(yes)}/approval`, {});
    expect((await officer.post(`${page(no)}/rejection`, { reason: '' })).status).toBe(422);
    await officer.post(`${page(no)}/rejection`, { reason: 'Лише для бухгалтерів' });
    expect((await guests.of(scene.id)).map(({ state }) => state)).toEqual(['confirmed', 'rejected']);
    expect((await guests.letters('ni@guest.example')).at(-1)!.body).toContain('Лише для бухгалтерів');
  });

  it('is closed when the time is over, when there is no place and no queue, and to a flood', async () => {
    const scene = await guests.training({
      capacity: 1,
      waitlist: 'off',
      registrationClosesAt: new Date('2030-05-10T00:00:00Z'),
    });
    await guests.comes(scene, guest('first'));
    expect(await codeOf(guests.asked(scene, guest('second')))).toBe('events.full');
    expect(await codeOf(guests.asked(scene, guest('third'), '2030-05-11T00:00:00Z'))).toBe('events.registration-over');
    const other = await guests.training();
    const again = async () =>
      app.get(RegisterGuest).execute(await guests.at(BEFORE), other.id, guest('flood'), '203.0.113.9');
    for (let n = 0; n < 10; n += 1) await again();
    expect(await codeOf(again())).toBe('identity.too-many-attempts');
  });
});
