import { newId } from '#libs/platform/database';
import type { Actor, Grant } from '#libs/platform/access';
import { AgreeToPartial, DeclineAward, RegisterRefusal } from '#libs/awards';
import { EndOffers } from '../../libs/awards/src/jobs/end-offers.sweep.js';
import { startApp, type TestApp } from '../support/app.js';
import { AwardScenes, UAH, type AwardScene } from '../support/award-scene.js';
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

type Offered = { of: AwardScene; second: AwardScene['proposals'][number]; who: Person };

/** An order by which the second of three is offered 40 000 of its 50 000. */
async function offered({ isPaper = false } = {}): Promise<Offered> {
  const of = await scenes.rated(
    [
      { points: 36, uah: 60_000 },
      { points: 32, uah: 50_000 },
      { points: 30, uah: 10_000 },
    ],
    { own_share_hundredths: 0, ...AwardScenes.PARTIAL },
  );
  const second = of.proposals[1]!;
  const who = isPaper ? of.officer : await scenes.person(applicantOf(second.organisationId));
  if (isPaper) await envelope(of, second.id);
  await scenes.adopted(of);
  await scenes.order(of);
  return { of, second, who };
}

/** The proposal came on paper, from an organisation that nobody here acts for. */
async function envelope({ id, officer, chair, proposals }: AwardScene, applicationId: string): Promise<void> {
  const { organisationId } = proposals.find((one) => one.id === applicationId)!;
  await world.rows('delete from identity.role_grant where scope_id = $1', [organisationId]);
  await world.insert('applications.envelope', {
    ...{ id: newId(), competition_id: id, application_id: applicationId, state: 'accepted', sender: 'ГО «Папір»' },
    ...{ register_code: `к-${newId().slice(-6)}`, incoming_number: '01-12/7', channel: 'post' },
    ...{ received_at: new Date(), registered_at: new Date(), checked_at: new Date(), email: 'papir@try.example' },
    ...{ registered_by: officer.personId, typed_by: officer.personId, checked_by: chair.personId },
  });
}

const money = (first: number, rest: number) =>
  [first, rest].map((uah) => ({
    ...{ quantity: uah > 0 ? 1 : 0, months: 1, priceKop: uah * UAH, fundedKop: uah * UAH, ownKop: 0, otherKop: 0 },
  }));

const pot = async ({ id }: AwardScene) =>
  Number(
    (await world.rows<{ k: string }>('select awarded_kop as k from awards.pot where competition_id = $1', [id]))[0]!.k,
  ) / UAH;

const awards = ({ id }: AwardScene) =>
  world.rows<{ state: string; uah: number; partial: boolean }>(
    `select v.state, (v.amount_kop / 100)::int as uah, v.is_partial as partial
       from awards.v_award v join applications.v_application a on a.id = v.application_id
      where v.competition_id = $1 order by a.register_code`,
    [id],
  );

/** The letter that offers less was sent at an instant. */
async function told(applicationId: string, at: Date): Promise<void> {
  await world.rows(
    `update notifications.message set state = 'sent', sent_at = $2
      where clock_id in (select id from notifications.clock where about_id = $1 and template = 'awards.partial')`,
    [applicationId, at],
  );
}

const sweepAt = async (at: Date): Promise<void> => app.get(EndOffers).sweep(await app.ctx(undefined, at));

