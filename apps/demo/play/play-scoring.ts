import { Injectable } from '@nestjs/common';
import { DeclareConflicts, SaveScoreSheet, SignSheets, type Declaration } from '#libs/evaluation';
import { Database } from '#libs/platform/database';
import { Stage } from './stage.js';
import { worldData } from './world-data.js';

/** Members declare conflicts, score their queues and sign. */
@Injectable()
export class PlayScoring {
  constructor(
    private readonly stage: Stage,
    private readonly db: Database,
    private readonly declare: DeclareConflicts,
    private readonly score: SaveScoreSheet,
    private readonly sign: SignSheets,
  ) {}

  /** `proposals`: ids by key of the submitted ones. */
  async declareAll(competitionId: string, proposals: Record<string, string>): Promise<void> {
    for (const person of worldData.people.commission) {
      const declarations = Object.entries(proposals).map(([key, applicationId]): Declaration => {
        const conflict = worldData.scores.conflicts.find((one) => one.person === person.key && one.application === key);
        return { applicationId, kind: conflict?.kind ?? 'none', reason: conflict?.reason ?? '' };
      });
      await this.declare.execute(await this.stage.as(person.email), competitionId, declarations);
    }
  }

  async scoreAll(competitionId: string, proposals: Record<string, string>): Promise<void> {
    for (const person of worldData.people.commission) {
      const ctx = await this.stage.as(person.email);
      for (const { assignmentId, key } of await this.queue(competitionId, ctx.actor.personId!, proposals)) {
        const sheet = worldData.scores.sheets.find((one) => one.person === person.key && one.application === key)!;
        const scores = Object.entries(sheet.points).map(([criterion, points]) => ({
          key: criterion,
          points,
          comment: '',
        }));
        await this.score.execute(ctx, assignmentId, { version: 0, scores, comment: sheet.comment, isReady: true });
      }
      await this.sign.execute(ctx, competitionId);
    }
  }

  private async queue(competitionId: string, personId: string, proposals: Record<string, string>) {
    const rows = await this.db.rows<{ assignmentId: string; applicationId: string }>(
      `select id as "assignmentId", application_id as "applicationId" from evaluation.assignment
        where competition_id = $1 and person_id = $2 and ended_at is null order by position`,
      [competitionId, personId],
    );
    const keyOf = new Map(Object.entries(proposals).map(([key, id]) => [id, key]));
    return rows.map(({ assignmentId, applicationId }) => ({ assignmentId, key: keyOf.get(applicationId)! }));
  }
}
