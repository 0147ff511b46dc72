import { SignAwardOrder } from '#libs/awards';
import { ApprovePayment, OrderPayment, SignContracts } from '#libs/contracts';
import { ConfirmRuling } from '#libs/rulings';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf } from '../support/commission.js';
import { ContractScenes, type ContractScene } from '../support/contract-scene.js';
import { RulingScenes } from '../support/ruling-scene.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scenes: ContractScenes;
let rulings: RulingScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = new ContractScenes(app, world);
  rulings = new RulingScenes(app);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const sign = async (of: ContractScene, id: string) =>
  app.get(SignContracts).execute(await scenes.at(of.director), of.id, [id]);
const order = async (of: ContractScene, id: string) =>
  app
    .get(OrderPayment)
    .execute(await scenes.at(of.officer), id, { instalment: 1, purpose: 'Фінансова підтримка', basis: null });
const approve = async (of: ContractScene, id: string) =>
  app.get(ApprovePayment).execute(await scenes.at(of.director), id);

describe('a ruling of a court', () => {
  it('is registered by one and confirmed by another; before that it holds nothing', async () => {
    const of = await scenes.decided([60_000]);
    const [contract] = await scenes.agreed(of);
    const id = await rulings.registered(of);
    await expect(rulings.registered(of)).rejects.toMatchObject({ fields: [{ code: 'rulings.known' }] });
    const both = { ...of.officer, grants: [...of.officer.grants, ...of.director.grants] };
    await expect(app.get(ConfirmRuling).confirm(await scenes.at(both), of.id, id)).rejects.toMatchObject({
      code: 'rulings.two-people',
    });
    await sign(of, contract!);
    await rulings.confirm(of, id);
    await expect(rulings.confirm(of, id)).rejects.toMatchObject({ code: 'rulings.over' });
    await expect(world.rows(`update rulings.ruling set court = 'інший' where id = $1`, [id])).rejects.toThrow(
      'a registered ruling stays as it was',
    );
    expect(await world.rows(`select name from facts.fact where subject_id = $1 order by id`, [id])).toEqual([
      { name: 'rulings.registered' },
      { name: 'rulings.confirmed' },
    ]);
  });

  it('that the director gives back holds nothing, and its officer learns why', async () => {
    const of = await scenes.decided([60_000]);
    const id = await rulings.registered(of);
    await app.get(ConfirmRuling).giveBack(await scenes.at(of.director), of.id, id, 'Справа має інший номер');
    const [letter] = await world.rows<{ body: string }>(
      `select body from notifications.message where template = 'rulings.returned' order by id desc limit 1`,
    );
    expect(letter!.body).toContain('Справа має інший номер');
    await rulings.stayed(of, { caseNumber: '360/18/21' });
  });

  it('names days that were, and proposals that there are', async () => {
    const of = await scenes.decided([60_000]);
    for (const [wrong, field] of [
      [{ ruledOn: '2021-03-01', inForceOn: '2021-03-01' }, 'ruledOn'],
      [{ inForceOn: '2021-01-01' }, 'inForceOn'],
      [{ isWhole: false, codes: null }, 'codes'],
      [{ isWhole: false, codes: '9.9-2021/001' }, 'codes'],
      [{ kind: 'lift' as const, liftsId: of.id }, 'liftsId'],
    ] as const)
      await expect(rulings.registered(of, wrong)).rejects.toMatchObject({ fields: [{ field }] });
  });
});

