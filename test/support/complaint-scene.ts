import {
  AnswerComplaint,
  RegisterComplaint,
  TendComplaint,
  type ComplaintFiles,
  type NewAnswer,
  type NewComplaint,
} from '#libs/complaints';
import type { Actor } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import type { TestApp } from './app.js';
import type { Person } from './commission.js';
import { ContractScenes, type ContractScene } from './contract-scene.js';
import type { World } from './world.js';

export const OF_POINTS: NewComplaint = {
  ...{ decision: 'points', ground: 'overlooked', againstId: null, representative: null, authority: null },
  story: 'Не враховано листів підтримки з додатка 3.',
  demand: 'Переглянути бали за критерієм «fit».',
};
export const REFUSED: NewAnswer = { outcome: 'refused', words: 'Бали поставлено за критеріями.', correction: null };

/** Two sheets whose sums over four criteria come to these points. */
const marksOf = (points: number): number[][] =>
  [0, 1].map((sheet) => [0, 1, 2, 3].map((at) => Math.floor((points + sheet * 4 + at) / 8)));

/** A decided competition with its sheets: 60, 30 and 10 thousand fit into the pot, the last proposal waits. */
export interface ComplaintScene extends ContractScene {
  reviewer: Person;
}

/** Takes complaints about a decided competition through their life, by the use cases. */
export class ComplaintScenes {
  readonly contracts: ContractScenes;

  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {
    this.contracts = new ContractScenes(app, world);
  }

  at = (actor: Actor) => this.contracts.at(actor);

  async decided(uah: readonly number[] = [60_000, 30_000, 10_000, 20_000]): Promise<ComplaintScene> {
    const of = await this.contracts.decided(uah);
    for (const [index, { id }] of of.proposals.entries()) await this.sheets(of, id, 38 - index);
    // Has not voted, nor scored.
    const reviewer = await this.contracts.awards.person({
      ...{ role: 'officer', scopeKind: 'organiser', scopeId: of.organiserId },
    });
    return { ...of, reviewer };
  }

  /** Signed sheets of the two members: fit 5 or 4, and so on, as the rating of the scene has them. */
  private async sheets(of: ContractScene, applicationId: string, points: number): Promise<void> {
    const criteria = await this.world.rows<{ id: string }>(
      'select id from competitions.criterion where competition_id = $1 order by position',
      [of.id],
    );
    for (const [index, marks] of marksOf(points).entries()) {
      const { personId } = of.members[index]!;
      const assignment = { id: newId(), competition_id: of.id, application_id: applicationId, person_id: personId };
      const at = new Date('2020-11-20T08:00:00Z');
      await this.world.insert('evaluation.assignment', { ...assignment, position: 1, assigned_at: at });
      const sheet = { ...assignment, id: newId(), assignment_id: assignment.id, state: 'signed' };
      await this.world.insert('evaluation.score_sheet', { ...sheet, updated_at: at, signed_at: at });
      for (const [at, { id }] of criteria.entries())
        await this.world.insert('evaluation.score', { sheet_id: sheet.id, criterion_id: id, points: marks[at] });
    }
  }

  /** Of the organisation with this place. */
  async filed(
    of: ComplaintScene,
    place: number,
    input: Partial<NewComplaint> = {},
    files?: ComplaintFiles,
  ): Promise<string> {
    const applicant = of.applicants[place - 1]!;
    const { id } = of.proposals[place - 1]!;
    return this.app.get(RegisterComplaint).file(await this.at(applicant), id, { ...OF_POINTS, ...input }, files);
  }

  versionOf = async (id: string): Promise<number> =>
    (await this.world.rows<{ version: number }>('select version from complaints.complaint where id = $1', [id]))[0]!
      .version;

  async assigned(of: ComplaintScene, id: string): Promise<void> {
    await this.app.get(TendComplaint).assign(await this.at(of.officer), id, of.reviewer.personId);
  }

  async proposed(of: ComplaintScene, id: string, answer: NewAnswer = REFUSED): Promise<void> {
    await this.assigned(of, id);
    await this.app.get(AnswerComplaint).propose(await this.at(of.reviewer), id, await this.versionOf(id), answer);
  }

  async answered(of: ComplaintScene, id: string, answer: NewAnswer = REFUSED): Promise<void> {
    await this.proposed(of, id, answer);
    await this.app.get(AnswerComplaint).sign(await this.at(of.director), id, await this.versionOf(id));
  }
}
