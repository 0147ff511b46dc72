import { PrepareAdmissionOrder, ReturnAdmissionOrder, SignAdmissionOrder } from '#libs/applications';
import { ADMIT, Admissions, REFUSE, all } from '../support/admissions.js';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf, commission, submitted, type Commission, type Person } from '../support/commission.js';
import { decidedBy } from '../support/deciders.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

const NOON = new Date('2020-11-12T10:00:00Z');
let app: TestApp;
let world: World;
let admissions: Admissions;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  admissions = new Admissions(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

interface Scene extends Commission {
  director: Person;
}

async function scene(): Promise<Scene> {
  const made = await commission(world, 9, decidedBy({ admissionBy: 'officer' }));
  return { ...made, director: await directorOf(made.organiserId) };
}

const directorOf = (scopeId: string): Promise<Person> =>
  world.person([{ role: 'director', scopeKind: 'organiser', scopeId }]);

const prepare = async ({ officer, competitionId }: Commission): Promise<string> => {
  await app.get(PrepareAdmissionOrder).execute(await app.ctx(officer, NOON), competitionId);
  const [order] = await world.rows<{ id: string }>(
    `select id from applications.admission_order where competition_id = $1 and state = 'prepared'`,
    [competitionId],
  );
  return order!.id;
};

const sign = async ({ competitionId }: Commission, by: Person, orderId: string, number = '98-од'): Promise<void> =>
  app.get(SignAdmissionOrder).execute(await app.ctx(by, NOON), competitionId, orderId, number);

const giveBack = async ({ competitionId }: Commission, by: Person, orderId: string): Promise<void> =>
  app.get(ReturnAdmissionOrder).execute(await app.ctx(by, NOON), competitionId, orderId, 'Немає підстави у № 2.');

describe('where the conditions say that the authority admits', () => {
  it('an order of the director admits and refuses, with letters and a public list as after minutes', async () => {
    const of = await scene();
    const kept = await submitted(world, of.competitionId);
    const dropped = await submitted(world, of.competitionId);
    await admissions.check(of, kept.id, ADMIT);
    await admissions.check(of, dropped.id, REFUSE);
    const orderId = await prepare(of);
    expect((await admissions.rowOf(kept.id))?.state).toBe('submitted');
    const director = await browserOf(app, of.director);
    const page = await director.get(`/organiser/competitions/${of.competitionId}/admission/order`);
    expect(page.text).toContain('Документи подано не в повному обсязі. Немає копії статуту.');
    await sign(of, of.director, orderId);
    expect(await admissions.rowOf(kept.id)).toMatchObject({ state: 'admitted', decision_reason: null });
    expect(await admissions.rowOf(dropped.id)).toMatchObject({
      state: 'refused',
      decision_reason: 'Документи подано не в повному обсязі. Немає копії статуту.',
    });
    const letters = await world.rows<{ template: string; body: string }>(
      `select template, body from notifications.message where to_person_id = any($1) order by template`,
      [[kept.applicant.personId, dropped.applicant.personId]],
    );
    expect(letters.map(({ template }) => template)).toEqual([
      'applications.admissionGranted',
      'applications.admissionRefused',
    ]);
    for (const { body } of letters) expect(body).toContain('наказ № 98-од від 12.11.2020');
    const everybody = await director.get(`/competitions/${of.code}/admission`);
    expect(everybody.text).toContain('наказ № 98-од від 12.11.2020');
    const [paper] = /\/papers\/admission-order\/[0-9a-f-]+\/files\/[0-9a-f-]+/.exec(everybody.html)!;
    expect((await new Visitor(app).get(paper)).status).toBe(200);
  });

  it('takes two people: who prepared a verdict or the order does not sign it', async () => {
    const of = await scene();
    const both = await world.person([
      { role: 'officer', scopeKind: 'organiser', scopeId: of.organiserId },
      { role: 'director', scopeKind: 'organiser', scopeId: of.organiserId },
    ]);
    const { id } = await submitted(world, of.competitionId);
    await admissions.check({ ...of, officer: both }, id, ADMIT);
    const own = await prepare({ ...of, officer: both });
    await expect(sign(of, both, own)).rejects.toThrow('applications.admission-own-order');
    await giveBack(of, both, own);
    const passedOn = await prepare(of);
    await expect(sign(of, both, passedOn)).rejects.toThrow('applications.admission-own-order');
    await expect(sign(of, of.officer, passedOn)).rejects.toThrow('applications.admission-director-only');
    const stranger = await directorOf((await scene()).organiserId);
    await expect(sign(of, stranger, passedOn)).rejects.toThrow();
    await sign(of, of.director, passedOn);
    expect((await admissions.rowOf(id))?.state).toBe('admitted');
  });

  it('stands still from handing over to the signature; given back, the officer sees why and goes on', async () => {
    const of = await scene();
    const [first, second] = [await submitted(world, of.competitionId), await submitted(world, of.competitionId)];
    await admissions.check(of, first.id, ADMIT);
    await expect(prepare(of)).rejects.toMatchObject({
      code: 'applications.admission-order-verdicts-missing',
      data: { count: 1 },
    });
    await admissions.check(of, second.id, ADMIT);
    const orderId = await prepare(of);
    await expect(admissions.check(of, first.id, { ...REFUSE, version: 1 })).rejects.toThrow(
      'applications.admission-with-director',
    );
    await expect(prepare(of)).rejects.toThrow('applications.admission-with-director');
    await giveBack(of, of.director, orderId);
    await expect(sign(of, of.director, orderId)).rejects.toThrow('applications.admission-order-over');
    const officer = await browserOf(app, of.officer);
    const page = await officer.get(`/organiser/competitions/${of.competitionId}/admission`);
    expect(page.text).toContain('Немає підстави у № 2.');
    await admissions.check(of, first.id, { ...REFUSE, version: 1 });
    await sign(of, of.director, await prepare(of));
    expect((await admissions.rowOf(first.id))?.state).toBe('refused');
  });

  it('rules 9, 10: an offence or an undelivered project goes to the vote of the commission, the rest to the order', async () => {
    const of = await scene();
    const offence = await submitted(world, of.competitionId);
    const asked = await submitted(world, of.competitionId);
    const plain = await submitted(world, of.competitionId);
    const reason = 'Порушення 2019 року, захід впливу не застосовано.';
    await admissions.check(of, offence.id, { ...REFUSE, ground: 'budget-offence', reason });
    await admissions.check(of, asked.id, { ...ADMIT, needsVote: true });
    await admissions.check(of, plain.id, ADMIT);
    const orderId = await prepare(of);
    await sign(of, of.director, orderId);
    expect((await admissions.rowOf(plain.id))?.state).toBe('admitted');
    for (const { id } of [offence, asked]) expect((await admissions.rowOf(id))?.state).toBe('submitted');
    await expect(prepare(of)).rejects.toThrow('applications.admission-nothing-to-decide');
    await admissions.decide(of, all('ff'));
    expect((await admissions.rowOf(offence.id))?.state).toBe('refused');
    expect((await admissions.rowOf(asked.id))?.state).toBe('admitted');
  });

  it('is not offered where the commission admits', async () => {
    const of = await commission(world);
    const { id } = await submitted(world, of.competitionId);
    await admissions.check(of, id, { ...ADMIT, needsVote: true });
    await expect(prepare(of)).rejects.toThrow('applications.admission-by-commission');
    const officer = await browserOf(app, of.officer);
    expect((await officer.get(`/organiser/competitions/${of.competitionId}/admission/order`)).status).toBe(404);
  });
});
