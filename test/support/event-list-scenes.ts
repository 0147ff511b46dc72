import { EnterGuest } from '#libs/events';
import type { TestApp } from './app.js';
import { browserOf } from './commission.js';
import { BEFORE, EventScenes, type EventScene } from './event-scene.js';
import type { ListScene } from './list-check.js';
import { Visitor } from './visitor.js';
import type { World } from './world.js';

const SECRET = 'Таємниця';

/** Lists of events: two authorities, drafts, hidden addresses, who comes. */
export class EventListScenes {
  private readonly events: EventScenes;

  constructor(
    private readonly app: TestApp,
    world: World,
  ) {
    this.events = new EventScenes(app, world);
  }

  async scenes(): Promise<Record<string, ListScene>> {
    const scene = await this.events.published({ shelter: 'yes' }, 'Міська сім’я: тренінг');
    await this.events.draftOf(scene, {}, 'Чернетка лекції');
    const hidden = {
      venue: `${SECRET} місця`,
      address: `${SECRET} адреси`,
      locationVisibility: 'after-confirmation',
    } as const;
    const foreign = await this.events.published(hidden, 'Форум сусідів');
    await this.events.draftOf(foreign, {}, `${SECRET} чернетки події`);
    await this.enter(scene, 'Лук’янчук Олена');
    await this.enter(scene, 'Ткач Ірина');
    await this.enter(foreign, `${SECRET} гостя`);
    const officer = await browserOf(this.app, scene.officer);
    return {
      'public-events': {
        ...{ path: '/events', visitor: new Visitor(this.app), count: 2 },
        ...{ search: { typed: 'мiська сiм`я', count: 1 } },
        secrets: [`${SECRET} місця`, `${SECRET} адреси`, `${SECRET} чернетки події`, 'Чернетка лекції'],
      },
      'organiser-events': {
        ...{ path: '/organiser/events', visitor: officer, count: 2 },
        ...{ search: { typed: 'мiська сiм`я', count: 1 }, secrets: ['Форум сусідів', `${SECRET} чернетки події`] },
      },
      'event-guests': {
        ...{ path: `/organiser/events/${scene.id}/people`, visitor: officer, count: 2 },
        ...{ search: { typed: "лук'янчук", count: 1 }, secrets: [`${SECRET} гостя`, `${SECRET} потреби`] },
      },
    };
  }

  private async enter(scene: EventScene, fullName: string): Promise<void> {
    await this.app.get(EnterGuest).execute(await this.app.ctx(scene.officer, BEFORE), scene.id, {
      ...{ fullName, email: null, phone: '0501112233', organisation: null, position: null, seats: 1, names: null },
      ...{ question: null, accessNeeds: `${SECRET} потреби`, isReserved: false },
      ...{ asMedia: false, mayPublishName: false, mayPhotograph: false },
    });
  }
}
