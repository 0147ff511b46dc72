import { SignOrderOfChange } from '#libs/awards';
import { AnswerComplaint, PlanComplaintSession, RegisterComplaint, TendComplaint } from '#libs/complaints';
import { SignContracts } from '#libs/contracts';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf } from '../support/commission.js';
import { ComplaintScenes, OF_POINTS, REFUSED, type ComplaintScene } from '../support/complaint-scene.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scenes: ComplaintScenes;
let of: ComplaintScene;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = new ComplaintScenes(app, world);
  of = await scenes.decided();
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const row = async (id: string) =>
  (
    await world.rows<Record<string, unknown>>(
      `select number, channel, state, received_on::text, due_on::text, extended_to::text, is_late from complaints.complaint where id = $1`,
      [id],
    )
  )[0];
const lettersOf = async (template: string, path: string) =>
  (
    await world.rows<{ count: number }>(
      `select count(*)::int as count from notifications.message where template = $1 and path = $2`,
      [template, path],
    )
  )[0]!.count;

describe('a complaint', () => {
  it('rule 57: gets its number, its term and a receipt at once, and the officer learns of it', async () => {
    const id = await scenes.filed(of, 4);
    expect(await row(id)).toEqual({
      ...{ number: '1/2021', channel: 'cabinet', state: 'open', received_on: '2021-02-01', due_on: '2021-03-03' },
      ...{ extended_to: null, is_late: false },
    });
    expect(await lettersOf('complaints.registered', `/complaints/${id}`)).toBe(await applicants(4));
    expect(await lettersOf('complaints.arrived', `/complaints/${id}`)).toBe(2);
    await expect(scenes.filed(of, 4)).rejects.toMatchObject({ fields: [{ field: 'decision' }] });
  });

  it('on paper counts from the day it came, and one after the term is registered too', async () => {
    const arrival = { channel: 'paper' as const, incomingNumber: 'Ж-14', receivedOn: '2021-01-04' };
    const register = app.get(RegisterComplaint);
    const officer = await scenes.at(of.officer);
    await world.rows(`update awards.award_order set signed_on = '2020-11-01' where competition_id = $1`, [of.id]);
    const id = await register.incoming(officer, of.proposals[1]!.id, arrival, OF_POINTS);
    await world.rows(`update awards.award_order set signed_on = '2021-01-28' where competition_id = $1`, [of.id]);
    expect(await row(id)).toMatchObject({ channel: 'paper', due_on: '2021-02-03', is_late: true });
    await expect(
      register.incoming(officer, of.proposals[2]!.id, { ...arrival, receivedOn: '2021-02-02' }, OF_POINTS),
    ).rejects.toMatchObject({ fields: [{ field: 'receivedOn' }] });
    await app.get(TendComplaint).withdraw(await scenes.at(of.applicants[1]!), id);
  });

  it('of a lawyer comes with the paper that gives the power', async () => {
    const lawyer = { representative: 'Ткач Ірина Іванівна', authority: 'Ордер АА № 17' };
    await expect(scenes.filed(of, 1, lawyer)).rejects.toMatchObject({
      fields: [{ field: 'authorityFile', code: 'complaints.lawyer-file' }],
    });
    const file = { name: 'ордер.pdf', content: PDF };
    const id = await scenes.filed(of, 1, lawyer, { evidence: [file], authority: file });
    const page = await (await browserOf(app, of.officer)).get(`/complaints/${id}`);
    expect(page.text).toContain('Ткач Ірина Іванівна');
    const [path] = /\/complaints\/[\w-]+\/files\/[\w-]+/.exec(page.html)!;
    expect((await (await browserOf(app, of.applicants[0]!)).get(path)).status).toBe(200);
    expect((await (await browserOf(app, of.applicants[2]!)).get(path)).status).toBe(404);
    await app.get(TendComplaint).withdraw(await scenes.at(of.applicants[0]!), id);
  });

  it('stays as it was registered', async () => {
    await expect(
      world.rows(`update complaints.complaint set story = 'інше' where application_id = $1`, [of.proposals[3]!.id]),
    ).rejects.toThrow('a registered complaint stays as it was');
  });
});

