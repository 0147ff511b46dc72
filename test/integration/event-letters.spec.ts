import { EditEvent, eventById, LeaveRegistration, MoveEvent } from '#libs/events';
import { ForgetAsked } from '../../libs/events/src/jobs/forget-asked.sweep.js';
import { RemindGuests } from '../../libs/events/src/jobs/remind-guests.sweep.js';
import { startApp, type TestApp } from '../support/app.js';
import { EventGuests, guest } from '../support/event-guests.js';
import { BEFORE } from '../support/event-scene.js';
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

describe('letters to those who come', () => {
  it('tell old and new in words when it moves, to those inside only where it is hidden', async () => {
    const { scene } = await guests.full({ locationVisibility: 'after-confirmation' });
    const ctx = await app.ctx(scene.officer, BEFORE);
    const [{ version }] = (await world.rows<{ version: number }>('select version from events.event where id = $1', [
      scene.id,
    ])) as [{ version: number }];
    await app.get(EditEvent).execute(ctx, scene.id, version, { venue: 'Палац культури' });
    await app.get(MoveEvent).cancel(ctx, scene.id, 'Заборона зібрань');
    await app.drain(['mail']);
    const rows = await guests.of(scene.id);
    const [inside, waiting] = [await guests.letters(rows[0]!.email!), await guests.letters(rows[3]!.email!)];
    expect(inside.map(named).slice(-2)).toEqual(['events.changed', 'events.changed']);
    expect(inside.at(-2)!.body).toContain('Районна бібліотека → Палац культури');
    expect(inside.at(-1)!.body).toContain('Заборона зібрань');
    expect(waiting.map(({ body }) => body).join()).not.toContain('Палац культури');
  });

  it('tell of an edit while it is postponed, and go out in parts, each to everybody once', async () => {
    const scene = await guests.training({ capacity: 500 });
    const ctx = await app.ctx(scene.officer, BEFORE);
    await world.rows(
      `insert into events.registration (id, event_id, state, seq, channel, entered_by, language, full_name, email,
              consented_at, code, asked_at, placed_at)
       select gen_random_uuid(), $1, 'confirmed', n, 'phone', $2, 'uk', 'Гість ' || n, 'many-' || n || '@guest.example', $3, 'C' || n, $3, $3
         from generate_series(1, 205) n`,
      [scene.id, scene.officer.personId, BEFORE],
    );
    await app.get(MoveEvent).postpone(ctx, scene.id, 'Карантин');
    const { version } = await eventById(app.db, scene.id);
    await app.get(EditEvent).execute(ctx, scene.id, version, { venue: 'Палац культури' });
    const told = () =>
      world.rows<{ to: string }>(
        `select to_address as "to" from notifications.message
          where template = 'events.changed' and to_address like 'many-%' and body like '%→ Палац культури%'`,
      );
    expect(await told()).toEqual([]);
    await app.drain(['mail']);
    expect(new Set((await told()).map(({ to }) => to)).size).toBe(205);
    expect(await told()).toHaveLength(205);
  });

  it('do not tell a place that was hidden when it is hidden no more', async () => {
    const { scene } = await guests.full({ locationVisibility: 'after-confirmation' });
    const ctx = await app.ctx(scene.officer, BEFORE);
    const { version } = await eventById(app.db, scene.id);
    const open = { venue: 'Палац культури', locationVisibility: 'public' } as const;
    await app.get(EditEvent).execute(ctx, scene.id, version, open);
    await app.drain(['mail']);
    const page = (await new Visitor(app).get(`/events/${scene.id}`)).text;
    expect([page.includes('Палац культури'), page.includes('Районна бібліотека')]).toEqual([true, false]);
    const waiting = (await guests.of(scene.id))[3]!;
    expect((await guests.letters(waiting.email!)).at(-1)!.body).not.toContain('Районна бібліотека');
  });

  it('remind two days and three hours before, once, and not whoever has just registered', async () => {
    const scene = await guests.training();
    await guests.comes(scene, guest('early'));
    const sweep = app.get(RemindGuests);
    const pass = async (when: string) => sweep.sweep(await app.ctx(undefined, new Date(when)));
    await pass('2030-05-12T06:59:00Z');
    await pass('2030-05-12T07:00:00Z');
    await pass('2030-05-12T08:00:00Z');
    await guests.comes(scene, guest('tardy'), '2030-05-13T09:00:00Z');
    await pass('2030-05-13T10:00:00Z');
    await pass('2030-05-14T04:00:00Z');
    await pass('2030-05-14T04:30:00Z');
    const reminders = async (name: string) =>
      (await guests.letters(`${name}@guest.example`))
        .filter(({ template }) => template === 'events.reminder')
        .map(({ subject }) => subject.split(':')[0]);
    expect(await reminders('early')).toEqual(['Нагадуємо, за дві доби', 'Нагадуємо, за три години']);
    expect(await reminders('tardy')).toEqual(['Нагадуємо, за три години']);
  });

  it('are forgotten with the address that never said yes', async () => {
    const scene = await guests.training();
    await guests.asked(scene, guest('nobody'));
    await app.get(ForgetAsked).sweep(await app.ctx(undefined, new Date(BEFORE.getTime() + 3 * 86_400_000)));
    expect(await guests.of(scene.id)).toEqual([]);
  });

  it('let the officer take out somebody who called, and the queue moves', async () => {
    const { scene, ids } = await guests.full();
    await app.get(LeaveRegistration).execute(await app.ctx(scene.officer, BEFORE), ids[0]!);
    expect((await guests.of(scene.id))[2]!.state).toBe('confirmed');
  });
});
