import { CreateEvent, EditEvent, PublishEvent, type EventContent } from '#libs/events';
import type { Actor } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import type { TestApp } from './app.js';
import type { World } from './world.js';

export interface EventScene {
  id: string;
  organiserId: string;
  officer: Actor & { personId: string };
}

/** Ten days before the event of every scene, which is ahead of the clock of the portal too. */
export const BEFORE = new Date('2030-05-04T09:00:00Z');
export const STARTS_AT = new Date('2030-05-14T07:00:00Z');
export const ENDS_AT = new Date('2030-05-14T13:00:00Z');

const CONTENT: Partial<EventContent> = {
  summary: 'Вчимося читати відповіді влади й писати пропозиції. Для тих, хто робить це вперше.',
  startsAt: STARTS_AT,
  endsAt: ENDS_AT,
  settlement: 'Старобільськ',
  venue: 'Районна бібліотека',
  address: 'вул. Центральна, 12',
  contactName: 'Олена Кравець',
  contactPhone: '+380 64 520 00 00',
  registration: 'open',
  bring: 'Ноутбук',
};

/** Events made by the use cases, at the time of the scene. */
export class EventScenes {
  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  async draft(content: Partial<EventContent> = {}, title = 'Громадська експертиза: практикум'): Promise<EventScene> {
    const { id: organiserId } = await this.world.organiser();
    const officer = await this.world.person([{ role: 'officer', scopeKind: 'organiser', scopeId: organiserId }]);
    return this.draftOf({ organiserId, officer }, content, title);
  }

  async draftOf(
    { organiserId, officer }: Omit<EventScene, 'id'>,
    content: Partial<EventContent> = {},
    title = 'Громадська експертиза: практикум',
  ): Promise<EventScene> {
    const ctx = await this.app.ctx(officer, BEFORE);
    const id = await this.app
      .get(CreateEvent)
      .execute(ctx, { organiserId, kind: 'training', title, measureId: content.measureId ?? null });
    await this.app.get(EditEvent).execute(ctx, id, 1, { ...CONTENT, ...content });
    return { id, organiserId, officer };
  }

  async published(content: Partial<EventContent> = {}, title?: string): Promise<EventScene> {
    const scene = await this.draft(content, title);
    await this.app.get(PublishEvent).execute(await this.app.ctx(scene.officer, BEFORE), scene.id);
    return scene;
  }

  /** A measure of the plan of this authority. */
  async measure(organiserId: string, number = '1.2'): Promise<{ id: string; slug: string }> {
    const [planId, directionId, id] = [newId(), newId(), newId()];
    const slug = `plan-${planId}`;
    await this.world.insert('measures.plan', {
      ...{ id: planId, organiser_id: organiserId, organiser_slug: slug, organiser_name: 'Департамент', year: 2020 },
      ...{ title: 'План заходів', approved_by_position: 'Голова', approved_by_name: 'С. Гайдай' },
      ...{ approved_on: '2019-12-20', signed_by_position: 'Директор', signed_by_name: 'О. Прізвище' },
      ...{ source_sha256: '0'.repeat(64), imported_at: BEFORE },
    });
    await this.world.insert('measures.direction', { id: directionId, plan_id: planId, number: 1, title: 'Напрям' });
    await this.world.insert('measures.measure', {
      ...{ id, plan_id: planId, direction_id: directionId, number, position: 1, title: 'Навчання' },
      ...{ deadline_text: 'IV квартал', deadline: JSON.stringify({ kind: 'quarter', quarter: 4 }) },
    });
    return { id, slug };
  }
}
