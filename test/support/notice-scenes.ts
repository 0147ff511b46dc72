import type { Actor } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import type { TestApp } from './app.js';
import { browserOf } from './commission.js';
import type { ListScene } from './list-check.js';
import type { World } from './world.js';

type Person = Actor & { personId: string };

/** Begins what nobody who looks may see. */
const SECRET = 'Таємниця';

/** Lists of notices, calls and letters. */
export class NoticeScenes {
  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  /** What an applicant was told, and what the officer has to phone about: all of it has a twin at the neighbour. */
  async scenes(): Promise<Record<string, ListScene>> {
    const { id: organiserId } = await this.world.organiser();
    const { id: neighbourId } = await this.world.organiser();
    const staff = { role: 'officer', scopeKind: 'organiser' as const, scopeId: organiserId };
    const officer = await browserOf(this.app, (await this.world.person([staff])) as Person);
    const reader = (await this.world.person()) as Person;
    const other = await this.world.person();
    for (const subject of ['Рішення про сім’ю', 'Рішення про бібліотеку']) {
      const name = `Організація «${subject}»`;
      await this.refusedNotice(organiserId, { subject, to_person_id: reader.personId }, { name });
    }
    const read = { subject: 'Прочитане', kind: 'work', opened_at: new Date('2020-11-12T10:00:00Z'), state: 'sent' };
    await this.message({ ...read, organiser_id: organiserId, to_person_id: reader.personId });
    const secret = `${SECRET} повідомлення`;
    await this.refusedNotice(neighbourId, { subject: secret, to_person_id: other.personId }, { name: secret });
    await this.message({ subject: secret, to_person_id: reader.personId, holds_secret: true, state: 'sent' });
    const scene = { search: { typed: 'рiшення сiм`ю', count: 1 }, secrets: [secret] };
    return {
      notices: { ...scene, path: '/notices', visitor: await browserOf(this.app, reader), count: 3 },
      calls: { ...scene, path: '/organiser/calls', visitor: officer, count: 2 },
      letters: { ...scene, path: '/organiser/letters', visitor: officer, count: 3 },
    };
  }

  private async refusedNotice(organiserId: string, message: Record<string, unknown>, card: Record<string, unknown>) {
    const id = newId();
    await this.world.insert('notifications.clock', {
      id,
      organiser_id: organiserId,
      organisation_id: (await this.world.organisation(card)).id,
      about_id: newId(),
      template: 'applications.admissionRefused',
      cause: id,
      queued_at: new Date('2020-11-12T10:00:00Z'),
      call_due_at: new Date('2020-11-15T22:00:00Z'),
    });
    const refused = { state: 'refused', refused_at: new Date('2020-11-12T10:00:05Z'), kind: 'decision' };
    await this.message({ ...refused, ...message, organiser_id: organiserId, clock_id: id });
  }

  private async message(values: Record<string, unknown>): Promise<void> {
    const id = newId();
    await this.world.insert('notifications.message', {
      ...{ id, to_address: `${id}@people.example`, language: 'uk', template: 'applications.admissionRefused' },
      ...{ body: 'Текст', message_id: `<${id}@test>`, state: 'queued', queued_at: new Date('2020-11-12T10:00:00Z') },
      ...values,
    });
  }
}
