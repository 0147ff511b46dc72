import { evaluationPaths } from '#libs/evaluation';
import { IN_SCORING, KEYS, ScoringWorld, type Person } from '../support/scoring-world.js';

let scoring: ScoringWorld;

beforeAll(async () => {
  scoring = await ScoringWorld.open();
});
afterAll(() => scoring.close());

describe('scoring away from the screen', () => {
  it('prints the own queue whole, without what a conflict has taken away (rule 32)', async () => {
    const competition = await scoring.competition(22);
    const [chair, , member] = competition.people as [Person, Person, Person];
    const [first, second] = competition.applications as [string, string];
    await scoring.declare(chair, competition);
    await scoring.declare(member, competition, { [first]: 'potential' });
    await scoring.start(competition);
    const booklet = evaluationPaths.booklet(competition.id);
    const browser = await scoring.browse(chair);
    const parts = [await browser.get(booklet), await browser.get(`${booklet}?part=2`)];
    const printed = (html: string) => html.match(/<article class="booklet__proposal"/g)?.length;
    expect(parts.map(({ html }) => printed(html))).toEqual([20, 2]);
    expect(parts[0]!.text).toContain('Частина 2: пропозиції 21–22');
    expect((await browser.get(`${booklet}?part=3`)).status).toBe(404);

    const recused = await scoring.browse(member);
    const codes = await scoring.world.rows<{ code: string }>(
      'select register_code as code from applications.application where id = any($1) order by id = $2 desc',
      [[first, second], first],
    );
    const html = (await recused.get(booklet)).html + (await recused.get(`${booklet}?part=2`)).html;
    expect(codes.map(({ code }) => html.includes(`id="${code}"`))).toEqual([false, true]);
  });

  it('reminds of a low score that nobody could understand, before it is signed', async () => {
    const competition = await scoring.competition(2);
    const [chair] = competition.people as [Person];
    await scoring.declare(chair, competition);
    await scoring.start(competition);
    const [hard, kind] = (await scoring.queue(chair, competition)).map(({ assignmentId }) => assignmentId);
    await scoring.write(chair, hard!, [1, 4, 4, 4]);
    await scoring.write(chair, kind!, [3, 4, 4, 4]);
    const { text } = await (await scoring.browse(chair)).get(evaluationPaths.signature(competition.id));
    expect(text).toContain('Низька оцінка без пояснення – 1.');
    expect(text).toContain(`«${KEYS[0]}» – 1 із 5. Пояснення немає.`);
    expect(await scoring.sign(chair, competition, IN_SCORING)).toBe(2);
  });
});