describe('the second look', () => {
  it('is nobody’s who scored the proposal, voted on the result or will sign the answer', async () => {
    const id = await idOf(4);
    const assign = async (personId: string) => app.get(TendComplaint).assign(await scenes.at(of.officer), id, personId);
    for (const { personId } of [of.chair, of.members[0]!, of.director, of.applicants[3]!])
      await expect(assign(personId)).rejects.toMatchObject({ fields: [{ code: 'complaints.had-a-part' }] });
    await assign(of.reviewer.personId);
    await expect(
      app.get(AnswerComplaint).propose(await scenes.at(of.officer), id, await scenes.versionOf(id), REFUSED),
    ).rejects.toMatchObject({ code: 'complaints.reviewer-only' });
  });

  it('rule 57: takes one extension of fifteen days, with notice', async () => {
    const id = await idOf(4);
    const extend = async () => app.get(TendComplaint).extend(await scenes.at(of.officer), id, 'Чекаємо довідки');
    await extend();
    expect(await row(id)).toMatchObject({ due_on: '2021-03-03', extended_to: '2021-03-18' });
    expect(await lettersOf('complaints.extended', `/complaints/${id}`)).toBe(await applicants(4));
    await expect(extend()).rejects.toMatchObject({ code: 'complaints.extended-already' });
  });
});

describe('money that a complaint can change', () => {
  it('waits for its answer, and nobody else’s does', async () => {
    const winners = { ...of, proposals: of.proposals.slice(0, 3), applicants: of.applicants.slice(0, 3) };
    const ids = await scenes.contracts.agreed(winners);
    const sign = async (index: number) =>
      app.get(SignContracts).execute(await scenes.at(of.director), of.id, [ids[index]!]);
    await expect(sign(2)).rejects.toMatchObject({ code: 'contracts.signing-held-because' });
    const page = await (await browserOf(app, of.director)).get(`/organiser/contracts/${ids[2]}`);
    expect(page.text).toContain('подано скаргу, яка може змінити рішення про ці кошти');
    await sign(0);
    expect(await scenes.contracts.stateOf(ids[0]!)).toBe('signed');
  });
});

