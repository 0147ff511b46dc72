import { awardPaths } from '#libs/awards';
import { evaluationPaths } from '#libs/evaluation';
import { IN_SCORING, KEYS, ScoringWorld, type Person } from '../support/scoring-world.js';

let scoring: ScoringWorld;

beforeAll(async () => {
  scoring = await ScoringWorld.open();
});
afterAll(() => scoring.close());

const FOURS = Object.fromEntries(KEYS.map((key) => [`points[${key}]`, '4']));
/** Pages ask the clock of the machine. */
const ALWAYS = { scoring_from: new Date('2020-01-01T00:00:00Z'), scoring_until: new Date('2099-01-01T00:00:00Z') };
const READY = { version: '0', intent: 'ready', ...FOURS };

describe('how much the scorers advise to give', () => {
  it('is typed beside the points, never above what is asked, with a reason where it is less', async () => {
    const competition = await scoring.competition(1, { values: ALWAYS });
    const [chair] = competition.people as [Person];
    await scoring.declare(chair, competition);
    await scoring.start(competition);
    const [row] = await scoring.queue(chair, competition);
    const sheet = evaluationPaths.sheet(row!.assignmentId);
    const browser = await scoring.browse(chair);

    await browser.get(sheet);
    const above = await browser.post(sheet, { ...READY, recommendedKop: '50 000,01' });
    expect([above.status, above.text.includes('Порада не може бути більшою, ніж просять.')]).toEqual([422, true]);
    expect(above.html).toContain('value="50 000,01"');
    const silent = await browser.post(sheet, { ...READY, recommendedKop: '40000', confidence: 'low' });
    expect([silent.status, silent.text.includes('чому радите менше')]).toEqual([422, true]);
    const said = { recommendedKop: '40000', recommendedReason: 'Оренда безоплатна.', confidence: 'low' };
    expect((await browser.post(sheet, { ...READY, ...said })).status).toBe(303);
    const queue = await browser.get(evaluationPaths.queue(competition.id));
    expect(queue.text).toContain('Радите дати (порада до 1 пропозиції, решта – як просять) 40 000,00');
  });

  it('is shown without names where the pot is divided, and does not move the rating', async () => {
    const competition = await scoring.competition(1);
    for (const person of competition.people) await scoring.declare(person, competition);
    await scoring.start(competition);
    const advised = [4_000_000, 3_000_000, null];
    for (const [index, person] of competition.people.entries()) {
      const [row] = await scoring.queue(person, competition);
      const recommendedKop = advised[index]!;
      const advice = { recommendedKop, recommendedReason: 'Є дешевше.', confidence: 'low' as const };
      await scoring.write(person, row!.assignmentId, [4, 4, 4, 4], { advice });
      await scoring.sign(person, competition, IN_SCORING);
    }
    await scoring.app.drain();
    const { text } = await (await scoring.browse(competition.officer)).get(awardPaths.allocation(competition.id));
    expect(text).toContain('Радять 35 000,00 (середина порад: 2)');
    expect(text).toContain('Не певні своїх оцінок: 3');
    expect(text).toContain('Радять менше: «Є дешевше.»');
  });
});
