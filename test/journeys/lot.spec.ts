import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sha256Hex } from '#libs/evaluation';
import { hashPassword } from '#libs/identity';
import { submitted } from '../support/commission.js';
import { Journey, scene } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { contentOf, inScope, KEYS } from '../support/scoring-world.js';
import { rulesWith } from '../support/second-look.js';
import { World } from '../support/world.js';
import { AWARD } from './cast.js';
import { closeAndSign, openSession, voteFor } from './commission-work.js';
import { signOrder } from './staff-work.js';

const RULES = { tieLot: true, lotSecretDays: 2, commissionMinMembers: 3 };
const EQUALS = ['Сад біля школи', 'Кіно під зорями'];
const NO_CONFLICT = 'Щодо решти конфлікту немає – зберегти';

let journey: Journey;
let world: World;
let competition: { id: string; code: string };
let officer: Person;
let director: Person;
let visitor: Person;
let members: [Person, Person, Person];
/** Of the members, in their order. */
const secrets: string[] = [];

/** Two proposals, money for one of them, three members; only the lot parts equals. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-11-17T10:00:00+02:00' });
  world = await World.open();
  const password_hash = await hashPassword(PASSWORD);
  const { id: organiserId } = await world.organiser();
  const { id } = await world.competition(organiserId, {
    ...{ state: 'scoring', rule_set: rulesWith(RULES), tie_order: ['lot'], pot_kop: 3_000_000, cap_kop: 3_000_000 },
  });
  competition = { id, ...(await world.rows<{ code: string }>('select code from competitions.competition'))[0]! };
  for (const title of EQUALS)
    await submitted(world, id, { title, state: 'admitted', content: contentOf(title, 'ГО «Сад»') });
  const somebody = async (role: string, scope: 'organiser' | 'competition', values = {}) => {
    const scopeId = scope === 'organiser' ? organiserId : id;
    return journey.signedIn((await world.person([inScope(role, scope, scopeId)], { password_hash, ...values })).email);
  };
  members = [
    await somebody('commission-chair', 'competition'),
    await somebody('commission-secretary', 'competition'),
    await somebody('commission-member', 'competition'),
  ];
  officer = await somebody('officer', 'organiser');
  director = await somebody('director', 'organiser');
  visitor = await journey.person('visitor@people.example');
}, 240_000);
afterAll(async () => {
  await world?.close();
  await journey?.end();
});

const work = (page: string): string => `/organiser/competitions/${competition.id}/${page}`;

async function score(member: Person): Promise<void> {
  await member.open(`/conflicts/${competition.id}`);
  await member.press(NO_CONFLICT);
  await member.open(`/scoring/${competition.id}`);
  await member.follow('Оцінити наступну пропозицію');
  while (EQUALS.includes(await member.heading())) {
    for (const [index, key] of KEYS.entries()) await member.tick('4', { in: `${index + 1}. ${key}` });
    await member.press('Готово, далі');
  }
  await member.follow('Переглянути й підписати готові');
  await member.press('Підписати');
}

describe('equals that the lot parts', () => {
  scene('rule 47: the commission scores both the same, and the rating waits for a draw', async () => {
    for (const member of members) await score(member);
    await members[0].followsLetter('Жеребкування: подайте хеш секрету');
    await members[0].waitsFor('збирають хеші');
    await members[0].reads('Хешів ще ніхто не подав.', 'Подати хеш секрету');
    await visitor.open(`/competitions/${competition.code}`);
    await visitor.follow('Жеребкування');
    await visitor.reads('збирають хеші', 'Хеш їх переліку');
    await visitor.doesNotRead(...EQUALS, 'Сіль переліку');
  });

  scene(
    'each puts down the hash of a secret: made on the device, or brought along; a slip is told in words',
    async () => {
      const [chair, secretary, member] = members;
      await chair.page.getByRole('button', { name: 'Створити секрет на цьому пристрої' }).click();
      await chair.page.locator('[data-secret-shown]').getByText('Запишіть секрет').waitFor();
      secrets.push((await chair.page.locator('[data-secret-shown]').innerText()).split(' ').at(-1)!);
      await chair.press('Подати хеш');
      await chair.reads('Розкривати секрети можна, коли хеші подадуть щонайменше 3 особи.');
      for (const [person, secret] of [
        [secretary, 'Північний вітер'],
        [member, 'Дев’ять горіхів'],
      ] as const) {
        await person.open(work('draw'));
        await person.fill('Хеш секрету (SHA-256)', secret);
        await person.press('Подати хеш');
        expect((await person.errors()).length).toBe(1);
        await person.fill('Хеш секрету (SHA-256)', sha256Hex(secret));
        await person.press('Подати хеш');
        expect(await person.errors()).toEqual([]);
        secrets.push(secret);
      }
    },
  );

  scene('then all open their secrets, and the rating follows', async () => {
    const [chair] = members;
    await chair.open(work('draw'));
    await chair.press('Завершити збирання хешів і розкривати секрети');
    for (const [index, member] of members.entries()) {
      await member.followsLetter('Жеребкування: розкрийте секрет');
      await member.fill('Секрет', secrets[index]!);
      await member.press('Розкрити');
      expect(await member.errors()).toEqual([]);
    }
    await officer.open(work('rating'));
    await officer.waitsFor('публічний жереб');
    await officer.open(work('draw'));
    await officer.reads('порядок визначено', 'Порядок за жеребом');
    await officer.doesNotRead('Сіль переліку');
    await visitor.page.reload();
    await visitor.reads(secrets[0]!, 'Порядок стане видимий разом з рішенням');
  });

  scene('the money goes to the one that the lot put first', async () => {
    const [chair, secretary] = members;
    await officer.open(work('allocation'));
    await officer.fillAll({ 'Коли відбудеться засідання': '02.12.2020 10:00', 'Де відбудеться': 'кімната 305' });
    await officer.press('Скликати засідання');
    expect(await officer.errors()).toEqual([]);
    await journey.timeIs('02.12.2020 10:00');
    await openSession(secretary, AWARD, []);
    for (const member of members) await voteFor(member, AWARD);
    await closeAndSign(chair, secretary, AWARD);
    await director.open(work('order'));
    await signOrder(director, '112-од');
    await visitor.page.reload();
    await visitor.reads('Порядок за жеребом', 'Сіль переліку');
  });

  scene('a stranger takes the file and the page that checks it, and checks offline', async () => {
    await visitor.open('/open-data/results');
    await visitor.waitsFor(competition.code);
    const folder = await mkdtemp(join(tmpdir(), 'lot-'));
    const get = async (path: string) => (await visitor.context.request.get(journey.system.url + path)).body();
    const page = join(folder, 'verify-result.html');
    await writeFile(page, await get('/open-data/results/tools/verify-result.html'));
    const file = await get(`/open-data/results/files/${competition.code}`);
    await visitor.context.setOffline(true);
    await visitor.page.goto(pathToFileURL(page).href);
    const chosen = visitor.page.locator('#file');
    const says = (words: string) => visitor.page.locator('#verdict').getByText(words).waitFor();
    await chosen.setInputFiles({ name: 'result.jsonl', mimeType: 'application/jsonl', buffer: file });
    await says('Усе сходиться');
    const forged = Buffer.from(file.toString().replace(secrets[1]!, 'Південний вітер'));
    await chosen.setInputFiles({ name: 'forged.jsonl', mimeType: 'application/jsonl', buffer: forged });
    await says('Не сходиться');
    await visitor.context.setOffline(false);
  });

  it('shows no page with a fault', () => expect(journey.check.faults).toEqual([]));
});
