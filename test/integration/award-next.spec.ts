import { kyivInstant } from '#libs/platform/clock';
import type { Actor, Grant } from '#libs/platform/access';
import {
  DeclineAward,
  OpenAdditionalCompetition,
  PlanNextSession,
  RegisterRefusal,
  SignAdditionalOrder,
} from '#libs/awards';
import { startApp, type TestApp } from '../support/app.js';
import { AwardScenes, rulesWith, UAH, type AwardScene } from '../support/award-scene.js';
import { CompetitionWorld } from '../support/competition-world.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scenes: AwardScenes;
type Person = Actor & { personId: string };

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = new AwardScenes(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const applicantOf = (scopeId: string): Grant => ({ role: 'applicant', scopeKind: 'organisation', scopeId });
const LETTER = { number: '17', on: '2020-12-01', reason: 'Змінилися обставини.' };

/** 60 000 and 40 000 given, two are next: 30 000 and 20 000. */
async function decided(values: Record<string, unknown> = {}): Promise<AwardScene> {
  const of = await scenes.rated(
    [
      { points: 36, uah: 60_000 },
      { points: 34, uah: 40_000 },
      { points: 32, uah: 30_000 },
      { points: 30, uah: 20_000 },
      { points: 20, uah: 5_000 },
    ],
    values,
  );
  await scenes.adopted(of);
  await scenes.order(of);
  return of;
}

const refuse = async (of: AwardScene, index: number) =>
  app.get(RegisterRefusal).execute(await app.ctx(of.officer), of.proposals[index]!.id, LETTER);

async function planned(of: AwardScene): Promise<string> {
  const plan = { plannedAt: new Date(Date.now() + 3_600_000), place: 'кімната 305' };
  return app.get(PlanNextSession).execute(await app.ctx(of.officer), of.id, plan);
}

async function adopted(of: AwardScene, vote?: Parameters<AwardScenes['voted']>[2]): Promise<void> {
  const sessionId = await planned(of);
  await scenes.voted(of, sessionId, vote);
  await scenes.sign(of, sessionId);
}

const order = async (of: AwardScene, who: Person = of.director, number = '118-од') =>
  app.get(SignAdditionalOrder).execute(await app.ctx(who), of.id, number);

const pot = async ({ id }: AwardScene): Promise<number> => {
  const rows = await world.rows<{ k: string }>('select awarded_kop as k from awards.pot where competition_id = $1', [
    id,
  ]);
  return Number(rows[0]!.k) / UAH;
};

const results = ({ id }: AwardScene) =>
  world
    .rows<{ outcome: string; uah: number }>(
      `select r.outcome, (r.amount_kop / 100)::int as uah from awards.v_result r
         join applications.v_application a on a.id = r.application_id where r.competition_id = $1 order by a.register_code`,
      [id],
    )
    .then((rows) => rows.map(({ outcome, uah }) => [outcome, uah]));

describe('the next in the rating', () => {
  it('rule 50: is offered freed money in order, by new minutes and an additional order; all are told', async () => {
    const of = await decided();
    await expect(planned(of)).rejects.toMatchObject({ code: 'awards.nothing-freed' });
    await refuse(of, 1);
    await expect(order(of)).rejects.toMatchObject({ code: 'awards.next-undecided' });
    await adopted(of);
    expect(await pot(of)).toBe(90_000);
    expect((await results(of))[2]).toEqual(['next', 0]);
    await expect(order(of, of.officer)).rejects.toMatchObject({ code: 'awards.director-only' });
    await order(of);
    // 10 000 is left, and the fourth asks for 20 000: nobody is given less where the conditions forbid it.
    expect(await results(of)).toEqual([
      ['funded', 60_000],
      ['declined', 0],
      ['funded', 30_000],
      ['next', 0],
      ['not-funded', 0],
    ]);
    const [letter] = await world.rows<{ template: string }>(
      `select template from notifications.message where once_key like $1`,
      [`awards.next:${of.proposals[2]!.id}:%`],
    );
    expect(letter).toEqual({ template: 'awards.funded' });
    const { text } = await new Visitor(app).get(`/competitions/${of.code}/results`);
    expect(text).toContain('додатковим наказом № 118-од надано або запропоновано 30 000,00 грн');
    const first = await world.rows(
      `select number, kind from awards.award_order where competition_id = $1 order by kind`,
      [of.id],
    );
    expect(first).toEqual([
      { number: '118-од', kind: 'additional' },
      { number: '112-од', kind: 'results' },
    ]);
    await expect(order(of, of.director, '119-од')).rejects.toMatchObject({ code: 'awards.nobody-next' });
  });

  it('rule 50: a vote against passes a proposal over, and the one after it is next', async () => {
    const of = await decided();
    await refuse(of, 1);
    await adopted(of, () => 'against');
    expect((await results(of))[2]).toEqual(['not-funded', 0]);
    const { id, organisationId } = of.proposals[2]!;
    const applicant = await scenes.signedIn(await scenes.person(applicantOf(organisationId)));
    const why = 'комісія не підтримала, коли кошти звільнилися';
    expect((await applicant.get(`/applications/${id}/result`)).text).toContain(
      `Фінансової підтримки не надано: ${why}.`,
    );
    expect((await new Visitor(app).get(`/competitions/${of.code}/results/table`)).text).toContain(why);
    const passport = (await applicant.get(`/applications/${of.proposals[1]!.id}/result/passport`)).status;
    expect(passport).toBe(404);
    const declined = await scenes.signedIn(await scenes.person(applicantOf(of.proposals[1]!.organisationId)));
    expect((await declined.get(`/applications/${of.proposals[1]!.id}/result/passport`)).text).toContain('Відмовилися');
    await adopted(of);
    await order(of);
    expect((await results(of))[3]).toEqual(['funded', 20_000]);
    expect(await pot(of)).toBe(80_000);
  });

  it('rule 50: whoever was given the money as the next one may refuse it too', async () => {
    const of = await decided();
    await refuse(of, 0);
    await adopted(of);
    await order(of);
    expect((await results(of)).slice(2, 4)).toEqual([
      ['funded', 30_000],
      ['funded', 20_000],
    ]);
    const who = await scenes.person(applicantOf(of.proposals[2]!.organisationId));
    await app.get(DeclineAward).execute(await app.ctx(who), of.proposals[2]!.id, 'Уже маємо інше фінансування.');
    expect(await pot(of)).toBe(60_000);
    await expect(planned(of)).rejects.toMatchObject({ code: 'awards.nobody-next' });
  });

  it('rule 50: refusals and orders at once never take more than the pot', async () => {
    const of = await decided();
    await refuse(of, 1);
    await adopted(of);
    const both = await Promise.allSettled([
      order(of, of.director, '1-од'),
      order(of, of.director, '2-од'),
      refuse(of, 0),
    ]);
    expect(both.slice(0, 2).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await pot(of)).toBe(30_000);
  });

  it('rule 50: is not offered anything where the conditions say so', async () => {
    const rules = rulesWith({ partialAward: 'never', substitution: 'none' });
    const of = await decided({ rule_set: JSON.stringify(rules) });
    await refuse(of, 0);
    await expect(planned(of)).rejects.toMatchObject({ code: 'awards.no-substitution' });
  });

  it('rule 49, rule 50: is offered less, with consent, where the conditions allow it', async () => {
    const of = await decided({ ...AwardScenes.PARTIAL, own_share_hundredths: 0 });
    await refuse(of, 1);
    await adopted(of);
    await order(of);
    expect((await results(of)).slice(2, 4)).toEqual([
      ['funded', 30_000],
      ['funded', 10_000],
    ]);
    const states = await world.rows(
      `select state from awards.award where competition_id = $1 and application_id = $2`,
      [of.id, of.proposals[3]!.id],
    );
    expect(states).toEqual([{ state: 'offered' }]);
  });

  it('is led by the page: refusal, session, order, each for whom it is', async () => {
    const of = await decided();
    await refuse(of, 1);
    const path = `/organiser/competitions/${of.id}/awards`;
    const officer = await scenes.signedIn(of.officer);
    const before = await officer.get(path);
    expect(before.text).toContain('Вільні кошти для них: 40 000,00 грн');
    expect((await officer.get('/desk')).text).toContain('Запропонувати вільні кошти наступній за рейтингом');
    expect((await officer.post(path, { place: '' })).status).toBe(422);
    await adopted(of);
    const director = await scenes.signedIn(of.director);
    expect((await director.get('/desk')).text).toContain('Підписати додатковий наказ');
    expect((await director.get(path)).html).toContain('name="number"');
    expect((await director.post(`${path}/order`, { number: '' })).status).toBe(422);
    const done = await director.post(`${path}/order`, { number: '120-од', confirmed: '1' });
    expect([done.status, done.location]).toEqual([303, path]);
    expect((await director.get(path)).text).toContain('Додатковий наказ № 120-од');
    const [paper] = await world.rows<{ id: string }>(
      `select id from awards.award_order where competition_id = $1 and kind = 'additional'`,
      [of.id],
    );
    expect((await new Visitor(app).get(`/competitions/${of.code}/results/orders/${paper!.id}`)).status).toBe(200);
  });
});

describe('an additional competition', () => {
  it('rule 51: is opened for undistributed money where the rules allow it, linked to the first, once', async () => {
    const call = { title: 'Додатковий конкурс', announcedOn: '2021-06-01' };
    const open = async (of: AwardScene) =>
      app
        .get(OpenAdditionalCompetition)
        .execute(await app.ctx(of.officer, kyivInstant('2021-05-20', '10:00')), of.id, call);
    const old = await decided();
    await refuse(old, 1);
    await expect(open(old)).rejects.toMatchObject({ code: 'awards.no-additional' });

    const rules = rulesWith({ partialAward: 'never', additionalCompetition: true });
    const made = await CompetitionWorld.open(app, world);
    const of = await decided({ rule_set: JSON.stringify(rules), measure_id: made.measureId });
    await refuse(of, 1);
    await expect(open(of)).rejects.toMatchObject({ code: 'awards.next-first' });
    await adopted(of, () => 'against');
    await adopted(of, () => 'against');
    const { id: neighbourId } = await world.organiser();
    await world.rows('update competitions.competition set co_organiser_id = $2 where id = $1', [of.id, neighbourId]);
    const neighbour = await scenes.person({ role: 'officer', scopeKind: 'organiser', scopeId: neighbourId });
    const shown = async (who: Person) =>
      (await (await scenes.signedIn(who)).get(`/organiser/competitions/${of.id}/awards`)).text;
    expect([
      (await shown(neighbour)).includes('Додатковий конкурс'),
      (await shown(of.officer)).includes('Додатковий конкурс'),
    ]).toEqual([false, true]);
    const openAs = app.get(OpenAdditionalCompetition).execute(await app.ctx(neighbour), of.id, call);
    await expect(openAs).rejects.toMatchObject({ code: 'awards.officer-only' });
    const id = await open(of);
    expect(await world.rows('select pot_kop, state from competitions.competition where id = $1', [id])).toEqual([
      { pot_kop: '4000000', state: 'draft' },
    ]);
    expect(
      await world.rows('select first_id from awards.additional_competition where competition_id = $1', [id]),
    ).toEqual([{ first_id: of.id }]);
    await expect(open(of)).rejects.toMatchObject({ code: 'awards.additional-exists' });
  });
});

describe('scenarios of an award', () => {
  const WAYS = {
    rule_set: JSON.stringify(rulesWith({ partialAward: 'never', allocationWays: ['top-down', 'portfolio'] })),
  };
  const rated = () =>
    scenes.rated(
      [
        { points: 36, uah: 60_000 },
        { points: 34, uah: 50_000 },
        { points: 32, uah: 40_000 },
      ],
      WAYS,
    );

  it('stand side by side; the one that the conditions name goes to the session and into its minutes', async () => {
    const of = await rated();
    const path = `/organiser/competitions/${of.id}/scenarios`;
    const officer = await scenes.signedIn(of.officer);
    const page = await officer.get(`${path}?priority=30000`);
    expect(page.text).toContain('набір проєктів із найбільшою сумою балів за ці кошти');
    expect(page.text).toContain('В умовах конкурсу не названо');
    expect((await officer.post(path, { way: 'priority-minimum', groupKop: '30000' })).status).toBe(422);
    expect((await officer.post(path, { way: 'portfolio' })).status).toBe(303);
    await scenes.adopted(of);
    const lines = await world.rows<{ outcome: string; uah: number }>(
      'select outcome, (amount_kop / 100)::int as uah from awards.allocation_line where competition_id = $1 order by place',
      [of.id],
    );
    expect(lines.map(({ outcome, uah }) => [outcome, uah])).toEqual([
      ['funded', 60_000],
      ['next', 0],
      ['funded', 40_000],
    ]);
    const late = await officer.post(path, { way: 'top-down' });
    expect(late.text).toContain('Спосіб обирають до скликання засідання');
    expect((await (await scenes.signedIn((await rated()).officer)).get(path)).status).toBe(404);
  });
});
