import { Notices } from '#libs/notifications';
import type { TestApp } from './app.js';
import type { World } from './world.js';

/** Letters about a session: real work that reaches outside, one delivery each. */
export async function queueLetters(app: TestApp, world: World, count: number): Promise<void> {
  const person = await world.person();
  await app.uow.run(await app.ctx(), async (tx) => {
    for (let n = 0; n < count; n += 1)
      await app.get(Notices).queue(tx, {
        to: { personId: person.personId, email: person.email, language: 'uk' },
        kind: 'duty',
        organiserId: null,
        template: 'sessions.planned',
        data: { body: 'Комісія', subject: `Лист ${n}`, at: 'завтра', place: 'тут' },
      });
  });
}

/** How many pieces of work are still owed. */
export async function owed(world: World): Promise<number> {
  const [row] = await world.rows<{ count: string }>('select count(*) from facts.delivery where done_at is null');
  return Number(row!.count);
}
