import { verifyResult } from '#libs/awards';
import { evaluationPaths, HoldDraw, ratingOf, sha256Hex } from '#libs/evaluation';
import { AwardScenes } from '../support/award-scene.js';
import { failure, inScope, IN_SCORING, ScoringWorld, type Person, type Scored } from '../support/scoring-world.js';
import { rulesWith } from '../support/second-look.js';
import { Visitor } from '../support/visitor.js';

const RULES = { tieLot: true, lotSecretDays: 2, commissionMinMembers: 3 };
const AFTER_THE_TERM = new Date('2020-11-23T08:00:00Z');

let scoring: ScoringWorld;

beforeAll(async () => {
  scoring = await ScoringWorld.open();
});
afterAll(() => scoring.close());

/** Three equal proposals and a worse one, scored by four members; the lot is the only step. */
async function tied(): Promise<Scored> {
  const values = { rule_set: rulesWith(RULES), tie_order: ['lot'], passing_hundredths: 8_00 };
  const competition = await scoring.competition(4, { members: 4, values });
  for (const person of competition.people) await scoring.declare(person, competition);
  await scoring.start(competition);
  const worse = competition.applications[3];
  for (const person of competition.people) {
    for (const { assignmentId, registerCode } of await scoring.queue(person, competition)) {
      const each = registerCode === (await codesOf(competition))[3] ? 2 : 4;
      await scoring.write(person, assignmentId, [each, each, each, each]);
    }
    await scoring.sign(person, competition);
  }
  await scoring.app.drain();
  expect(worse).toBeDefined();
  return competition;
}

async function codesOf({ applications }: Scored): Promise<string[]> {
  const rows = await scoring.world.rows<{ id: string; code: string }>(
    'select id, register_code as code from applications.application where id = any($1)',
    [applications],
  );
  return applications.map((id) => rows.find((row) => row.id === id)!.code);
}

const draw = () => scoring.app.get(HoldDraw);
const as = (person: Person, at = IN_SCORING) => scoring.app.ctx(person, at);

async function commitAll(competition: Scored, secrets: Record<string, Person>): Promise<void> {
  for (const [secret, person] of Object.entries(secrets))
    await draw().commit(await as(person), competition.id, sha256Hex(secret));
}

