import { AnswerWeighing, PlanAwardSession, SignAwardOrder } from '#libs/awards';
import { CastBallots, CloseSession, OpenSession, SignMinutes } from '#libs/sessions';
import { presetRuleSet } from '#libs/terms';
import { inScope, ScoringWorld, type Person, type Scored } from './scoring-world.js';

const ASKED_KOP = 5_000_000;
export const AFTER_SCORING = new Date('2020-12-05T08:00:00Z');
const SITTING = new Date(AFTER_SCORING.getTime() + 3_600_000);

/** Competitions scored sheet by sheet, with money for three proposals, and their way to the order. */
export class RatedScenes {
  private constructor(readonly scoring: ScoringWorld) {}

  static async open(): Promise<RatedScenes> {
    return new RatedScenes(await ScoringWorld.open());
  }

  close(): Promise<void> {
    return this.scoring.close();
  }

  /** `marks`: the points of every criterion, by proposal and then by member. */
  async rated(marks: number[][], resultCheck: 'commission' | 'public' = 'commission'): Promise<Scored> {
    const ruleSet = presetRuleSet('1049-2020');
    const { resultCheck: check, commissionMinMembers: least } = ruleSet.slots;
    const own = { resultCheck: { ...check, value: resultCheck }, commissionMinMembers: { ...least, value: 3 } };
    const rules = JSON.stringify({ ...ruleSet, slots: { ...ruleSet.slots, ...own } });
    const values = { pot_kop: 3 * ASKED_KOP, cap_kop: ASKED_KOP, passing_hundredths: 400, rule_set: rules };
    const competition = await this.scoring.competition(marks.length, { values });
    for (const person of competition.people) await this.scoring.declare(person, competition);
    await this.scoring.start(competition);
    for (const [index, person] of competition.people.entries())
      await this.score(
        person,
        competition,
        marks.map((byMember) => byMember[index]!),
      );
    await this.scoring.app.drain();
    return competition;
  }

  /** `points`: of every criterion, by proposal. */
  private async score(person: Person, competition: Scored, points: number[]): Promise<void> {
    const codes = await this.codesOf(competition);
    for (const { assignmentId, registerCode } of await this.scoring.queue(person, competition)) {
      const each = points[codes.indexOf(registerCode)]!;
      await this.scoring.write(person, assignmentId, [each, each, each, each]);
    }
    await this.scoring.sign(person, competition);
  }

  async codesOf({ applications }: Scored): Promise<string[]> {
    const rows = await this.scoring.app.db.rows<{ id: string; code: string }>(
      'select id, register_code as code from applications.application where id = any($1)',
      [applications],
    );
    return applications.map((id) => rows.find((row) => row.id === id)!.code);
  }

  /** Leaves one proposal with money for two. */
  async shrinkPot({ id }: Scored): Promise<void> {
    await this.scoring.world.rows('update competitions.competition set pot_kop = $2 where id = $1', [
      id,
      2 * ASKED_KOP,
    ]);
  }

  async answer(person: Person, { id }: Scored): Promise<void> {
    const ctx = await this.scoring.app.ctx(person, AFTER_SCORING);
    await this.scoring.app.get(AnswerWeighing).execute(ctx, id, 'Пропозиції близькі, рішення прийнято за рейтингом');
  }

  /** A session up to the signatures. */
  async voted({ id, officer, people }: Scored): Promise<string> {
    const { app } = this.scoring;
    const plan = { plannedAt: SITTING, place: 'кімната 305' };
    const sessionId = await app.get(PlanAwardSession).execute(await app.ctx(officer, AFTER_SCORING), id, plan);
    const ids = people.map(({ personId }) => personId);
    await app.get(OpenSession).execute(await app.ctx(people[1]!, SITTING), sessionId, ids);
    const items = await app.db.rows<{ id: string }>('select id from sessions.item where session_id = $1', [sessionId]);
    const ballots = items.map(({ id: itemId }) => ({ itemId, vote: 'for' as const, reason: '' }));
    for (const person of people) await app.get(CastBallots).execute(await app.ctx(person, SITTING), sessionId, ballots);
    await app.get(CloseSession).execute(await app.ctx(people[1]!, SITTING), sessionId);
    return sessionId;
  }

  async sign(person: Person, sessionId: string): Promise<void> {
    await this.scoring.app.get(SignMinutes).execute(await this.scoring.app.ctx(person, SITTING), sessionId);
  }

  /** Session, both signatures, the director’s order. */
  async decided(competition: Scored): Promise<void> {
    const { app, world } = this.scoring;
    const [chair, secretary] = competition.people as [Person, Person];
    const sessionId = await this.voted(competition);
    await this.sign(chair, sessionId);
    await this.sign(secretary, sessionId);
    const director = await world.person([]);
    const grant = inScope('director', 'organiser', competition.organiserId);
    await world.grant(director.personId, grant, { position: 'директор' });
    const ctx = await app.ctx({ ...director, grants: [grant] }, SITTING);
    await app.get(SignAwardOrder).execute(ctx, competition.id, '112-од');
  }

  async publicCode({ id }: Scored): Promise<string> {
    const [row] = await this.scoring.world.rows<{ code: string }>(
      'select code from competitions.competition where id = $1',
      [id],
    );
    return row!.code;
  }
}
