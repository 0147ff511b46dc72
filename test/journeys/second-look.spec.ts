import { hashPassword } from '#libs/identity';
import { submitted } from '../support/commission.js';
import { Journey, scene } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { contentOf, inScope, KEYS } from '../support/scoring-world.js';
import { rulesWith } from '../support/second-look.js';
import { World } from '../support/world.js';

const NO_CONFLICT = 'Щодо решти конфлікту немає – зберегти';
const RULES = { extraSheet: true, nearLinePoints: 1, secondLookDays: 5 };

let journey: Journey;
let world: World;
let competitionId: string;
let chair: Person;
let experts: Person[];

/** One proposal, two experts for it and two more; 10 of 20 points pass. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-11-17T10:00:00+02:00' });
  world = await World.open();
  const password_hash = await hashPassword(PASSWORD);
  const { id: organiserId } = await world.organiser();
  ({ id: competitionId } = await world.competition(organiserId, {
    ...{ state: 'scoring', scoring_mode: 'k-of-n', experts_per_application: 2, organiser_id: organiserId },
    ...{ rule_set: rulesWith(RULES), passing_hundredths: 10_00 },
  }));
  const seat = (role: string, name: string) =>
    world.person([inScope(role, 'competition', competitionId)], { family_name: name, password_hash });
  const leader = await seat('commission-chair', 'Головенко');
  const names = ['Перша', 'Друга', 'Третя', 'Четверта'];
  const people = [];
  for (const name of names) people.push(await seat('expert', name));
  const title = 'Сад біля школи';
  await submitted(world, competitionId, { title, state: 'admitted', content: contentOf(title, 'ГО') });
  chair = await journey.signedIn(leader.email);
  experts = [];
  for (const { email } of people) experts.push(await journey.signedIn(email));
}, 240_000);
afterAll(async () => {
  await world?.close();
  await journey?.end();
});

const work = (page: string): string => `/organiser/competitions/${competitionId}/${page}`;

async function withWork(): Promise<Person[]> {
  const having = [];
  for (const expert of experts) {
    await expert.open(`/scoring/${competitionId}`);
    if ((await expert.text()).includes('Оцінити наступну пропозицію')) having.push(expert);
  }
  return having;
}

async function score(expert: Person, points: number): Promise<void> {
  await expert.follow('Оцінити наступну пропозицію');
  for (const [index, key] of KEYS.entries()) await expert.tick(String(points), { in: `${index + 1}. ${key}` });
  await expert.press('Готово, далі');
  await expert.follow('Переглянути й підписати готові');
  await expert.press('Підписати');
  await expert.reads('Оціночні листи підписано.');
}

describe('an extra sheet near the line', () => {
  scene('two experts score the proposal, their mean is one half of a point from the passing score', async () => {
    for (const expert of experts) {
      await expert.open(`/conflicts/${competitionId}`);
      await expert.press(NO_CONFLICT);
    }
    await chair.open(work('distribution'));
    if ((await chair.text()).includes('Обчислити розподіл')) await chair.press('Обчислити розподіл');
    await chair.waitsFor('Розподіл обчислено');
    await chair.press('Затвердити розподіл');
    const [first, second, ...others] = await withWork();
    expect([Boolean(second), others.length]).toEqual([true, 0]);
    await score(first!, 2);
    await score(second!, 3);
  });

  scene('the system gives it to one more, who is not told why; the chair reads the reason', async () => {
    await chair.open(work('distribution'));
    await chair.waitsFor('Додатковий аркуш: середня оцінка лежить біля прохідного бала.');
    const [extra, ...others] = await withWork();
    expect(others.length).toBe(0);
    expect((await extra!.letter('Ще одна пропозиція для оцінювання')).text).toContain('30 листопада 2020');
    await score(extra!, 4);
  });

  scene('rule 44: the rating counts all three sheets', async () => {
    await chair.open(work('rating'));
    await chair.waitsFor('36/3');
  });

  it('shows no page with a fault', () => expect(journey.check.faults).toEqual([]));
});