describe('a draw of lots', () => {
  it('rule 47: begins when no announced step parts equals, and the rating waits for it', async () => {
    const competition = await tied();
    const { id, chair, officer, people } = competition;
    expect(await scoring.stateOf(competition)).toBe('scoring');
    expect(await scoring.obstaclesOf(id, 'rate')).toEqual(['evaluation.draw-open']);
    expect(await scoring.lettersTo(chair, 'evaluation.draw-opened')).toBe(1);
    const [, second, third] = people as [Person, Person, Person];
    const parties = { 'слово голови': chair, 'слово друге': second, 'слово третє': third };
    await draw().commit(await as(chair), id, sha256Hex('слово голови'));
    expect(await failure(draw().commit(await as(second), id, sha256Hex('слово голови')))).toBe(
      'evaluation.commitment-taken',
    );
    expect(await failure(draw().askForSecrets(await as(chair), id))).toBe('evaluation.draw-parties-few');
    await draw().commit(await as(second), id, sha256Hex('слово друге'));
    await draw().commit(await as(third), id, sha256Hex('слово третє'));
    expect(await failure(draw().open(await as(chair), id, 'слово голови'))).toBe('evaluation.draw-not-now');
    await draw().askForSecrets(await as(chair), id);
    expect(await failure(draw().open(await as(chair), id, 'інше'))).toBe('evaluation.secret-other');
    expect(await failure(draw().open(await as(officer), id, 'слово'))).toBe('evaluation.no-commitment');
    for (const [secret, person] of Object.entries(parties)) await draw().open(await as(person), id, secret);
    await scoring.app.drain();
    expect(await scoring.stateOf(competition)).toBe('rated');
    const codes = (await codesOf(competition)).slice(0, 3);
    const [round] = await scoring.world.rows<{ salt: string; codes: string[] }>(
      'select list_salt as salt, codes from evaluation.draw where competition_id = $1',
      [id],
    );
    const [opened] = await scoring.world.rows<{ list: string }>(
      `select body::json -> 'particulars' ->> 'list' as list from facts.fact where scope_id = $1 and name = 'evaluation.draw-opened'`,
      [id],
    );
    expect(opened!.list).not.toBe(sha256Hex(round!.codes.join('\n')));
    expect(opened!.list).toBe(sha256Hex([round!.salt, ...round!.codes].join('\n')));
    const seed = sha256Hex(Object.keys(parties).join(''));
    const expected = codes.toSorted((a, b) => (sha256Hex(`${seed} ${a}`) < sha256Hex(`${seed} ${b}`) ? -1 : 1));
    const rating = await ratingOf(scoring.app.db, id);
    expect(rating.slice(0, 3).map(({ registerCode, tieStep }) => [registerCode, tieStep])).toEqual(
      expected.map((code) => [code, 'lot']),
    );
    expect(rating[3]!.tieStep).toBeNull();
  });

  it('is void when somebody does not open, names who, and goes on without them; the file proves it all', async () => {
    const competition = await tied();
    const { id, chair, officer, people } = competition;
    const [, second, third, fourth] = people as [Person, Person, Person, Person];
    await commitAll(competition, { один: chair, два: second, три: third, мовчу: fourth });
    await draw().askForSecrets(await as(officer), id);
    for (const [secret, person] of [
      ['один', chair],
      ['два', second],
      ['три', third],
    ] as const)
      await draw().open(await as(person), id, secret);
    expect(await failure(draw().renew(await as(chair), id))).toBe('evaluation.draw-wait');
    await draw().renew(await as(chair, AFTER_THE_TERM), id);
    expect(await failure(draw().commit(await as(fourth), id, sha256Hex('знову')))).toBe('evaluation.draw-left-before');
    await commitAll(competition, { чотири: chair, "п'ять": second, шість: officer });
    await draw().askForSecrets(await as(chair, AFTER_THE_TERM), id);
    for (const [secret, person] of [
      ['чотири', chair],
      ["п'ять", second],
      ['шість', officer],
    ] as const)
      await draw().open(await as(person, AFTER_THE_TERM), id, secret);
    await scoring.app.drain();
    expect(await scoring.stateOf(competition)).toBe('rated');
    const [row] = await scoring.world.rows<{ code: string }>(
      'select code from competitions.competition where id = $1',
      [id],
    );
    const everybody = new Visitor(scoring.app);
    const before = await everybody.get(evaluationPaths.publicDraw(row!.code));
    expect(before.text).toContain('не розкрито у строк');
    expect(before.text).toContain('Порядок стане видимий разом з рішенням');
    expect(before.text).not.toContain((await codesOf(competition))[0]);
    expect(before.text).not.toContain('Сіль переліку');
    const { app, world } = scoring;
    const director = await world.person([inScope('director', 'organiser', competition.organiserId)]);
    const [first, secretary, ...members] = people as [Person, Person, ...Person[]];
    const scene = { ...competition, code: row!.code, director, chair: first, secretary, members, proposals: [] };
    const scenes = new AwardScenes(app, world);
    await scenes.adopted(scene);
    await scenes.order(scene);
    await app.drain();
    const { html } = await everybody.get(`/open-data/results/files/${row!.code}`);
    expect(html.match(/"type":"draw"/g)?.length).toBe(2);
    expect(verifyResult(html).parts).toEqual(['closing', 'scoring', 'decision']);
    const after = (await everybody.get(evaluationPaths.publicDraw(row!.code))).text;
    expect(after).toContain((await codesOf(competition))[0]);
    const salt = /"salt":"([0-9a-f]{32})","type":"draw"/.exec(html)![1]!;
    expect(after).toContain(`Сіль переліку: ${salt}`);
    expect(() => verifyResult(html.replace('"secret":"чотири"', '"secret":"інший"'))).toThrow();
  }, 120_000);

  it('rule 32: nobody with a conflict over one of the proposals takes part', async () => {
    const competition = await tied();
    const { id, people } = competition;
    await scoring.world.rows(
      `update evaluation.conflict_declaration set kind = 'real', reason = 'родич' where application_id = $1 and person_id = $2`,
      [competition.applications[0], people[2]!.personId],
    );
    expect(await failure(draw().commit(await as(people[2]!), id, sha256Hex('а')))).toBe('evaluation.own-conflict');
  });

  it('works by forms: the page takes a hash made anywhere, and says what is wrong with one that is not', async () => {
    const competition = await tied();
    const visitor = await scoring.browse(competition.chair);
    const path = evaluationPaths.draw(competition.id);
    expect((await visitor.get(path)).text).toContain('Подати хеш секрету');
    const wrong = await visitor.post(evaluationPaths.drawCommitment(competition.id), { commitment: 'Моє слово' });
    expect([wrong.status, wrong.text.includes('64 знаки')]).toEqual([422, true]);
    const done = await visitor.post(evaluationPaths.drawCommitment(competition.id), { commitment: sha256Hex('слово') });
    expect(done.status).toBe(303);
    expect((await visitor.get(path)).text).toContain(sha256Hex('слово'));
  });

  it('leads back to where its people come from: staff to the competition, members to their scorings', async () => {
    const competition = await tied();
    for (const [person, back] of [
      [competition.officer, `/organiser/competitions/${competition.id}`],
      [competition.people[2]!, '/scoring'],
    ] as const) {
      const visitor = await scoring.browse(person);
      expect((await visitor.get(evaluationPaths.draw(competition.id))).html).toContain(`href="${back}"`);
      expect((await visitor.get(back)).status).toBe(200);
    }
  });

  it('is for the commission and the authority only', async () => {
    const competition = await tied();
    const stranger = await scoring.world.person([]);
    expect(await failure(draw().commit(await as(stranger), competition.id, sha256Hex('я')))).toBe('platform.not-found');
  });
});
