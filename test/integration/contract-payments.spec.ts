import { ApprovePayment, AskChange, CancelPayment, NotePayment, OrderPayment, TakeStatement } from '#libs/contracts';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf } from '../support/commission.js';
import { UAH } from '../support/award-scene.js';
import { ContractScenes, IBAN, WINTER_DAY, type ContractScene } from '../support/contract-scene.js';
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

const PURPOSE = 'Фінансова підтримка за договором';
const order = async (of: ContractScene, id: string, instalment = 1, basis: string | null = null) =>
  app.get(OrderPayment).execute(await scenes.at(of.officer), id, { instalment, purpose: PURPOSE, basis });
const approve = async (who: ContractScene['director'], id: string) =>
  app.get(ApprovePayment).execute(await scenes.at(who), id);
const note = async (of: ContractScene, id: string, documentNumber = '101') =>
  app.get(NotePayment).execute(await scenes.at(of.officer), id, { documentNumber, paidOn: WINTER_DAY });
const sums = (of: ContractScene) =>
  world.rows(
    `select a.ordered_kop::int as year, sum(c.ordered_kop)::int as ordered, sum(c.paid_kop)::int as paid
       from contracts.allocation a join contracts.contract c using (competition_id)
      where competition_id = $1 group by a.ordered_kop`,
    [of.id],
  );

