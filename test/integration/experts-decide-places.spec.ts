import { SignAwardOrder } from '#libs/awards';
import { competitionById } from '#libs/competitions';
import { AppointCommissionMember, evaluationPaths } from '#libs/evaluation';
import { adoptSlots, unsettledSlots } from '#libs/terms';
import { ANNOUNCED, CompetitionWorld, WHOLE } from '../support/competition-world.js';
import { inScope, ScoringWorld } from '../support/scoring-world.js';
import { Visitor } from '../support/visitor.js';

let scoring: ScoringWorld;

beforeAll(async () => {
  scoring = await ScoringWorld.open();
});
afterAll(async () => {
  await scoring.close();
});

/** Posts a form with the version that its page holds. */
async function fill(visitor: Visitor, path: string, fields: Record<string, string>): Promise<number> {
  const { html } = await visitor.get(path);
  const version = /name="version" value="(\d+)"/.exec(html)![1]!;
  return (await visitor.post(path, { version, ...fields })).status;
}

describe('k of n experts, where the rules say so', () => {
  it('are chosen in the wizard, printed in the announcement and appointed', async () => {
    const its = await CompetitionWorld.open(scoring.app, scoring.world);
    const officer = await its.signedIn(its.officer);
    const id = await its.complete();
    const own = `/organiser/competitions/${id}`;
    const chosen = { scoringMode: 'k-of-n', expertsPerApplication: '2' };
    expect(await fill(officer, `${own}/settings/scoring`, chosen)).toBe(303);
    // The setting alone is not enough: the rules that are announced must say the same.
    expect((await officer.get(own)).text).toContain('Умови називають іншого, хто оцінює');
    const value = { value: 'k-of-n', source: 'Порядок департаменту, п. 14' };
    expect(await fill(officer, `${own}/rules/scoringMode`, value)).toBe(303);
    const { ruleSet, code: none } = await competitionById(scoring.app.db, id);
    expect(none).toBeNull();
    const order = { number: WHOLE.orderNumber!, on: WHOLE.orderOn! };
    await its.save(id, { ruleSet: adoptSlots(ruleSet!, unsettledSlots(ruleSet!), order) });
    await its.step(id, 'publish', ANNOUNCED);
    const { code } = await competitionById(scoring.app.db, id);
    const { text } = await new Visitor(scoring.app).get(`/competitions/${code}`);
    expect(text).toContain('Кожну пропозицію оцінюють 2 призначені експерти.');
    await scoring.app.get(AppointCommissionMember).execute(await scoring.app.ctx(its.officer, ANNOUNCED), id, {
      ...{ email: 'expert@people.example', familyName: 'Гончар', givenName: 'Ольга', patronymic: null },
      ...{ actNumber: '17-к', actOn: '2020-10-01', role: 'expert', position: 'експертка', isCsoRepresentative: false },
    });
    expect((await officer.get(evaluationPaths.commission(id))).text).toContain('Гончар');
  });

  it('score what they were given; the rating counts their sheets, and the order of the director rests on it', async () => {
    // Nothing about the commission: here only experts score.
    const slots = { awardBy: { key: 'awardBy', value: 'director' } };
    const rules = { key: '1049-2020', title: { uk: 'Порядок № 1049' }, act: null, slots };
    const values = { rule_set: JSON.stringify(rules), pot_kop: 11_000_000, cap_kop: 6_000_000 };
    const competition = await scoring.competition(3, { experts: 4, k: 2, values });
    for (const person of competition.people) await scoring.declare(person, competition);
    await scoring.start(competition);
    await scoring.approve(competition);
    const [best, , worst] = competition.applications as [string, string, string];
    const codes = await scoring.world.rows<{ id: string; code: string }>(
      'select id, register_code as code from applications.application where competition_id = $1',
      [competition.id],
    );
    const ids = new Map(codes.map(({ id, code }) => [code, id]));
    for (const person of competition.people) {
      for (const { assignmentId, registerCode } of await scoring.queue(person, competition))
        await scoring.write(person, assignmentId, pointsOf(ids.get(registerCode)!));
      await scoring.sign(person, competition);
    }
    await scoring.app.drain();
    expect(await scoring.stateOf(competition)).toBe('rated');
    const rating = await scoring.world.rows<{ application_id: string; place: number; sheets_count: number }>(
      'select application_id, place, sheets_count from evaluation.rating_row where competition_id = $1 order by place',
      [competition.id],
    );
    expect(rating.map(({ sheets_count: sheets }) => sheets)).toEqual([2, 2, 2]);
    expect([rating[0]!.application_id, rating[2]!.application_id]).toEqual([best, worst]);
    const director = await scoring.world.person([inScope('director', 'organiser', competition.organiserId)]);
    await scoring.app.get(SignAwardOrder).execute(await scoring.app.ctx(director), competition.id, '112-од');
    const given = await scoring.world.rows<{ application_id: string; uah: number }>(
      `select application_id, (amount_kop / 100)::int as uah from awards.allocation_line
        where competition_id = $1 order by place`,
      [competition.id],
    );
    expect(given.map(({ uah }) => uah)).toEqual([50_000, 50_000, 0]);
    expect(given[2]!.application_id).toBe(worst);

    function pointsOf(applicationId: string): number[] {
      if (applicationId === best) return [5, 5, 5, 5];
      return applicationId === worst ? [3, 3, 3, 4] : [4, 4, 4, 4];
    }
  });
});
