import { routeCensus } from '#libs/platform/http';
import { startApp, type TestApp } from '../support/app.js';
import { faultsOf, readCsv, type ListScene } from '../support/list-check.js';
import { ListWorld } from '../support/list-world.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scenes: Record<string, ListScene>;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = await new ListWorld(app, world).scenes();
}, 120_000);
afterAll(async () => {
  await world?.close();
  await app?.close();
});

/** By the census: a list cannot be forgotten. */
const lists = () => routeCensus(app.http).flatMap(({ list }) => (list ? [list] : []));

describe('every list of the product', () => {
  it('has a scene here, and only once its name', () => {
    expect(
      lists()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(scenes).sort());
  });

  it('holds on paper and in files what it shows, keeps what was asked in the address, and lets out nothing else', async () => {
    const faults: string[] = [];
    for (const shape of lists()) faults.push(...(await faultsOf(app, shape, scenes[shape.name]!)));
    expect(faults).toEqual([]);
  }, 480_000);
});

describe('a list of more than a thousand', () => {
  beforeAll(() =>
    world.rows(
      `insert into identity.person (id, email, family_name, given_name, created_at)
       select gen_random_uuid(), 'many-' || n || '@people.example', 'Численний', n::text, now() from generate_series(1, 1100) n`,
    ),
  );

  it('is counted to a thousand, paged so far, narrowed to the rest, and whole in a file', async () => {
    const { visitor, path } = scenes.people!;
    expect((await visitor.get(path)).text).toContain('Знайдено понад 1 000 записів');
    const last = await visitor.get(`${path}?page=40`);
    expect(last.text).toContain('показано з 976 до 1000');
    expect((await visitor.get(`${path}?page=41`)).text).toContain('показано з 1 до 25');
    expect((await visitor.get(`${path}?q=many-1100`)).text).toContain('Знайдено 1 запис');
    const [, ...rows] = readCsv((await visitor.get(`${path}?as=csv`)).html);
    const [{ count }] = (await world.rows<{ count: number }>('select count(*)::int as count from identity.person')) as [
      { count: number },
    ];
    expect(rows.length).toBe(count);
  });
});

describe('a search forgives', () => {
  const finds = async (typed: string, text: string): Promise<boolean> => {
    const words = typed.split(' ');
    const row = await app.db.one<{ is: boolean }>(
      `select bool_and(platform.search_form($1) like platform.search_pattern(word)) as is from unnest($2::text[]) word`,
      [text, words],
    );
    return row!.is;
  };

  it.each([
    ["сім'я", 'Сім’я і громада'],
    ['сім`я', 'Сімʼя і громада'],
    ['сімя', "СІМ'Я і громада"],
    ['ciм’я', 'Сім’я'],
    ['громадська спілка', 'Спілка громадських ініціатив'],
    ['Сєверодонецьк', 'м. Сєвєродонецьк'],
    ['сeвєpoдoнeцьк', 'м. Сєвєродонецьк'],
    ['ганок', 'Ґанок'],
    ['украіна', 'Україна'],
    ['проєкт', 'Проекти молоді'],
    ['бібліотеками', 'Бібліотека в селі'],
    ['1.1-2021/00', '1.1-2021/007'],
    ['olena@ngo', 'Olena@NGO.example'],
  ])('«%s» finds «%s»', async (typed, text) => expect(await finds(typed, text)).toBe(true));

  it.each([
    ['школа', 'Шкаф'],
    ['спілка молоді', 'Спілка ветеранів'],
    ['007', '1.1-2021/008'],
  ])('«%s» does not find «%s»', async (typed, text) => expect(await finds(typed, text)).toBe(false));
});
