import { unzipSync } from 'fflate';
import { AgreeContract, DraftContracts, GiveDetails, OfferContracts, SignContracts } from '#libs/contracts';
import { startApp, type TestApp } from '../support/app.js';
import { UAH } from '../support/award-scene.js';
import { ContractScenes, DETAILS, IBAN, TERMS, type ContractScene } from '../support/contract-scene.js';
import { browserOf } from '../support/commission.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scenes: ContractScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = new ContractScenes(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const awardIs = (of: ContractScene, kop: number) =>
  world.rows('update awards.award set amount_kop = $2 where application_id = $1', [of.proposals[0]!.id, kop]);

describe('a contract', () => {
  it('is drafted from the proposal and the award, and winners alone are asked for their account', async () => {
    const of = await scenes.decided([60_000, 30_000]);
    const ids = await scenes.drafted(of);
    expect(
      await world.rows(
        `select subject = (select title from applications.application where id = application_id) as own, sum_kop,
                starts_on::text, ends_on::text, kpkvk, kekv, state, iban,
                (select json_agg(amount_kop order by number) from contracts.instalment where contract_id = c.id) as plan,
                (select json_agg(funded_kop order by position) from contracts.budget_line where contract_id = c.id) as lines
           from contracts.contract c where id = $1`,
        [ids[0]],
      ),
    ).toEqual([
      {
        ...{ own: true, sum_kop: '6000000', starts_on: '2021-03-01', ends_on: '2021-11-30' },
        ...{ kpkvk: '2310180', kekv: '2610', state: 'draft', iban: null },
        ...{ plan: [4_200_000, 1_800_000], lines: [3_600_000, 2_400_000] },
      },
    ]);
    const letters = await world.rows<{ subject: string }>(
      `select m.subject from notifications.message m where m.to_address = any($1)
          and m.subject like 'Готуємо договір%'`,
      [of.applicants.map(({ email }) => email)],
    );
    expect(letters).toHaveLength(2);
    const again = app.get(DraftContracts).execute(await scenes.at(of.officer), of.id, TERMS);
    await expect(again).rejects.toMatchObject({ code: 'contracts.nothing-to-draft' });
  });

  it('rule 27: takes only an account with its check digits', async () => {
    const of = await scenes.decided([60_000]);
    const [id] = await scenes.drafted(of);
    const give = async (details: object) =>
      app.get(GiveDetails).execute(await scenes.at(of.applicants[0]!), id!, { ...DETAILS, ...details });
    await expect(give({ iban: `${IBAN.slice(0, -1)}5` })).rejects.toMatchObject({ fields: [{ field: 'iban' }] });
    await expect(give({ treasuryIban: 'UA1' })).rejects.toMatchObject({ fields: [{ field: 'treasuryIban' }] });
    await give({});
  });

  it('rule 59: goes no step further with a sum unlike the award, or without what it needs', async () => {
    const of = await scenes.decided([60_000]);
    const [id] = await scenes.drafted(of);
    const offer = async () => app.get(OfferContracts).execute(await scenes.at(of.officer), of.id, [id!]);
    await expect(offer()).rejects.toMatchObject({ code: 'contracts.no-details' });
    await app.get(GiveDetails).execute(await scenes.at(of.applicants[0]!), id!, DETAILS);
    await awardIs(of, 59_999 * UAH);
    await expect(offer()).rejects.toMatchObject({ code: 'contracts.sum-unlike-award' });
    await awardIs(of, 60_000 * UAH);
    await offer();
    await app.get(AgreeContract).execute(await scenes.at(of.applicants[0]!), id!);
    await awardIs(of, 59_999 * UAH);
    const sign = async () => app.get(SignContracts).execute(await scenes.at(of.director), of.id, [id!]);
    await expect(sign()).rejects.toMatchObject({ code: 'contracts.sum-unlike-award' });
    await awardIs(of, 60_000 * UAH);
    await sign();
    expect(await scenes.stateOf(id!)).toBe('signed');
  });

  it('rule 12: is not signed for a project that another contract of the year pays for, however its title is written', async () => {
    const of = await scenes.decided([60_000, 30_000]);
    const [first, second] = await scenes.agreed(of);
    const sign = async (...ids: string[]) => app.get(SignContracts).execute(await scenes.at(of.director), of.id, ids);
    const called = async (id: string, subject: string, organisation: string) =>
      world.rows(
        `update contracts.contract set subject = $2, organisation_id = (select organisation_id from contracts.contract where id = $3)
          where id = $1`,
        [id, subject, organisation],
      );
    await called(first!, 'Літня школа «Сад»', first!);
    await called(second!, 'ЛІТНЯ ШКОЛА: Сад', first!);
    await expect(sign(first!, second!)).rejects.toMatchObject({ code: 'contracts.signing-held-because' });
    await sign(first!);
    await expect(sign(second!)).rejects.toMatchObject({ code: 'contracts.signing-held-because' });
    const page = await (await browserOf(app, of.director)).get(`/organiser/contracts/${second}`);
    expect(page.text).toContain(
      'один проєкт не оплачують двічі в одному бюджетному періоді, а на нього вже є договір № 1/2021',
    );
    await called(second!, 'Зимова школа', first!);
    await sign(second!);
    expect(await scenes.stateOf(second!)).toBe('signed');
  });

  it('is signed once with its number, keeps its words, and becomes one file', async () => {
    const of = await scenes.decided([60_000, 30_000]);
    const ids = await scenes.signed(of);
    const rows = await world.rows<{ number: string; sha256: string }>(
      'select number, paper_sha256 as sha256 from contracts.contract where competition_id = $1 order by number',
      [of.id],
    );
    expect(rows.map(({ number }) => number)).toEqual(['1/2021', '2/2021']);
    const again = app.get(SignContracts).execute(await scenes.at(of.director), of.id, ids);
    await expect(again).rejects.toMatchObject({ code: 'contracts.not-now' });
    const officer = await browserOf(app, of.officer);
    const file = async (url: string): Promise<Buffer> =>
      (await app.http.inject({ url, headers: { cookie: `sp_session=${officer.session}` } })).rawPayload;
    const before = await file(`/contracts/${ids[0]}/contract.pdf`);
    await app.drain();
    expect(
      await world.rows('select from contracts.contract where document_id is null and id = any($1)', [ids]),
    ).toEqual([]);
    expect(before.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await file(`/contracts/${ids[0]}/contract.pdf`)).equals(before)).toBe(true);
    const archive = unzipSync(await file(`/organiser/competitions/${of.id}/contracts/files.zip`));
    expect(Object.keys(archive)).toHaveLength(2);
    expect(Object.values(archive).some((one) => before.equals(one))).toBe(true);
    expect(Object.keys(unzipSync(await file(`/contracts/${ids[0]}/contract.docx`)))).toContain('word/document.xml');
  }, 120_000);

  it('two directors at once sign it once', async () => {
    const of = await scenes.decided([60_000]);
    const ids = await scenes.agreed(of);
    const signing = Array.from({ length: 4 }, async () =>
      app.get(SignContracts).execute(await scenes.at(of.director), of.id, ids),
    );
    const results = await Promise.allSettled(signing);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await world.rows('select number from contracts.contract where id = $1', [ids[0]])).toEqual([
      { number: '1/2021' },
    ]);
  });

  it('rule 55: is public without accounts, signers and addresses; nobody else reads it', async () => {
    const of = await scenes.decided([60_000, 30_000]);
    const [id] = await scenes.signed(of);
    const everybody = await new Visitor(app).get(`/competitions/${of.code}/contracts`);
    expect(everybody.status).toBe(200);
    expect(everybody.text).toContain('60 000,00');
    for (const secret of [IBAN, 'Ткач', 'вул. Прихована']) expect(everybody.text).not.toContain(secret);
    const other = await browserOf(app, of.applicants[1]!);
    expect((await other.get(`/contracts/${id}`)).status).toBe(404);
    expect((await other.get(`/contracts/${id}/contract.pdf`)).status).toBe(404);
    const own = await browserOf(app, of.applicants[0]!);
    expect((await own.get(`/contracts/${id}`)).text).toContain('UA30 3348 5100');
  });
});
