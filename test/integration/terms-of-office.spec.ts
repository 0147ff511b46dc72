import { AppointCommissionMember, evaluationPaths } from '#libs/evaluation';
import { addMonths, kyivDay } from '#libs/platform/clock';
import { Sweeper } from '#libs/platform/jobs';
import { failure, IN_SCORING, ScoringWorld, type Person } from '../support/scoring-world.js';
import { rulesWith } from '../support/second-look.js';

let scoring: ScoringWorld;

beforeAll(async () => {
  scoring = await ScoringWorld.open();
});
afterAll(() => scoring.close());

const competition = () =>
  scoring.competition(2, { values: { rule_set: rulesWith({ termYears: 2, commissionMinMembers: 2 }) } });

describe('rule 30: the term of office', () => {
  it('ends a member by itself; an order whose term has passed appoints nobody', async () => {
    const { id, officer } = await competition();
    const today = kyivDay(new Date());
    const appoint = async (actOn: string) =>
      scoring.app.get(AppointCommissionMember).execute(await scoring.app.ctx(officer), id, {
        ...{ email: `term-${actOn}@people.example`, familyName: 'Нова', givenName: 'Олена', patronymic: null },
        ...{ role: 'commission-member', position: 'аналітик', isCsoRepresentative: true, actNumber: '17-к', actOn },
      });
    expect(await failure(appoint(addMonths(today, -30)))).toBe('evaluation.term-passed');
    const personId = await appoint(addMonths(today, -12));
    const [grant] = await scoring.world.rows<{ until: string }>(
      'select until_on::text as until from identity.role_grant where person_id = $1',
      [personId],
    );
    expect(grant!.until < addMonths(today, 12) && grant!.until > addMonths(today, 11)).toBe(true);
  });

  it('leaves no sheet and no declaration after it, and the others are not held up', async () => {
    const of = await competition();
    const [chair, secretary, gone] = of.people as [Person, Person, Person];
    for (const person of of.people) await scoring.declare(person, of);
    await scoring.start(of);
    await scoring.world.rows(
      `update identity.role_grant set until_on = current_date - 1, started_on = current_date - 2, act_number = '1', act_on = current_date - 2
        where person_id = $1`,
      [gone.personId],
    );
    const visitor = await scoring.browse(gone);
    const sheet = evaluationPaths.sheet((await scoring.queue(gone, of))[0]!.assignmentId);
    for (const path of [sheet, evaluationPaths.queue(of.id), evaluationPaths.conflicts(of.id)])
      expect([403, 404]).toContain((await visitor.get(path)).status);
    for (const person of [chair, secretary]) {
      await scoring.writeAll(person, of);
      await scoring.sign(person, of, IN_SCORING);
    }
    await scoring.app.get(Sweeper).pass();
    await scoring.app.drain();
    expect(await scoring.stateOf(of)).toBe('rated');
  });
});
