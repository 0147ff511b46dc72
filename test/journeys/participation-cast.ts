import { hashPassword } from '#libs/identity';
import { newId } from '#libs/platform/database';
import type { Journey } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import type { World } from '../support/world.js';

/** A telephone. */
export const PHONE = { viewport: { width: 360, height: 740 } };

export interface Office {
  organiserId: string;
  slug: string;
  officer: Person;
  director: Person;
}

/** An authority whose officer and director sit before their browsers, signed in. */
export async function office(journey: Journey, world: World): Promise<Office> {
  const { id: organiserId, slug } = await world.organiser();
  const password_hash = await hashPassword(PASSWORD);
  const works = async (role: string): Promise<Person> => {
    const actor = await world.person([{ role, scopeKind: 'organiser', scopeId: organiserId }], { password_hash });
    const person = await journey.person(actor.email);
    await person.open('/sign-in');
    await person.fillAll({ 'Електронна пошта': actor.email, Пароль: PASSWORD });
    await person.press('Увійти');
    return person;
  };
  return { organiserId, slug, officer: await works('officer'), director: await works('director') };
}

/** A published event of the authority. */
export async function publishedEvent(
  world: World,
  { organiserId }: Office,
  values: Record<string, unknown>,
): Promise<string> {
  const id = newId();
  const on = new Date('2020-05-01T09:00:00Z');
  await world.insert('events.event', {
    ...{ id, organiser_id: organiserId, state: 'published', kind: 'training', created_at: on, changed_at: on },
    ...{ published_at: on, summary: 'Вчимося разом. Для тих, хто робить це вперше.', settlement: 'Старобільськ' },
    ...{ venue: 'Районна бібліотека', address: 'вул. Центральна, 12', contact_name: 'Олена Кравець' },
    ...{ contact_phone: '+380 64 520 00 00', registration: 'open', ...values },
  });
  return id;
}

/** Registers by a telephone, without an account, and says yes by the letter: ends on the own page. */
export async function registers(
  journey: Journey,
  path: string,
  title: string,
  { email, name }: { email: string; name: string },
): Promise<Person> {
  const person = await journey.person(email, PHONE);
  await person.open(path);
  await person.fillAll({ 'Прізвище та ім’я': name, 'Електронна пошта': email });
  await person.tick('Я погоджуюся на обробку моїх даних для проведення цієї події');
  await person.press('Зареєструватися');
  await person.reads('Ми надіслали лист із посиланням');
  await person.followsLetter(`Підтвердьте участь: ${title}`);
  await person.press('Підтвердити участь');
  return person;
}