describe('less than the request', () => {
  it('rule 49: is offered by the order and stands only with consent and a corrected budget', async () => {
    const { of, second, who } = await offered();
    expect(await awards(of)).toEqual([
      { state: 'stands', uah: 60_000, partial: false },
      { state: 'offered', uah: 40_000, partial: true },
    ]);
    expect(await pot(of)).toBe(100_000);
    const agree = app.get(AgreeToPartial);
    const wrong = agree.execute(await app.ctx(who), second.id, money(1_000, 38_000));
    await expect(wrong).rejects.toMatchObject({ fields: [{ code: 'applications.check-sum-not-offered' }] });
    await agree.execute(await app.ctx(who), second.id, money(1_000, 39_000));
    expect((await awards(of))[1]).toEqual({ state: 'stands', uah: 40_000, partial: true });
    const [budget] = await world.rows<{ lines: { title: string }[]; funded: string }>(
      'select lines, funded_kop as funded from awards.v_corrected_budget where application_id = $1',
      [second.id],
    );
    expect([budget!.lines.map(({ title }) => title), budget!.funded]).toEqual([['Оренда', 'Послуги'], '4000000']);
    await expect(agree.execute(await app.ctx(who), second.id, money(1_000, 39_000))).rejects.toMatchObject({
      code: 'awards.not-now',
    });
    const paper = await (await scenes.signedIn(who)).get(`/applications/${second.id}/result/consent`);
    expect(paper.status).toBe(200);
  });

  it('rule 49: the page in the cabinet takes the corrected budget, and comes back with what was typed', async () => {
    const { second, who } = await offered();
    const visitor = await scenes.signedIn(who);
    const path = `/applications/${second.id}/result`;
    const result = await visitor.get(path);
    expect(result.text).toContain('Вам пропонують 40 000,00 грн із 50 000,00 грн');
    expect((await visitor.get(`${path}/offer`)).status).toBe(200);
    const line = (at: number, uah: string) => ({
      [`lines[${at}][quantity]`]: '1',
      [`lines[${at}][price]`]: uah,
      [`lines[${at}][funded]`]: uah,
      [`lines[${at}][own]`]: '0',
    });
    const unsure = await visitor.post(`${path}/offer`, { ...line(0, '1000'), ...line(1, '38500,50') });
    expect(unsure.status).toBe(422);
    expect(unsure.html).toContain('value="38500,50"');
    expect(unsure.text).toContain('Підтвердьте згоду організації');
    const short = await visitor.post(`${path}/offer`, { ...line(0, '1000'), ...line(1, '38500,50'), agreed: '1' });
    expect(short.text).toContain('а пропонують рівно 40 000,00 грн');
    const done = await visitor.post(`${path}/offer`, { ...line(0, '1000'), ...line(1, '39000'), agreed: '1' });
    expect([done.status, done.location]).toEqual([303, `${path}?done=agreed`]);
    expect((await visitor.get(done.location)).text).toContain('Згоду записано');
  });

  it('rule 49: on paper it is offered to the address on the envelope; the officer answers, and comes to own pages', async () => {
    const { of, second, who } = await offered({ isPaper: true });
    const letters = await world.rows(
      `select m.template, m.to_address as "to" from notifications.message m join notifications.clock c on c.id = m.clock_id
        where c.about_id = $1`,
      [second.id],
    );
    expect(letters).toEqual([{ template: 'awards.partial', to: 'papir@try.example' }]);
    const officer = await scenes.signedIn(who);
    const awardsPage = `/organiser/competitions/${of.id}/awards`;
    const offer = await officer.get(`/applications/${second.id}/result/offer`);
    expect(offer.html).toContain(`href="${awardsPage}"`);
    const done = await officer.post(`/applications/${second.id}/result/refusal`, { reason: 'Лист № 3', sure: '1' });
    expect([done.status, done.location]).toEqual([303, awardsPage]);
    expect((await officer.get(`/applications/${second.id}/result/refusal`)).location).toBe(awardsPage);
    expect((await officer.get(awardsPage)).status).toBe(200);
  });

  it('rule 49: of several offers that are over, one that cannot end keeps the others from nothing', async () => {
    const [first, other] = [await offered(), await offered()];
    for (const { second } of [first, other]) await told(second.id, new Date('2026-11-02T10:00:00Z'));
    // The pot of the first says less than was given: freeing it would go below nought.
    await world.rows('update awards.pot set awarded_kop = 0 where competition_id = $1', [first.of.id]);
    await expect(sweepAt(new Date('2026-11-09T22:00:00Z'))).rejects.toThrow();
    expect((await awards(first.of))[1]).toMatchObject({ state: 'offered' });
    expect((await awards(other.of))[1]).toMatchObject({ state: 'refused' });
    await world.rows('update awards.pot set awarded_kop = 10000000 where competition_id = $1', [first.of.id]);
  });

  it('rule 49: whoever declines, or is silent until the term is over, frees the money; both sides are told', async () => {
    const { of, second, who } = await offered();
    await app.get(DeclineAward).execute(await app.ctx(who), second.id, 'Без решти коштів проєкт неможливий.');
    expect((await awards(of))[1]).toMatchObject({ state: 'refused' });
    expect(await pot(of)).toBe(60_000);
    const silent = await offered();
    await told(silent.second.id, new Date('2026-11-02T10:00:00Z'));
    await sweepAt(new Date('2026-11-06T10:00:00Z'));
    expect((await awards(silent.of))[1]).toMatchObject({ state: 'offered' });
    await sweepAt(new Date('2026-11-09T21:59:59Z'));
    expect((await awards(silent.of))[1]).toMatchObject({ state: 'offered' });
    const late = app
      .get(AgreeToPartial)
      .execute(await app.ctx(silent.who, new Date('2026-11-09T22:00:00Z')), silent.second.id, money(1_000, 39_000));
    await expect(late).rejects.toMatchObject({ code: 'awards.offer-over' });
    await sweepAt(new Date('2026-11-09T22:00:00Z'));
    expect((await awards(silent.of))[1]).toMatchObject({ state: 'refused' });
    expect(await pot(silent.of)).toBe(60_000);
    const letters = await world.rows<{ template: string }>(
      `select distinct template from notifications.message where template like 'awards.offer-%' or template like 'awards.ended-%'`,
    );
    expect(letters.map(({ template }) => template).sort()).toEqual([
      'awards.ended-decline',
      'awards.ended-lapse',
      'awards.offer-ends',
      'awards.offer-lapsed',
    ]);
  });

  it('rule 49: of consent and refusal that come at once exactly one holds, and the pot agrees with it', async () => {
    const { of, second, who } = await offered();
    const letter = { number: '17', on: '2020-12-01', reason: 'Лист організації' };
    const results = await Promise.allSettled([
      app.get(AgreeToPartial).execute(await app.ctx(who), second.id, money(1_000, 39_000)),
      app.get(DeclineAward).execute(await app.ctx(who), second.id, 'Не встигнемо.'),
      app.get(RegisterRefusal).execute(await app.ctx(of.officer), second.id, letter),
    ]);
    const [, award] = await awards(of);
    expect(await pot(of)).toBe(award!.state === 'stands' ? 100_000 : 60_000);
    // A letter may refuse what was agreed a moment ago; nothing is freed twice.
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    const freed = await world.rows(
      `select 1 from awards.award_step s join awards.award w on w.id = s.award_id
        where w.application_id = $1 and s.action <> 'consent'`,
      [second.id],
    );
    expect(freed.length).toBe(award!.state === 'refused' ? 1 : 0);
  });

  it('is answered by the own organisation alone', async () => {
    const { of, second } = await offered();
    const rival = await scenes.signedIn(await scenes.person(applicantOf((await world.organisation()).id)));
    const member = await scenes.signedIn(of.chair);
    for (const part of ['offer', 'refusal']) {
      expect((await rival.get(`/applications/${second.id}/result/${part}`)).status).toBe(404);
      expect((await member.get(`/applications/${second.id}/result/${part}`)).status).toBe(403);
    }
    expect((await rival.get(`/organiser/awards/${second.id}/refusal`)).status).toBe(403);
    const other = await scenes.rated([]);
    const stranger = await scenes.signedIn(other.officer);
    expect((await stranger.get(`/organiser/awards/${second.id}/refusal`)).status).toBe(404);
    expect((await stranger.get(`/organiser/competitions/${of.id}/awards`)).status).toBe(404);
  });

  it('rule 50: a winner refuses by a letter; the public page says what changed and keeps what was decided', async () => {
    const { of } = await offered();
    const [first] = of.proposals;
    const officer = await scenes.signedIn(of.officer);
    const path = `/organiser/awards/${first!.id}/refusal`;
    expect((await officer.get(path)).status).toBe(200);
    expect((await officer.post(path, { number: '', on: '', reason: '' })).status).toBe(422);
    const typed = { number: '212/01', 'on-day': '1', 'on-month': '12', 'on-year': '2020', on: '2020-12-01' };
    const done = await officer.post(path, { ...typed, reason: 'Переїхали; тел. 050 999 88 77' });
    expect([done.status, done.location]).toEqual([303, `/organiser/competitions/${of.id}/awards`]);
    expect((await officer.get(done.location)).text).toContain('Лист № 212/01');
    expect(await pot(of)).toBe(40_000);
    const page = (await new Visitor(app).get(`/competitions/${of.code}/results`)).text;
    expect(page).toContain('Що змінилося після наказу');
    expect(page).toContain('Переможець відмовився від підтримки. Вивільнено 60 000,00 грн.');
    expect(page).not.toContain('999 88');
    const data = JSON.parse((await new Visitor(app).get(`/api/v1/competitions/${of.code}/results`)).html);
    expect(data.proposals.map((one: Record<string, unknown>) => [one.outcome, one.awarded])).toEqual([
      ['declined', '0.00'],
      ['offered', '40000.00'],
      ['next', '0.00'],
    ]);
    expect(
      await world.rows('select outcome, amount_kop from awards.allocation_line where application_id = $1', [first!.id]),
    ).toEqual([{ outcome: 'funded', amount_kop: '6000000' }]);
  });
});
