import { AwardHolds } from '#libs/awards';
import {
  ApprovePayment,
  AskChange,
  DecideChange,
  NotePayment,
  OrderPayment,
  SignAct,
  type AskedChange,
  type NewContractAct,
} from '#libs/contracts';
import { Ports } from '#libs/platform/ports';
import { startApp, type TestApp } from '../support/app.js';
import { UAH } from '../support/award-scene.js';
import { browserOf } from '../support/commission.js';
import { ContractScenes, WINTER_DAY, type ContractScene } from '../support/contract-scene.js';
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

const NOTHING: AskedChange = { time: null, content: null, budget: null, people: null };
const moves = (first: number, second: number) => ({
  budget: { fundedKop: [first * UAH, second * UAH], reason: 'подорожчав друк' },
});
const ask = async (of: ContractScene, id: string, change: Partial<AskedChange>) =>
  app.get(AskChange).execute(await scenes.at(of.applicants[0]!), id, { ...NOTHING, ...change });
const lines = async (id: string) =>
  (
    await world.rows<{ uah: number }>(
      'select (funded_kop / 100)::int as uah from contracts.budget_line where contract_id = $1 order by position',
      [id],
    )
  ).map(({ uah }) => uah);
const act = async (of: ContractScene, id: string, change: Partial<NewContractAct>) =>
  app.get(SignAct).execute(await scenes.at(of.director), id, {
    ...{ kind: 'suspend', number: '15-а', on: WINTER_DAY, ground: 'occupation', note: 'Місто тимчасово окуповано' },
    ...{ spentKop: null, returnUntil: null },
    ...change,
  });

describe('a change of a contract', () => {
  it('rule 61: moves inside the limit are only noted, by a numbered notice, and never add up to more', async () => {
    const of = await scenes.decided([60_000]);
    const [id] = await scenes.inForce(of);
    // 36 000 and 24 000; a tenth of the second line is 2 400.
    expect(await ask(of, id!, moves(34_000, 26_000))).toBe(true);
    expect(await lines(id!)).toEqual([34_000, 26_000]);
    await expect(ask(of, id!, moves(34_000, 26_001))).rejects.toMatchObject({
      fields: [{ code: 'contracts.total-moves' }],
    });
    expect(await ask(of, id!, moves(33_600, 26_400))).toBe(true);
    expect(await ask(of, id!, moves(33_599, 26_401))).toBe(false);
    expect(await lines(id!)).toEqual([33_600, 26_400]);
    expect(
      await world.rows('select kind, number from contracts.amendment where contract_id = $1 order by number', [id]),
    ).toEqual([
      { kind: 'notice', number: 1 },
      { kind: 'notice', number: 2 },
    ]);
  });

  it('rule 61: each part is decided by itself, with a reason; the accepted ones become an amendment', async () => {
    const of = await scenes.decided([60_000]);
    const [id] = await scenes.inForce(of);
    const time = { startsOn: '2021-03-01', endsOn: '2021-12-20', reason: 'повінь' };
    await expect(ask(of, id!, { time: { ...time, endsOn: '2022-01-10' } })).rejects.toMatchObject({
      fields: [{ code: 'contracts.outside-year' }],
    });
    expect(await ask(of, id!, { time, ...moves(20_000, 40_000) })).toBe(false);
    await expect(ask(of, id!, { time })).rejects.toMatchObject({ fields: [{ code: 'contracts.change-open' }] });
    const [request] = await world.rows<{ id: string }>(
      'select id from contracts.change_request where contract_id = $1',
      [id],
    );
    const decide = async (budgetReason: string) =>
      app.get(DecideChange).execute(await scenes.at(of.director), request!.id, [
        { kind: 'time', isAccepted: true, reason: 'обставини підтверджено' },
        { kind: 'budget', isAccepted: false, reason: budgetReason },
      ]);
    await expect(decide(' ')).rejects.toMatchObject({ fields: [{ field: 'parts[0][reason]' }] });
    await decide('ціни не підтверджено');
    await expect(decide('ще раз')).rejects.toMatchObject({ code: 'contracts.change-decided' });
    expect(await world.rows('select ends_on::text as on from contracts.contract where id = $1', [id])).toEqual([
      { on: '2021-12-20' },
    ]);
    expect(await lines(id!)).toEqual([36_000, 24_000]);
    const page = await (await browserOf(app, of.applicants[0]!)).get(`/contracts/changes/${request!.id}`);
    expect(page.text).toContain('ціни не підтверджено');
    expect(page.text).toContain('Додаткова угода № 1');
  });
});

