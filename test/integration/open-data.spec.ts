import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import { ApprovePayment, NotePayment, OrderPayment } from '#libs/contracts';
import { startApp, type TestApp } from '../support/app.js';
import { ContractScenes, WINTER_DAY, type ContractScene } from '../support/contract-scene.js';
import { GRANT_PACKAGE_SCHEMA } from '../support/grant-schema.js';

import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';
import { isTaxNumber } from '../../libs/identity/src/model/without-personal-data.js';

/** The standard's own schema lies beside the repository where it could be had. */
const STANDARD = join(process.cwd(), '../shared/data/360giving');
/** A valid tax number, a phone and an e-mail: what must never come out (rule 55). */
const PRIVATE = ['1759013776', '0671112233', 'olena@people.example'];

let app: TestApp;
let world: World;
let of: ContractScene;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  const scenes = new ContractScenes(app, world);
  of = await scenes.decided([40_000, 30_000.5]);
  await world.rows(`update applications.submission set title = 'Сад ' || $2 where application_id = $1`, [
    of.proposals[0]!.id,
    PRIVATE.join(', '),
  ]);
  const [contractId] = await scenes.inForce(of);
  const ordered = { instalment: 1, purpose: 'Фінансова підтримка', basis: null };
  const paymentId = await app.get(OrderPayment).execute(await scenes.at(of.officer), contractId!, ordered);
  await app.get(ApprovePayment).execute(await scenes.at(of.director), paymentId);
  const made = { documentNumber: '101', paidOn: WINTER_DAY };
  await app.get(NotePayment).execute(await scenes.at(of.officer), paymentId, made);
  const learning = await scenes.decided([20_000]);
  await world.rows('alter table competitions.competition disable trigger user');
  await world.rows(`update competitions.competition set is_rehearsal = true, title = 'НАВЧАЛЬНИЙ' where id = $1`, [
    learning.id,
  ]);
  await world.rows('alter table competitions.competition enable trigger user');
}, 120_000);
afterAll(async () => {
  await world.close();
  await app.close();
});

async function file(path: string): Promise<{ status: number; type: string; text: string }> {
  const answer = await app.http.inject({ url: path });
  return { status: answer.statusCode, type: String(answer.headers['content-type']), text: answer.body };
}
const data = async <T>(path: string): Promise<T> => JSON.parse((await file(path)).text) as T;

const readCsv = (text: string): string[][] => parse(text, { bom: true });

interface Package {
  grants: { id: string; amountAwarded: number; amountDisbursed: number }[];
}
interface Schema {
  tableSchema: { columns: { name: string }[] };
}
interface Catalogue {
  'dcat:dataset': { 'dcat:distribution': { 'dcat:downloadURL': { '@id': string } }[] }[];
}

/** Every file that the catalogue names, as paths. */
async function catalogued(): Promise<string[]> {
  const { 'dcat:dataset': sets } = await data<Catalogue>('/open-data/catalog.jsonld');
  return sets.flatMap((set) => set['dcat:distribution'].map((one) => new URL(one['dcat:downloadURL']['@id']).pathname));
}

function validator(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv;
}

describe('open data', () => {
  it('rule 58: gives each funded project once, with its sums, and no rehearsal', async () => {
    const { grants } = await data<Package>('/open-data/360giving.json');
    expect(grants.map(({ amountAwarded, amountDisbursed }) => [amountAwarded, amountDisbursed])).toEqual([
      [40_000, 28_000],
      [30_000.5, 0],
    ]);
    const [heads, ...lines] = readCsv((await file('/open-data/projects.csv')).text);
    const { tableSchema } = await data<Schema>('/open-data/schema.json');
    expect(heads).toEqual(tableSchema.columns.map(({ name }) => name));
    expect(lines.map((line) => line[heads!.indexOf('awarded')])).toEqual(['40000', '30000.5']);
  });

  it('holds to the 360Giving standard: to what it demands, and to its own schema where that is at hand', async () => {
    const content = await data<Package>('/open-data/360giving.json');
    const own = validator().compile(GRANT_PACKAGE_SCHEMA);
    expect([own(content), own.errors]).toEqual([true, null]);
    expect(own({ ...content, grants: [{ ...content.grants[0], awardDate: '02.03.2020' }] })).toBe(false);
    if (!existsSync(STANDARD)) return;
    const read = (name: string): AnySchemaObject => {
      const { $schema: _, ...schema } = JSON.parse(readFileSync(join(STANDARD, name), 'utf8')) as AnySchemaObject;
      return schema;
    };
    const ofGrant = validator().compile(read('360-giving-schema.json'));
    for (const grant of content.grants) expect([ofGrant(grant), ofGrant.errors]).toEqual([true, null]);
  });

  it('rule 67: gives the payments of a quarter, and of no other one', async () => {
    const { text, type } = await file('/open-data/spending/2021-1.csv');
    const [heads, ...lines] = readCsv(text);
    expect([type, lines.length]).toEqual(['text/csv; charset=utf-8', 1]);
    const cell = (name: string) => lines[0]![heads!.indexOf(name)];
    expect([cell('paymentDate'), cell('documentNumber'), cell('paymentSum'), cell('contractSum')]).toEqual([
      ...[WINTER_DAY, '101', '28000', '40000'],
    ]);
    expect(readCsv((await file('/open-data/spending/2020-4.csv')).text)).toHaveLength(1);
    for (const path of ['2021-5.csv', '2021-1.xlsx', 'x.csv'])
      expect((await file(`/open-data/spending/${path}`)).status).toBe(404);
  });

  it('tells of a result in a feed', async () => {
    const { text } = await file('/open-data/results.atom');
    const { feed } = new XMLParser({ ignoreAttributes: false }).parse(text) as {
      feed: { entry: { id: string; summary: string; link: { '@_href': string } } };
    };
    expect(feed.entry).toMatchObject({ id: `urn:uuid:${of.id}`, summary: '2 проєкти отримають підтримку.' });
    expect(new URL(feed.entry.link['@_href']).pathname).toBe(`/competitions/${of.code}/results`);
  });

  it('has a page and a catalogue that name the same files, and every one of them opens', async () => {
    const paths = await catalogued();
    const { html } = await new Visitor(app).get('/open-data');
    for (const path of paths) {
      expect(html).toContain(`href="${path}"`);
      expect([path, (await file(path)).status]).toEqual([path, 200]);
    }
    expect((await new Visitor(app).get('/en/open-data')).text).toContain('Funded projects');
  });

  it('rule 55: no file holds a tax number, a phone, an e-mail or an address', async () => {
    const lists = ['contracts', 'projects'].map((list) => `/competitions/${of.code}/${list}?as=csv`);
    for (const path of [...(await catalogued()), '/open-data/spending/2021-1.csv', ...lists]) {
      const { text } = await file(path);
      const numbers = text.match(/(?<![\w-])\d{10}(?![\w-])/g) ?? [];
      expect([path, numbers.filter(isTaxNumber)]).toEqual([path, []]);
      for (const secret of [...PRIVATE, 'Прихована', 'НАВЧАЛЬНИЙ', 'UA303348510000026206114040874'])
        expect([path, text.includes(secret)]).toEqual([path, false]);
    }
    expect((await file('/open-data/projects.csv')).text).toContain('Сад […]');
  });
});
