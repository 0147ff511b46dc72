import { startApp, type TestApp } from '../support/app.js';
import { MonitoringScenes } from '../support/monitoring-scene.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';
import { isTaxNumber } from '../../libs/awards/src/model/without-personal-data.js';

let app: TestApp;
let world: World;
let scenes: MonitoringScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = new MonitoringScenes(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const FILES = ['projects.csv', 'projects/schema.json', '360giving.json', 'catalog.jsonld'].map(
  (name) => `/open-data/${name}`,
);
const read = async (path: string): Promise<string> => {
  const answer = await app.http.inject({ url: path });
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return answer.body;
};

describe('open data', () => {
  it('rule 58: say who got how much for what, in a table with its schema, in 360Giving and in a catalogue', async () => {
    const { of, ids } = await scenes.running([60_000]);
    const [contract] = await world.rows<{ subject: string; number: string; award: string }>(
      'select subject, number, award_id as award from contracts.contract where id = $1',
      [ids[0]],
    );
    const table = (await read('/open-data/projects.csv')).replace('\u{feff}', '').split('\r\n');
    const columns = table[0]!.split(',');
    const row = table.find((line) => line.startsWith(contract!.award))!;
    expect(row).toContain(`,60000.00,`);
    const schema = JSON.parse(await read('/open-data/projects/schema.json')) as {
      tableSchema: { columns: { name: string; titles: { uk: string } }[] };
    };
    expect(schema.tableSchema.columns.map(({ name }) => name)).toEqual(columns);
    const giving = JSON.parse(await read('/open-data/360giving.json')) as { grants: Record<string, unknown>[] };
    const grant = giving.grants.find(({ id }) => id === `360G-spryiannia-${contract!.award}`)!;
    expect(grant).toMatchObject({
      ...{ id: expect.any(String), title: contract!.subject, description: expect.any(String), currency: 'UAH' },
      ...{ amountAwarded: 60_000, awardDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), fromOpenCall: 'Yes' },
      recipientOrganization: [{ id: expect.stringMatching(/^UA-EDR-\d{8}$/), name: expect.any(String) }],
      fundingOrganization: [{ id: expect.stringMatching(/^UA-EDR-\d{8}$/), name: expect.any(String) }],
      url: expect.stringMatching(/^https?:/),
    });
    const catalog = await read('/open-data/catalog.jsonld');
    for (const file of ['/open-data/projects.csv', '/open-data/360giving.json']) expect(catalog).toContain(file);
    const page = await new Visitor(app).get('/open-data');
    for (const file of FILES) expect(page.html).toContain(`href="${file}"`);
    await world.rows('alter table competitions.competition disable trigger user');
    await world.rows('update competitions.competition set is_rehearsal = true where id = $1', [of.id]);
    await world.rows('alter table competitions.competition enable trigger user');
    for (const file of FILES) expect(await read(file)).not.toContain(contract!.award);
  });

  it('rule 55: hold no tax number, phone, e-mail or home address, whatever people typed', async () => {
    const { of, ids } = await scenes.running([60_000, 30_000]);
    const typed = 'Школа: 1759013776, +38 (050) 123-45-67, tkach@example.org';
    await world.rows('update contracts.contract set subject = $2 where id = any($1)', [ids, typed]);
    await world.rows('update applications.application set title = $2 where competition_id = $1', [of.id, typed]);
    await world.rows(
      `update identity.organisation set address = 'м. Лисичанськ, вул. Таємна, 5, кв. 7' where id = any($1)`,
      [of.proposals.map(({ organisationId }) => organisationId)],
    );
    const lists = ['contracts', 'projects'].map((list) => `/competitions/${of.code}/${list}?as=csv`);
    for (const path of [...FILES, ...lists, `/funded/${ids[0]}`]) {
      const text = await read(path);
      const numbers = text.match(/(?<!\d)\d{10}(?!\d)/g) ?? [];
      expect([path, numbers.filter(isTaxNumber)]).toEqual([path, []]);
      for (const secret of ['tkach@example.org', '123-45-67', 'Таємна', 'UA30334851'])
        expect([path, text.includes(secret)]).toEqual([path, false]);
    }
  });
});