describe('a stay', () => {
  it('of the whole competition holds contracts and payments until a later ruling lifts it', async () => {
    const of = await scenes.decided([60_000, 30_000]);
    const [first, second] = await scenes.agreed(of);
    await sign(of, first!);
    const id = await rulings.stayed(of);
    await expect(sign(of, second!)).rejects.toMatchObject({
      code: 'contracts.signing-held-because',
      data: { reason: expect.stringContaining('справа № 360/17/21') as string },
    });
    const page = await (await browserOf(app, of.director)).get(`/organiser/contracts/${second}`);
    expect(page.text).toContain('Луганський окружний адміністративний суд, справа № 360/17/21, ухвала від 29.01.2021');
    await rulings.lifted(of, id);
    await sign(of, second!);
    expect(await scenes.stateOf(second!)).toBe('signed');
  });

  it('of a named proposal holds its money only: order and approval of a payment', async () => {
    const of = await scenes.decided([60_000, 30_000]);
    const [first, second] = await scenes.inForce(of);
    const payment = await order(of, first!);
    const id = await rulings.stayed(of, { isWhole: false, codes: of.proposals[0]!.code });
    await expect(approve(of, payment)).rejects.toMatchObject({ code: 'contracts.held' });
    await expect(order(of, first!)).rejects.toMatchObject({ code: 'contracts.held' });
    await approve(of, await order(of, second!));
    await rulings.lifted(of, id);
    await approve(of, payment);
  });

  it('holds the order of award, also when it names one proposal only', async () => {
    const of = await scenes.awards.rated([
      { points: 38, uah: 60_000 },
      { points: 36, uah: 30_000 },
    ]);
    await scenes.awards.adopted(of);
    const id = await rulings.stayed(of, { isWhole: false, codes: of.proposals[1]!.code });
    const orderIt = async () => app.get(SignAwardOrder).execute(await scenes.at(of.director), of.id, '7-од');
    await expect(orderIt()).rejects.toMatchObject({ code: 'awards.order-held' });
    const page = await (await browserOf(app, of.director)).get(`/organiser/competitions/${of.id}/order`);
    expect(page.text).toContain('Наказу зараз не підписують');
    expect(page.html).not.toContain('name="confirmed"');
    await rulings.lifted(of, id);
    await orderIt();
  });

  it('that is confirmed at the same moment comes wholly before or wholly after a signature', async () => {
    const of = await scenes.decided([40_000, 30_000, 20_000]);
    const ids = await scenes.agreed(of);
    const ruling = await rulings.registered(of);
    const [confirmed, ...signed] = await Promise.allSettled([
      rulings.confirm(of, ruling),
      ...ids.map((id) => sign(of, id)),
    ]);
    expect(confirmed.status).toBe('fulfilled');
    // The chain of the competition is the order of what happened: after the confirmation nothing was signed.
    const chain = await world.rows<{ name: string }>(
      `select name from facts.fact where scope_id = $1 and name in ('rulings.confirmed', 'contracts.signed') order by seq`,
      [of.id],
    );
    expect(chain.at(-1)).toEqual({ name: 'rulings.confirmed' });
    expect(chain).toHaveLength(1 + signed.filter(({ status }) => status === 'fulfilled').length);
  });

  it('is told to the parties, stands on the desks, and is public without personal data (rules 53, 55)', async () => {
    const of = await scenes.decided([60_000, 30_000]);
    const id = await rulings.stayed(of, { isWhole: false, codes: of.proposals[0]!.code }, true);
    const [{ email }] = (await world.rows<{ email: string }>('select email from identity.person where id = $1', [
      of.applicants[0]!.personId,
    ])) as [{ email: string }];
    const told = await world.rows<{ email: string }>(
      `select to_address as email from notifications.message where template = 'rulings.confirmed' and path = $1`,
      [`/competitions/${of.code}/rulings`],
    );
    expect(told.map((one) => one.email)).toContain(email);
    for (const person of [of.officer, of.director])
      expect((await (await browserOf(app, person)).get('/desk')).text).toContain(
        'Суд зупинив кошти: справа № 360/17/21',
      );
    const everybody = new Visitor(app);
    const page = await everybody.get(`/competitions/${of.code}/rulings`);
    expect(page.text).toContain('Зупинити розподіл коштів. Телефон позивача […].');
    expect(page.text).toContain(of.proposals[0]!.code);
    expect(page.html).not.toContain('ухвала.pdf');
    expect((await everybody.get(`/competitions/${of.code}/rulings/${id}/copy`)).status).toBe(200);
    expect((await everybody.get(`/competitions/${of.code}`)).text).toContain('виплати й підписання зупинено');
    const scan = `/organiser/competitions/${of.id}/rulings/${id}/scan`;
    expect((await (await browserOf(app, of.officer)).get(scan)).status).toBe(200);
    expect((await (await browserOf(app, of.applicants[0]!)).get(scan)).status).toBe(403);
  });
});