describe('an answer', () => {
  it('rule 57: of two people changes the rating only by new minutes; the old rating stays', async () => {
    const id = await idOf(4);
    const [rival, own] = [of.proposals[2]!, of.proposals[3]!];
    const best = { fit: 5, results: 5, efficiency: 5, capacity: 5 };
    await scenes.proposed(of, id, {
      ...{ outcome: 'satisfied', words: 'Лист 1 змінено. Дзвоніть +380501112233.' },
      correction: { kind: 'sheet', applicationId: own.id, sheet: 0, points: best },
    });
    const director = await browserOf(app, of.director);
    expect((await director.get(`/complaints/${id}`)).text).toContain('Що змінюється в рейтингу');
    await app.get(AnswerComplaint).sign(await scenes.at(of.director), id, await scenes.versionOf(id));
    const [answer] = await world.rows<{ effect: { applicationId: string; after: { place: number } }[] }>(
      'select effect from complaints.answer where complaint_id = $1',
      [id],
    );
    expect(answer!.effect.map(({ applicationId, after }) => [applicationId, after.place])).toContainEqual([own.id, 1]);
    expect(answer!.effect.map(({ applicationId }) => applicationId)).toContain(rival.id);

    const path = `/competitions/${of.code}/complaints`;
    const everybody = new Visitor(app);
    expect((await everybody.get(path)).text).toContain('задоволено');
    const published = await everybody.get(`${path}/${id}`);
    expect(published.text).toContain('Лист 1 змінено. Дзвоніть […].');
    expect(published.text).not.toContain('листів підтримки');

    const plan = { plannedAt: new Date(Date.now() + 3_600_000), place: 'кімната 305' };
    const sessionId = await app.get(PlanComplaintSession).execute(await app.ctx(of.officer), id, plan);
    await scenes.contracts.awards.voted(of, sessionId);
    await scenes.contracts.awards.sign(of, sessionId);
    expect(await world.rows('select is_adopted from complaints.answer where complaint_id = $1', [id])).toEqual([
      { is_adopted: true },
    ]);
    expect(await world.rows('select place from evaluation.rating_row where application_id = $1', [own.id])).toEqual([
      { place: 4 },
    ]);
    expect((await everybody.get(`${path}/${id}`)).text).toContain('ухвалено протоколом засідання');
  });

  it('leads to an order of change: awards follow the adopted rating, and the money waits no more', async () => {
    const [first, second, third, own] = of.proposals.map(({ id }) => id);
    const desk = await (await browserOf(app, of.director)).get('/desk');
    expect(desk.text).toContain('Привести розподіл до рейтингу, зміненого за скаргою № 1/2021');
    const changes = `/organiser/competitions/${of.id}/awards`;
    expect((await (await browserOf(app, of.officer)).get(changes)).text).toContain('Рейтинг змінено');
    const follow = async () => app.get(SignOrderOfChange).execute(await scenes.at(of.director), of.id, '9-од');
    await expect(app.get(SignOrderOfChange).execute(await scenes.at(of.officer), of.id, '9-од')).rejects.toMatchObject({
      code: 'awards.director-only',
    });
    await follow();
    await expect(follow()).rejects.toMatchObject({ code: 'awards.nothing-to-follow' });
    expect(
      await world.rows(
        `select application_id as id, state, amount_kop::int as kop from awards.award where competition_id = $1
          order by array_position($2::uuid[], application_id)`,
        [of.id, [first, second, third, own]],
      ),
    ).toEqual([
      { id: first, state: 'stands', kop: 60_000_00 },
      { id: second, state: 'offered', kop: 20_000_00 },
      { id: third, state: 'revoked', kop: 10_000_00 },
      { id: own, state: 'stands', kop: 20_000_00 },
    ]);
    expect(
      await world.rows('select awarded_kop::int as kop from awards.pot where competition_id = $1', [of.id]),
    ).toEqual([{ kop: 100_000_00 }]);
    expect(await lettersOf('awards.revoked', `/applications/${third}/result`)).toBe(await applicants(3));
    expect(await lettersOf('awards.partial', `/applications/${second}/result`)).toBe(await applicants(2));
    const results = await new Visitor(app).get(`/competitions/${of.code}/results`);
    expect(results.text).toContain('Підтримку скасовано, бо рейтинг змінено');
    expect((await (await browserOf(app, of.director)).get('/desk')).text).not.toContain('Привести розподіл');
    // The new winner gets its contract like any other.
    const winner = { ...of, proposals: [of.proposals[3]!], applicants: [of.applicants[3]!] };
    const [contract] = await scenes.contracts.agreed(winner);
    await app.get(SignContracts).execute(await scenes.at(of.director), of.id, [contract!]);
    expect(await scenes.contracts.stateOf(contract!)).toBe('signed');
  });

  it('is never signed by whoever prepared it, nor changed once it is signed', async () => {
    const id = await idOf(4);
    await expect(
      world.rows(`update complaints.answer set words = 'інше' where complaint_id = $1`, [id]),
    ).rejects.toThrow('a signed answer stays as it was');
    const another = await scenes.filed(of, 2, { ground: 'procedure' });
    await scenes.proposed(of, another);
    await world.grant(of.reviewer.personId, { role: 'director', scopeKind: 'organiser', scopeId: of.organiserId });
    const both = {
      ...of.reviewer,
      grants: [{ role: 'director', scopeKind: 'organiser' as const, scopeId: of.organiserId }],
    };
    await expect(
      app.get(AnswerComplaint).sign(await scenes.at(both), another, await scenes.versionOf(another)),
    ).rejects.toMatchObject({ fields: [{ code: 'complaints.two-people' }] });
  });
});

/** Everybody who acts for the organisation with this place. */
async function applicants(place: number): Promise<number> {
  const rows = await world.rows('select from identity.v_role where scope_id = $1', [
    of.proposals[place - 1]!.organisationId,
  ]);
  return rows.length;
}

async function idOf(place: number): Promise<string> {
  const [found] = await world.rows<{ id: string }>(
    `select id from complaints.complaint where application_id = $1 and state <> 'withdrawn' order by registered_at limit 1`,
    [of.proposals[place - 1]!.id],
  );
  return found!.id;
}
