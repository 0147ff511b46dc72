import { hashPassword } from '#libs/identity';
import { submitted } from '../support/commission.js';
import { contentOf, inScope } from '../support/scoring-world.js';
import { Journey, scene } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { World } from '../support/world.js';

const PROJECTS = ['Сад біля школи', 'Кіно під зорями'];
const NO_CONFLICT = 'Щодо решти конфлікту немає – зберегти';

let journey: Journey;
let world: World;
let competitionId: string;
let applications: string[];
let chair: Person;
let applicant: Person;
let experts: [Person, Person];
let reserve: Person;

/** Two proposals, two experts and one in the reserve; the first expert has the phone of the first applicant. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-11-17T10:00:00+02:00' });
  world = await World.open();
  const password_hash = await hashPassword(PASSWORD);
  const { id: organiserId } = await world.organiser();
  const slots = Object.fromEntries(
    Object.entries({ challengeDays: 30, expertSilenceDays: 5 }).map(([key, value]) => [key, { key, value }]),
  );
  ({ id: competitionId } = await world.competition(organiserId, {
    ...{ state: 'scoring', scoring_mode: 'k-of-n', experts_per_application: 1, organiser_id: organiserId },
    rule_set: JSON.stringify({ key: '1049-2020', slots }),
  }));
  const seat = async (role: string, name: string, values: Record<string, unknown> = {}) => {
    const names = { family_name: name, given_name: 'Олена', patronymic: null, password_hash, ...values };
    return world.person([inScope(role, 'competition', competitionId)], names);
  };
  const people = {
    chair: await seat('commission-chair', 'Головенко'),
    secretary: await seat('commission-secretary', 'Секретаренко'),
    first: await seat('expert', 'Телефоненко', { phone: '067 123-12-31' }),
    second: await seat('expert', 'Працьовита'),
    reserve: await seat('expert', 'Запасна'),
  };
  await world.insert('evaluation.expert_seat', {
    ...{ competition_id: competitionId, person_id: people.reserve.personId, state: 'invited', is_reserve: true },
    invited_at: new Date('2020-11-10T08:00:00Z'),
  });
  const proposals = [];
  for (const title of PROJECTS)
    proposals.push(
      await submitted(world, competitionId, {
        ...{ title, state: 'admitted', content: contentOf(title, 'ГО') },
        organisation: { phone: proposals.length === 0 ? '+380671231231' : '+380509998877' },
      }),
    );
  applications = proposals.map(({ id }) => id);
  const asks = proposals[0]!.applicant;
  await world.rows('update identity.person set password_hash = $1 where id = $2', [password_hash, asks.personId]);
  const [one, two] = [await journey.signedIn(people.first.email), await journey.signedIn(people.second.email)];
  experts = [one, two];
  chair = await journey.signedIn(people.chair.email);
  reserve = await journey.signedIn(people.reserve.email);
  applicant = await journey.signedIn(asks.email);
}, 180_000);
afterAll(async () => {
  await world?.close();
  await journey?.end();
});

const work = (page: string): string => `/organiser/competitions/${competitionId}/${page}`;

describe('experts of a competition', () => {
  scene('somebody of the reserve accepts the invitation with a profile', async () => {
    await reserve.open(`/scoring/${competitionId}/invitation`);
    await reserve.tick('Погоджуюся оцінювати');
    await reserve.press('Надіслати відповідь');
    expect(await reserve.errors()).toEqual(['Оберіть хоча б один напрям']);
    await reserve.tick('молодь');
    await reserve.fill('Не більше скількох пропозицій', '12');
    await reserve.tick('Погоджуюся з цими правилами');
    await reserve.press('Надіслати відповідь');
    await reserve.press(NO_CONFLICT);
    expect(await reserve.errors()).toEqual([]);
  });

  scene('a conflict is found in data, and the chair clears it with a reason', async () => {
    const [first, second] = experts;
    for (const expert of [first, second]) {
      await expert.open(`/conflicts/${competitionId}`);
      await expert.press(NO_CONFLICT);
      expect(await expert.errors()).toEqual([]);
    }
    await chair.open('/desk');
    await chair.reads('Відповісти на 1 питання про конфлікт інтересів');
    await chair.open(work('conflicts'));
    await chair.reads('Телефон особи збігається з телефоном заявника', 'Очікує на відповідь');
    await chair.follow('Телефоненко Олена');
    await chair.press('Зберегти рішення');
    expect((await chair.errors()).length).toBe(2);
    await chair.tick('Конфлікту немає');
    await chair.fill('Підстави', 'Телефон бухгалтерської фірми, що веде облік багатьох організацій');
    await chair.press('Зберегти рішення');
    await chair.reads('Знято', 'Телефон бухгалтерської фірми');
  });

  scene('an applicant challenges a member, and the chair upholds it', async () => {
    await applicant.open(`/applications/${applications[0]}/challenge`);
    await applicant.tick('Секретаренко Олена');
    await applicant.fill('Підстави', 'Судиться з нашою організацією');
    await applicant.press('Заявити відвід');
    await applicant.reads('очікує на рішення голови комісії');
    await chair.open(work('conflicts'));
    await chair.follow('Секретаренко Олена');
    await chair.tick('Є реальний конфлікт');
    await chair.fill('Підстави', 'Провадження підтверджено');
    await chair.press('Зберегти рішення');
    await chair.reads('Підтверджено');
    await applicant.open(`/applications/${applications[0]}/challenge`);
    await applicant.reads('задоволено: Провадження підтверджено');
  });

  scene('the chair has the distribution computed, looks at it and approves it', async () => {
    await chair.open(work('distribution'));
    if ((await chair.text()).includes('Обчислити розподіл')) await chair.press('Обчислити розподіл');
    await chair.waitsFor('Розподіл обчислено');
    await chair.reads('Навантаження експертів', 'Конфлікту інтересів немає – заявлено 17.11.2020');
    await chair.press('Затвердити розподіл');
    await chair.reads('Розподіл затверджено', 'Головенко Олена');
  });

  scene('one expert begins, the other is silent: the reserve takes the place', async () => {
    const [silent, busy] = experts;
    await busy.open(`/scoring/${competitionId}`);
    await busy.follow('Оцінити наступну пропозицію');
    await busy.press('Зберегти як чернетку');
    expect(await busy.errors()).toEqual([]);
    await journey.timeIs('23.11.2020 12:00');
    await reserve.open(`/scoring/${competitionId}`);
    await reserve.waitsFor('Готово 0 із 1');
    await silent.open('/scoring');
    await silent.doesNotRead('Оцінювати');
    await busy.open(`/scoring/${competitionId}`);
    await busy.reads('Готово 0 із 1');
    expect((await silent.letter('Оцінювання для Вас завершено')).text).toContain('Не розпочав оцінювання у строк');
  });
});
