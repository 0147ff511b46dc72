import { CheckProposal, PlanAdmissionSession, type ProposalCheck } from '#libs/applications';
import type { TestApp } from './app.js';
import type { Commission } from './commission.js';
import { PLANNED_AT, Sittings } from './sittings.js';
import type { World } from './world.js';

export const passed = { passed: true, note: '' };
export const unchecked = { passed: null, note: '' };
const CHECKED = { documents: passed, statements: passed, filling: passed };
export const ADMIT: ProposalCheck = { version: 0, answers: CHECKED, verdict: 'admit', ground: null, reason: '' };
export const REFUSE: ProposalCheck = {
  ...ADMIT,
  ...{ verdict: 'refuse', ground: 'documents', reason: 'Немає копії статуту.' },
};
export const OPEN: ProposalCheck = { ...ADMIT, verdict: null };
const MORNING = new Date('2020-11-09T08:00:00Z');

/** The same votes of six members. */
export const all = (letters: string): string[] => Array.from({ length: 6 }, () => letters);

/** The admission as the officer and the commission go through it. */
export class Admissions {
  private readonly sittings: Sittings;

  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {
    this.sittings = new Sittings(app, world);
  }

  async check({ officer, competitionId }: Commission, id: string, input: ProposalCheck): Promise<void> {
    await this.app.get(CheckProposal).execute(await this.app.ctx(officer, MORNING), competitionId, id, input);
  }

  async plan({ officer, competitionId }: Commission, plannedAt = PLANNED_AT): Promise<string> {
    const ctx = await this.app.ctx(officer, MORNING);
    return this.app.get(PlanAdmissionSession).execute(ctx, competitionId, { plannedAt, place: 'зала 12' });
  }

  /** A session from the call to the minutes; `letters` are the votes of each member who came. */
  async decide(scene: Commission, letters: string[]): Promise<string> {
    const sessionId = await this.plan(scene);
    const session = { ...scene, sessionId, items: await this.sittings.itemsOf(sessionId) };
    const present = scene.members.slice(0, letters.length);
    await this.sittings.open(session, present);
    for (const [index, member] of present.entries()) await this.sittings.vote(session, member, letters[index]!);
    await this.sittings.close(session);
    for (const leader of scene.members.slice(0, 2)) await this.sittings.sign(session, leader);
    return sessionId;
  }

  async rowOf(id: string) {
    const [row] = await this.world.rows<{ state: string; decision_reason: string | null; verdict: string | null }>(
      `select a.state, a.decision_reason, d.verdict from applications.application a
         left join applications.admission_draft d on d.application_id = a.id where a.id = $1`,
      [id],
    );
    return row;
  }
}
