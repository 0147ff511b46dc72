import { EnterGuest, OwnRegistration, RegisterGuest, type EventContent, type Guest } from '#libs/events';
import { VISITOR } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { registrationToken } from '../../libs/events/src/model/registration-token.js';
import type { TestApp } from './app.js';
import { BEFORE, EventScenes, type EventScene } from './event-scene.js';
import type { World } from './world.js';

export interface GuestRow {
  id: string;
  name: string;
  email: string | null;
  state: string;
  seq: number;
}

type Asking = Guest & { email: string };

/** Somebody who registers; the name is the mailbox too. */
export const guest = (name: string, values: Partial<Guest> = {}): Asking => ({
  ...{ fullName: name, email: `${name.toLowerCase()}@guest.example`, phone: null, organisation: null, position: null },
  ...{ seats: 1, names: null, question: null, accessNeeds: null },
  ...{ asMedia: false, mayPublishName: false, mayPhotograph: false },
  ...(values as { email?: string }),
});

/** Who registered for an event, in the order in which they came. */
export const guestRows = (world: World, eventId: string): Promise<GuestRow[]> =>
  world.rows<GuestRow>(
    'select id, full_name as name, email, state, seq from events.registration where event_id = $1 order by seq, id',
    [eventId],
  );

/** Letters to an address, in their order. */
export const lettersTo = (world: World, email: string) =>
  world.rows<{ template: string; subject: string; body: string }>(
    'select template, subject, body from notifications.message where to_address = $1 order by id',
    [email],
  );

/** People who register for events of the scenes. */
export class EventGuests {
  private readonly scenes: EventScenes;
  private addresses = 0;

  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {
    this.scenes = new EventScenes(app, world);
  }

  at(when: Date | string) {
    return this.app.ctx(VISITOR, new Date(when));
  }

  tokenOf(id: string): string {
    return registrationToken(id, this.app.get(Config).sessionSecret);
  }

  training(content: Partial<EventContent> = {}): Promise<EventScene> {
    return this.scenes.published({ capacity: 25, waitlist: 'auto', cutoffHours: 24, ...content });
  }

  /** Two places, and three people in the queue. */
  async full(content: Partial<EventContent> = {}): Promise<{ scene: EventScene; ids: string[] }> {
    const scene = await this.training({ capacity: 2, ...content });
    const ids = [];
    for (const name of ['Перша', 'Друга', 'Черга1', 'Черга2', 'Черга3'])
      ids.push(await this.comes(scene, guest(name + scene.id.slice(-6))));
    return { scene, ids };
  }

  /** Registers, and has not yet said yes by the letter; every time from another computer. */
  async asked(scene: EventScene, one: Asking, when: Date | string = BEFORE): Promise<string> {
    const from = `198.51.100.${(this.addresses += 1) % 250}`;
    await this.app.get(RegisterGuest).execute(await this.at(when), scene.id, one, from);
    const [row] = await this.world.rows<{ id: string }>(
      'select id from events.registration where event_id = $1 and email = $2 order by asked_at desc, id desc limit 1',
      [scene.id, one.email.toLowerCase()],
    );
    return row!.id;
  }

  async comes(scene: EventScene, one: Asking, when: Date | string = BEFORE): Promise<string> {
    const id = await this.asked(scene, one, when);
    await this.app.get(OwnRegistration).prove(await this.at(when), this.tokenOf(id));
    return id;
  }

  /** By the operator, on the phone. */
  async entered(scene: EventScene, name: string, values: Partial<Guest> & { isReserved?: boolean } = {}) {
    return this.app.get(EnterGuest).execute(await this.app.ctx(scene.officer, BEFORE), scene.id, {
      ...{ ...guest(name), email: null, phone: '050', isReserved: false, ...values },
    });
  }

  of(eventId: string): Promise<GuestRow[]> {
    return guestRows(this.world, eventId);
  }

  letters(email: string) {
    return lettersTo(this.world, email);
  }
}
