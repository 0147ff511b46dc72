import type { Grant } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import { resultForApplication } from '#libs/awards';
import { startApp, type TestApp } from '../support/app.js';
import { AwardScenes, type AwardScene } from '../support/award-scene.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scenes: AwardScenes;

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

describe('the order', () => {
  it('is signed once, whoever presses at the same time', async () => {
    const of = await scenes.rated([{ points: 36, uah: 60_000 }]);
    await scenes.adopted(of);
    const path = `/organiser/competitions/${of.id}/order`;
    const visitors = await Promise.all([
      scenes.signedIn(of.director),
      scenes.signedIn(of.director),
      scenes.signedIn(of.director),
    ]);
    for (const visitor of visitors) await visitor.get(path);
    const answers = await Promise.all(
      visitors.map((visitor, index) => visitor.post(path, { number: `${index + 1}-од`, confirmed: '1' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
    const [signed] = await world.rows<{ number: string }>(
      'select number, signer_name, signer_position from awards.award_order where competition_id = $1',
      [of.id],
    );
    for (const answer of answers.filter(({ status }) => status === 422))
      expect(answer.text).toContain(`Наказ про результати цього конкурсу вже підписано: № ${signed!.number}.`);
    expect(signed).toMatchObject({ signer_position: 'в. о. директора департаменту' });
    expect(await world.rows('select amount_kop from awards.award where competition_id = $1', [of.id])).toEqual([
      { amount_kop: '6000000' },
    ]);
    expect(await world.rows('select state from competitions.competition where id = $1', [of.id])).toEqual([
      { state: 'decided' },
    ]);
    expect(
      await world.rows(
        `select name, count(*)::int as count from facts.fact
          where scope_id = $1 and (name like 'awards.%' or name = 'competitions.decided') and seq is not null
          group by name order by name`,
        [of.id],
      ),
    ).toEqual([
      { name: 'awards.awarded', count: 1 },
      { name: 'awards.line-adopted', count: 1 },
      { name: 'awards.order-signed', count: 1 },
      { name: 'competitions.decided', count: 1 },
    ]);
  });

  it('asks for a number and a confirmation', async () => {
    const of = await scenes.rated([{ points: 36, uah: 60_000 }]);
    await scenes.adopted(of);
    const visitor = await scenes.signedIn(of.director);
    await visitor.get(`/organiser/competitions/${of.id}/order`);
    const answer = await visitor.post(`/organiser/competitions/${of.id}/order`, { number: '<b>' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Введіть номер так, як у журналі');
    expect(answer.text).toContain('Підтвердьте, що перевірили розподіл');
  });

  it('does not exist for another authority, and is not for the officer to sign', async () => {
    const [of, other] = [await scenes.rated([{ points: 36, uah: 60_000 }]), await scenes.rated([])];
    await scenes.adopted(of);
    const path = `/organiser/competitions/${of.id}`;
    const stranger = await scenes.signedIn(other.director);
    expect((await stranger.get(`${path}/order`)).status).toBe(404);
    expect((await stranger.get(`${path}/allocation`)).status).toBe(404);
    expect((await stranger.post(`${path}/order`, { number: '1', confirmed: '1' })).status).toBe(404);
    const officer = await scenes.signedIn(of.officer);
    const page = await officer.get(`${path}/order`);
    expect([page.status, page.html.includes('name="number"')]).toEqual([200, false]);
    expect((await officer.post(`${path}/order`, { number: '1', confirmed: '1' })).status).toBe(403);
  });

  it('tells every applicant once, each the result of the own proposal', async () => {
    const of = await scenes.rated([
      { points: 36, uah: 60_000 },
      { points: 33, uah: 50_000 },
      { points: 20, uah: 5_000 },
    ]);
    const colleague = await scenes.person(applicantOf(of.proposals[0]!.organisationId));
    await world.application(of.id, (await world.organisation()).id, {
      state: 'refused',
      decision_reason: 'Немає статуту',
    });
    await world.application(of.id, (await world.organisation()).id, { state: 'withdrawn' });
    await world.application(of.id, (await world.organisation()).id, { state: 'draft' });
    await scenes.adopted(of);
    await scenes.order(of);
    const letters = await lettersAbout(of.id);
    expect(letters.map(({ template }) => template)).toEqual([
      'awards.funded',
      'awards.funded',
      'awards.next',
      'awards.not-funded',
      'awards.refused',
    ]);
    const addresses = letters.map(({ to_address }) => to_address);
    expect(new Set(addresses).size).toBe(5);
    expect(addresses.slice(0, 2)).toContain(colleague.email);
    const [funded, , , notFunded, refused] = letters.map(({ body }) => body.replaceAll('\u00a0', ' '));
    expect(funded).toContain('60 000,00 грн');
    expect(funded).toContain('Ваші бали: 18,00 із 20\n– fit: 4,50 із 5');
    expect(notFunded).toContain('оцінка нижча за прохідний бал');
    expect(refused).toContain('Немає статуту');
  });

  function lettersAbout(competitionId: string) {
    return world.rows<{ template: string; to_address: string; body: string }>(
      `select m.template, m.to_address, m.body
         from notifications.message m join applications.application a on m.once_key like 'awards.result:' || a.id || ':%'
        where a.competition_id = $1 order by m.template, m.id`,
      [competitionId],
    );
  }
});

describe('what is visible', () => {
  it('is nothing before the order: neither page, data, paper nor the result of a proposal', async () => {
    const of = await scenes.rated([{ points: 36, uah: 60_000 }]);
    await scenes.adopted(of);
    const paths = [
      `/competitions/${of.code}/results`,
      `/competitions/${of.code}/results/order`,
      `/api/v1/competitions/${of.code}/results`,
      `/api/v1/competitions/${of.code}/results.csv`,
    ];
    const { id, organisationId } = of.proposals[0]!;
    const visitor = await scenes.signedIn(await scenes.person(applicantOf(organisationId)));
    const before = [...paths, `/applications/${id}/result`];
    expect(await statuses(visitor, before)).toEqual([404, 404, 404, 404, 404]);
    expect(await resultForApplication(app.db, id)).toBeNull();
    await scenes.order(of);
    expect(await statuses(visitor, before)).toEqual([200, 200, 200, 200, 200]);
    expect(await statuses(new Visitor(app), paths)).toEqual([200, 200, 200, 200]);
    expect(await statuses(await scenes.signedIn(of.chair), [`/applications/${id}/result`])).toEqual([403]);
    const rival = await scenes.signedIn(await scenes.person(applicantOf((await world.organisation()).id)));
    expect(await statuses(rival, [`/applications/${id}/result`])).toEqual([404]);
  });

  it('shows who is funded, who is next, who is not and why, with the reason of a tie', async () => {
    const of = await scenes.rated([
      { points: 36, uah: 60_000, tieStep: 'criterion:fit' },
      { points: 36, uah: 50_000, tieStep: 'criterion:fit' },
      { points: 20, uah: 5_000 },
    ]);
    await scenes.adopted(of);
    await scenes.order(of);
    const data = JSON.parse((await new Visitor(app).get(`/api/v1/competitions/${of.code}/results`)).html);
    expect(data).toMatchObject({ pot: '100000.00', awarded: '60000.00', undistributed: '40000.00', maxScore: 20 });
    expect(
      data.proposals.map((one: Record<string, unknown>) => [one.outcome, one.place, one.score, one.awarded]),
    ).toEqual([
      ['funded', 1, '18.00', '60000.00'],
      ['next', 2, '18.00', '0.00'],
      ['not-funded', null, '10.00', '0.00'],
    ]);
    const { text } = await new Visitor(app).get(`/competitions/${of.code}/results`);
    expect(text).toContain('2 пропозиції мають по 18,00 бала.');
    expect(text).toContain('за балами критерію «fit»');
    expect(text).toContain('оцінка нижча за прохідний бал');
    const csv = (await new Visitor(app).get(`/api/v1/competitions/${of.code}/results.csv`)).html
      .split('\r\n')
      .slice(0, -1);
    expect(csv.map((line) => line.split(',')[0])).toEqual(['\uFEFFoutcome', 'funded', 'next', 'not-funded']);
  });

  it('holds no personal data, whatever people typed (rule 55)', async () => {
    const of = await scenes.rated([{ points: 36, uah: 60_000 }]);
    const organisation = await world.organisation({ phone: '+380509998877', address: 'вул. Прихована, 7' });
    await world.application(of.id, organisation.id, {
      state: 'refused',
      title: 'Гурток, тел. 050 999 88 77',
      decision_reason: 'Лист з olena@ngo.example, код 1234567899 без підпису',
    });
    await scenes.adopted(of);
    await scenes.order(of);
    const visitor = new Visitor(app);
    const published = [
      (await visitor.get(`/competitions/${of.code}/results`)).text,
      (await visitor.get(`/api/v1/competitions/${of.code}/results`)).html,
      (await visitor.get(`/api/v1/competitions/${of.code}/results.csv`)).html,
    ];
    for (const text of published) {
      expect(text).toContain('Гурток');
      expect(text).not.toMatch(/@|\+?380|999|Прихована|1234567899/);
    }
  });

  it('rule 56: gives an organisation its marks and comments by criteria without names, always in the same order', async () => {
    const of = await scenes.rated([{ points: 36, uah: 60_000 }]);
    const { id, organisationId } = of.proposals[0]!;
    for (const [index, person] of [of.chair, ...of.members].entries()) await sheet(of, id, person, `Думка ${index}`);
    await scenes.adopted(of);
    await scenes.order(of);
    const visitor = await scenes.signedIn(await scenes.person(applicantOf(organisationId)));
    const [first, again] = [
      await visitor.get(`/applications/${id}/result/feedback`),
      await visitor.get(`/applications/${id}/result/feedback`),
    ];
    expect(first.text).toBe(again.text);
    expect(first.text.match(/Думка \d/g)!.sort()).toEqual(['Думка 0', 'Думка 1', 'Думка 2']);
    for (const { fullName } of [of.chair, ...of.members]) expect(first.text).not.toContain(fullName);
    expect(first.text).toContain('Сильні сторони fit; results; efficiency; capacity');
    expect(first.text).toContain('4,50 із 5; у середньому в конкурсі 4,50.');
    expect((await visitor.get(`/applications/${id}/result`)).text).toContain('18,00 із 20');
    const rival = await scenes.signedIn(await scenes.person(applicantOf((await world.organisation()).id)));
    expect((await rival.get(`/applications/${id}/result/feedback`)).status).toBe(404);
  });

  async function sheet(
    of: AwardScene,
    applicationId: string,
    { personId }: AwardScene['chair'],
    comment: string,
  ): Promise<void> {
    const assignment = { id: newId(), competition_id: of.id, application_id: applicationId, person_id: personId };
    await world.insert('evaluation.assignment', { ...assignment, position: 1, assigned_at: new Date() });
    await world.insert('evaluation.score_sheet', {
      ...assignment,
      id: newId(),
      assignment_id: assignment.id,
      state: 'signed',
      comment,
      updated_at: new Date(),
      signed_at: new Date(),
    });
  }

  async function statuses(visitor: Visitor, paths: string[]): Promise<number[]> {
    const found = [];
    for (const path of paths) found.push((await visitor.get(path)).status);
    return found;
  }
});