describe('payments by a contract', () => {
  it('rule 60: are ordered by one, approved by another, and made by a document', async () => {
    const of = await scenes.decided([60_000]);
    const [id] = await scenes.inForce(of);
    const payment = await order(of, id!);
    await expect(note(of, payment)).rejects.toMatchObject({ code: 'contracts.not-now' });
    await approve(of.director, payment);
    await note(of, payment);
    expect(await sums(of)).toEqual([{ year: 42_000_00, ordered: 42_000_00, paid: 42_000_00 }]);
    await expect(order(of, id!, 1)).rejects.toMatchObject({ fields: [{ code: 'contracts.contract-exceeded' }] });
    await expect(order(of, id!, 2)).rejects.toMatchObject({ fields: [{ field: 'basis' }] });
    const second = await order(of, id!, 2, 'проміжний звіт, висновок від 01.02.2021 № 1');
    await approve(of.director, second);
    await expect(note(of, second)).rejects.toMatchObject({ fields: [{ code: 'contracts.document-twice' }] });
    await note(of, second, '102');
    expect(await sums(of)).toEqual([{ year: 60_000_00, ordered: 60_000_00, paid: 60_000_00 }]);
  });

  it('rule 60: above the threshold of the rules two people approve, none of them the one who ordered', async () => {
    const of = await scenes.decided([60_000], 100);
    const [id] = await scenes.inForce(of);
    const payment = await app
      .get(OrderPayment)
      .execute(await scenes.at(of.accountant), id!, { instalment: 1, purpose: PURPOSE, basis: null });
    await expect(approve(of.accountant, payment)).rejects.toMatchObject({ code: 'contracts.approve-own' });
    await approve(of.director, payment);
    await expect(approve(of.director, payment)).rejects.toMatchObject({ code: 'contracts.approve-own' });
    await expect(note(of, payment)).rejects.toMatchObject({ code: 'contracts.not-now' });
    const other = await scenes.awards.person({
      ...{ role: 'accountant', scopeKind: 'organiser', scopeId: of.organiserId },
    });
    await approve(other, payment);
    await note(of, payment);
  });

  it('rule 25: are ordered to the last second of the budget year, and not after it', async () => {
    const of = await scenes.decided([60_000]);
    const [id] = await scenes.inForce(of);
    const orderAt = async (instant: string) =>
      app.get(OrderPayment).execute(await app.ctx(of.officer, new Date(instant)), id!, {
        ...{ instalment: 1, purpose: PURPOSE, basis: null },
      });
    const refused = { code: 'contracts.outside-year', data: { year: 2021 } };
    await expect(orderAt('2022-01-01T00:00:00+02:00')).rejects.toMatchObject(refused);
    await expect(orderAt('2020-12-31T23:59:59+02:00')).rejects.toMatchObject(refused);
    await orderAt('2021-12-31T23:59:59+02:00');
    expect(await sums(of)).toEqual([{ year: 42_000_00, ordered: 42_000_00, paid: 0 }]);
  });

  it('rule 60: orders at once never exceed the contract', async () => {
    const of = await scenes.decided([60_000]);
    const [id] = await scenes.inForce(of);
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => order(of, id!)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await sums(of)).toEqual([{ year: 42_000_00, ordered: 42_000_00, paid: 0 }]);
  });

  it('rule 60: orders at once never exceed what the competition has this year', async () => {
    const of = await scenes.decided([30_000, 30_000, 30_000]);
    const ids = await scenes.inForce(of);
    await world.rows('update contracts.allocation set allocated_kop = $2 where competition_id = $1', [
      of.id,
      45_000 * UAH,
    ]);
    const results = await Promise.allSettled(ids.map((id) => order(of, id)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const refused = results.flatMap((one) => (one.status === 'rejected' ? [one.reason.fields] : []));
    expect(refused).toEqual([[{ field: '', code: 'contracts.allocation-exceeded' }]]);
    expect(await sums(of)).toEqual([{ year: 42_000_00, ordered: 42_000_00, paid: 0 }]);
  });

  it('rule 60: what is cancelled gives its money back, and may be ordered again', async () => {
    const of = await scenes.decided([60_000]);
    const [id] = await scenes.inForce(of);
    const payment = await order(of, id!);
    await app.get(CancelPayment).execute(await scenes.at(of.director), payment, 'помилка в рахунку');
    expect(await sums(of)).toEqual([{ year: 0, ordered: 0, paid: 0 }]);
    await order(of, id!);
    await expect(approve(of.director, payment)).rejects.toMatchObject({ code: 'contracts.not-now' });
  });

  it('rule 60: a statement pays what agrees and shows what differs', async () => {
    const of = await scenes.decided([60_000, 30_000]);
    const ids = await scenes.inForce(of);
    const [noted, waiting] = [await order(of, ids[0]!), await order(of, ids[1]!)];
    for (const payment of [noted, waiting]) await approve(of.director, payment);
    await note(of, noted, '7');
    await world.rows('update contracts.payment set iban = $2 where id = $1', [
      waiting,
      'UA213223130000026007233566001',
    ]);
    const lines = [
      'Номер документа;Дата;Сума;Рахунок отримувача;Призначення',
      `7;01.02.2021;42000,00;${IBAN};так`,
      '8;01.02.2021;21 000,00;UA21 3223 1300 0002 6007 2335 6600 1;так',
      '8;01.02.2021;21000,00;UA213223130000026007233566001;двічі',
      `9;01.02.2021;5,00;${IBAN};невідомо`,
    ];
    const take = async (text: string) =>
      app
        .get(TakeStatement)
        .execute(await scenes.at(of.accountant), of.organiserId, { name: 'виписка.csv', content: Buffer.from(text) });
    const statement = await take(lines.join('\r\n'));
    expect(
      await world.rows('select outcome from contracts.statement_row where statement_id = $1 order by number', [
        statement,
      ]),
    ).toEqual(['matched', 'matched', 'twice', 'unknown'].map((outcome) => ({ outcome })));
    expect(await sums(of)).toEqual([{ year: 63_000_00, ordered: 63_000_00, paid: 63_000_00 }]);
    expect(await world.rows('select state, document_number from contracts.payment where id = $1', [waiting])).toEqual([
      { state: 'paid', document_number: '8' },
    ]);
    expect(
      await world.rows(
        `select body::jsonb #>> '{particulars,paymentId}' as id from facts.fact
          where scope_id = $1 and name = 'contracts.payment-made' order by seq`,
        [of.id],
      ),
    ).toEqual([{ id: noted }, { id: waiting }]);
    await expect(take(lines.join('\r\n'))).rejects.toMatchObject({ fields: [{ code: 'contracts.statement-twice' }] });
    await expect(take('Дата;Сума\n01.02.2021;5')).rejects.toMatchObject({
      fields: [{ code: 'contracts.statement-column' }],
    });
  });

  it('rule 60: a statement pays nothing of a rehearsal', async () => {
    const of = await scenes.decided([30_000]);
    const [id] = await scenes.inForce(of);
    const payment = await order(of, id!);
    await approve(of.director, payment);
    await world.rows('alter table competitions.competition disable trigger user');
    await world.rows('update competitions.competition set is_rehearsal = true where id = $1', [of.id]);
    await world.rows('alter table competitions.competition enable trigger user');
    const text = `Номер документа;Дата;Сума;Рахунок отримувача;Призначення\r\n7;01.02.2021;21000,00;${IBAN};так`;
    const statement = await app
      .get(TakeStatement)
      .execute(await scenes.at(of.accountant), of.organiserId, { name: 'виписка.csv', content: Buffer.from(text) });
    expect(
      await world.rows('select outcome from contracts.statement_row where statement_id = $1', [statement]),
    ).toEqual([{ outcome: 'unknown' }]);
    expect(await sums(of)).toEqual([{ year: 21_000_00, ordered: 21_000_00, paid: 0 }]);
  });

  it('are seen by the co-organiser as by the organiser, and changed by none of its people', async () => {
    const of = await scenes.decided([30_000]);
    const [id] = await scenes.inForce(of);
    const payment = await order(of, id!);
    const asked = { time: { startsOn: '2021-03-01', endsOn: '2021-12-20', reason: 'Дощі' } };
    const nothing = { time: null, content: null, budget: null, people: null };
    await app.get(AskChange).execute(await scenes.at(of.applicants[0]!), id!, { ...nothing, ...asked });
    const [change] = await world.rows<{ id: string }>(
      'select id from contracts.change_request where contract_id = $1',
      [id],
    );
    const neighbour = await world.organiser();
    const director = await scenes.awards.person({
      ...{ role: 'director', scopeKind: 'organiser', scopeId: neighbour.id },
    });
    const browser = await browserOf(app, director);
    const paths = [`/organiser/payments/${payment}`, `/contracts/changes/${change!.id}`, `/organiser/contracts/${id}`];
    for (const path of paths) expect([path, (await browser.get(path)).status]).toEqual([path, 404]);
    await world.rows('alter table competitions.competition disable trigger user');
    await world.rows(
      `update competitions.competition set co_organiser_id = $2, joint_order_number = '1', joint_order_on = '2020-10-01' where id = $1`,
      [of.id, neighbour.id],
    );
    await world.rows('alter table competitions.competition enable trigger user');
    for (const path of paths) expect([path, (await browser.get(path)).status]).toEqual([path, 200]);
    await expect(approve(director, payment)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