describe('a contract that stops', () => {
  it('is suspended by an act, pays nothing meanwhile, and goes on by another', async () => {
    const of = await scenes.decided([60_000]);
    const [id] = await scenes.inForce(of);
    await expect(act(of, id!, { ground: null })).rejects.toMatchObject({ fields: [{ field: 'ground' }] });
    await act(of, id!, {});
    expect(await scenes.stateOf(id!)).toBe('suspended');
    const order = async () =>
      app
        .get(OrderPayment)
        .execute(await scenes.at(of.officer), id!, { instalment: 1, purpose: 'Підтримка', basis: null });
    await expect(order()).rejects.toMatchObject({ code: 'contracts.not-in-force' });
    await act(of, id!, { kind: 'resume', ground: null, number: '16-а' });
    await order();
  });

  it('ends early with a settlement to the kopeck, and blames nobody', async () => {
    const of = await scenes.decided([60_000]);
    const [id] = await scenes.inForce(of);
    const payment = await app
      .get(OrderPayment)
      .execute(await scenes.at(of.officer), id!, { instalment: 1, purpose: 'Підтримка', basis: null });
    const end = (change: Partial<NewContractAct>) => act(of, id!, { kind: 'end-early', ...change });
    await expect(end({ spentKop: 0 })).rejects.toMatchObject({ code: 'contracts.payments-open' });
    await app.get(ApprovePayment).execute(await scenes.at(of.director), payment);
    const made = { documentNumber: '5', paidOn: WINTER_DAY };
    await app.get(NotePayment).execute(await scenes.at(of.officer), payment, made);
    await expect(end({ spentKop: 42_001 * UAH })).rejects.toMatchObject({ fields: [{ field: 'spent' }] });
    await expect(end({ spentKop: 40_000 * UAH })).rejects.toMatchObject({ fields: [{ field: 'returnUntil' }] });
    await end({ spentKop: 40_000 * UAH, returnUntil: '2021-03-01' });
    expect(
      await world.rows(
        'select paid_kop::int as paid, spent_kop::int as spent, return_kop::int as back from contracts.act where contract_id = $1',
        [id],
      ),
    ).toEqual([{ paid: 42_000_00, spent: 40_000_00, back: 2_000_00 }]);
    expect(await scenes.stateOf(id!)).toBe('ended-early');
    const page = await (await browserOf(app, of.applicants[0]!)).get(`/contracts/${id}`);
    expect(page.text).toContain('до повернення 2 000,00 грн');
  });

  it('rule 50: holds its award while it stands and when money went by it; ended before any, it lets go', async () => {
    const of = await scenes.decided([60_000]);
    const [id] = await scenes.inForce(of);
    const [row] = await world.rows<{ awardId: string }>(
      'select award_id as "awardId" from contracts.contract where id = $1',
      [id],
    );
    const holds = async () => {
      const codes = await Promise.all(
        app
          .get(Ports)
          .all(AwardHolds)
          .map((one) => one.heldBy(app.db, row!.awardId)),
      );
      return codes.filter(Boolean);
    };
    expect(await holds()).toEqual(['contracts.signed-already']);
    await act(of, id!, { kind: 'end-early', spentKop: 0 });
    expect(await holds()).toEqual([]);
    await world.rows('update contracts.contract set ordered_kop = 1, paid_kop = 1 where id = $1', [id]);
    expect(await holds()).toEqual(['contracts.signed-already']);
  });
});
