import { hashPassword } from '#libs/identity';
import { submitted } from '../support/commission.js';
import { Journey, scene } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { contentOf, inScope, KEYS } from '../support/scoring-world.js';
import { until } from '../support/until.js';
import { World } from '../support/world.js';

const PROPOSALS = 10;

let journey: Journey;
let world: World;
let competitionId: string;
let member: Person;

beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-11-17T10:00:00+02:00' });
  world = await World.open();
  const { id: organiserId } = await world.organiser();
  ({ id: competitionId } = await world.competition(organiserId, { state: 'scoring', organiser_id: organiserId }));
  const { email } = await world.person([inScope('commission-member', 'competition', competitionId)], {
    ...{ family_name: 'Працьовита', password_hash: await hashPassword(PASSWORD) },
  });
  for (let nth = 1; nth <= PROPOSALS; nth += 1) {
    const title = `Проєкт ${nth}`;
    await submitted(world, competitionId, { title, state: 'admitted', content: contentOf(title, 'ГО') });
  }
  member = await journey.person(email);
  await member.open('/sign-in');
  await member.fillAll({ 'Електронна пошта': email, Пароль: PASSWORD });
  await member.press('Увійти');
  await member.open(`/conflicts/${competitionId}`);
  await member.press('Щодо решти конфлікту немає – зберегти');
}, 300_000);
afterAll(async () => {
  await world?.close();
  await journey?.end();
});

const written = () =>
  world.rows<{ state: string; sum: number; comment: string }>(
    `select s.state, (select sum(points)::int from evaluation.score p where p.sheet_id = s.id) as sum, s.comment
       from evaluation.score_sheet s where s.competition_id = $1 order by s.updated_at`,
    [competitionId],
  );

describe('many sheets', () => {
  scene('a power cut in the middle of a sheet loses nothing that was typed', async () => {
    await member.open(`/scoring/${competitionId}`);
    await member.follow('Оцінити наступну пропозицію');
    const path = member.path;
    await member.tick('4', { in: `1. ${KEYS[0]}` });
    await member.page.getByText('Збережено о').waitFor();
    expect((await written())[0]).toMatchObject({ state: 'draft', sum: 4 });
    await member.context.setOffline(true);
    await member.fill('Загальний коментар', 'Недописана дум');
    await member.page.waitForFunction(() =>
      Object.values(localStorage).some((kept) => String(kept).includes('Недописана дум')),
    );
    await member.page.close();
    await member.context.setOffline(false);
    const again = await journey.anotherWindow(member);
    await again.open(path);
    expect(await again.valueOf('Загальний коментар')).toBe('Недописана дум');
    await until(written, ([first]) => first?.comment === 'Недописана дум');
    member = again;
  });

  scene('ten proposals are scored by the keyboard alone', async () => {
    const { keyboard } = member.page;
    await member.open(`/scoring/${competitionId}`);
    await member.follow('Оцінити наступну пропозицію');
    await member.page.locator('#sheet').focus();
    for (let nth = 0; nth < PROPOSALS; nth += 1) {
      const before = member.page.url();
      for (const digit of '5434') await keyboard.press(`Digit${digit}`);
      await keyboard.press('Control+Enter');
      await member.page.waitForURL((url) => url.href !== before);
    }
    await member.reads('Усі листи готові.');
    expect((await written()).map(({ state, sum }) => [state, sum])).toEqual(
      Array.from({ length: PROPOSALS }, () => ['ready', 16]),
    );
  });
});
