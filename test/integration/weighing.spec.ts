import { awardPaths } from '#libs/awards';
import { RatedScenes, AFTER_SCORING } from '../support/rated-scenes.js';
import { failure, type Person, type ScoringWorld } from '../support/scoring-world.js';
import { Visitor } from '../support/visitor.js';

let scenes: RatedScenes;
let scoring: ScoringWorld;

beforeAll(async () => {
  scenes = await RatedScenes.open();
  ({ scoring } = scenes);
});
afterAll(() => scenes.close());

/** The third member alone decides who is third: without this person the fourth proposal would be. */
const HANGS_ON_ONE = [
  [5, 5, 5],
  [5, 4, 5],
  [2, 3, 5],
  [4, 4, 1],
  [2, 2, 2],
  [1, 2, 1],
];
const FIRM = [5, 5, 4, 3, 2, 1].map((points) => [points, points, points]);

describe('how firmly a result stands', () => {
  it('asks the chair for an answer before the minutes, and everybody sees no more than they may', async () => {
    const competition = await scenes.rated(HANGS_ON_ONE);
    const [chair, secretary, member] = competition.people as [Person, Person, Person];
    const page = awardPaths.weighing(competition.id);

    const forChair = await (await scoring.browse(chair)).get(page);
    expect(forChair.text).toContain('Без аркушів: ');
    expect(await scoring.deskOf(chair, AFTER_SCORING)).toContainEqual(expect.objectContaining({ href: page }));
    const forMember = await (await scoring.browse(member)).get(page);
    expect(forMember.text).toContain('Ваші оцінки поруч з оцінками інших');
    expect(forMember.text).not.toContain('Без аркушів');
    const forOfficer = await (await scoring.browse(competition.officer)).get(page);
    expect([forOfficer.status, forOfficer.text.includes('аркушів одного')]).toEqual([200, false]);
    const stranger = (await scenes.rated(FIRM)).people[0]!;
    expect((await (await scoring.browse(stranger)).get(page)).status).toBe(404);

    const sessionId = await scenes.voted(competition);
    expect(await failure(scenes.sign(chair, sessionId))).toBe('awards.weighing-unanswered');
    expect(await failure(scenes.answer(secretary, competition))).toBe('awards.chair-only');
    await scenes.answer(chair, competition);
    await scenes.sign(chair, sessionId);
    await scenes.sign(secretary, sessionId);
    expect(await scoring.deskOf(chair, AFTER_SCORING)).toEqual([]);
  });

  it('lets firm minutes be signed at once, and has nothing to answer', async () => {
    const competition = await scenes.rated(FIRM);
    expect(await failure(scenes.answer(competition.people[0]!, competition))).toBe('awards.nothing-to-answer');
    const sessionId = await scenes.voted(competition);
    await scenes.sign(competition.people[0]!, sessionId);
    await scenes.sign(competition.people[1]!, sessionId);
    const [kept] = await scoring.app.db.rows<{ recalculated: number; changes: unknown[] }>(
      `select (content ->> 'recalculated')::int as recalculated, content -> 'changes' as changes
         from awards.weighed_result where competition_id = $1`,
      [competition.id],
    );
    expect(kept).toEqual({ recalculated: 4, changes: [] });
  });

  it('takes an answer back when other findings come: a changed pot moves the line', async () => {
    const competition = await scenes.rated(HANGS_ON_ONE);
    await scenes.answer(competition.people[0]!, competition);
    await scenes.shrinkPot(competition);
    await scenes.sign(competition.people[0]!, await scenes.voted(competition));
    const [kept] = await scoring.app.db.rows('select answer from awards.weighed_result where competition_id = $1', [
      competition.id,
    ]);
    expect(kept).toEqual({ answer: null });
  });

  it('shows everybody the check without people where the conditions say so, after the order', async () => {
    const open = await scenes.rated(HANGS_ON_ONE, 'public');
    await scenes.answer(open.people[0]!, open);
    const page = awardPaths.publicWeighing(await scenes.publicCode(open));
    const anybody = new Visitor(scoring.app);
    expect((await anybody.get(page)).status).toBe(404);
    await scenes.decided(open);
    const shown = await anybody.get(page);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Без аркушів одного з оцінювачів');
    expect(shown.text).not.toContain('Без аркушів: ');

    const closed = await scenes.rated(FIRM);
    await scenes.decided(closed);
    expect((await anybody.get(awardPaths.publicWeighing(await scenes.publicCode(closed)))).status).toBe(404);
  });
});

describe('the passport of an evaluation', () => {
  it('shows sheets without names, the formula and the line; to the organisation and the staff, after the order', async () => {
    const competition = await scenes.rated(FIRM);
    const [first] = competition.applications as [string];
    const [row] = await scoring.app.db.rows<{ organisationId: string }>(
      'select organisation_id as "organisationId" from applications.application where id = $1',
      [first],
    );
    const grant = { role: 'applicant', scopeKind: 'organisation', scopeId: row!.organisationId } as const;
    const applicant = await scoring.browse(await scoring.world.person([grant]));
    const page = awardPaths.passport(first);
    expect((await applicant.get(page)).status).toBe(404);

    await scenes.decided(competition);
    await scoring.app.drain();
    const shown = await applicant.get(page);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('(20 + 20 + 20) : 3 = 60 : 3 = 20,00');
    expect(shown.text).toContain('місце 3, 16,00 бала');
    expect(shown.html).not.toContain('&lt;t');
    const names = await scoring.app.db.rows<{ name: string }>(
      'select family_name as name from identity.person where id = any($1)',
      [competition.people.map(({ personId }) => personId)],
    );
    for (const { name } of names) expect(shown.text).not.toContain(name);
    expect((await (await scoring.browse(competition.officer)).get(page)).status).toBe(200);
    const stranger = await scoring.world.person([{ ...grant, scopeId: (await scoring.world.organisation()).id }]);
    expect((await (await scoring.browse(stranger)).get(page)).status).toBe(404);
  });
});
