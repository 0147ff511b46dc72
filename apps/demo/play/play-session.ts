import { Injectable } from '@nestjs/common';
import { CastBallots, CloseSession, OpenSession, SignMinutes, type CastBallot } from '#libs/sessions';
import { Database } from '#libs/platform/database';
import type { Season } from '../compose/season.js';
import { Stage } from './stage.js';

/** The commission sits: opens with a quorum, votes, closes; secretary and chair sign the minutes. */
@Injectable()
export class PlaySession {
  constructor(
    private readonly stage: Stage,
    private readonly db: Database,
    private readonly open: OpenSession,
    private readonly vote: CastBallots,
    private readonly close: CloseSession,
    private readonly sign: SignMinutes,
  ) {}

  async play(sessionId: string, season: Season, proposals: Record<string, string>): Promise<void> {
    const present = season.commission.filter(({ key }) => key !== season.absent);
    const [chair, secretary] = ['chair', 'secretary'].map(
      (role) => present.find((one) => one.commissionRole === role)!.email,
    );
    const ids = await Promise.all(present.map(async ({ email }) => (await this.stage.as(email)).actor.personId!));
    await this.open.execute(await this.stage.as(secretary!), sessionId, ids);
    await this.stage.together(present, async ({ key, email }) => {
      const ballots = await this.ballots(sessionId, key, season, proposals);
      await this.vote.execute(await this.stage.as(email), sessionId, ballots);
    });
    await this.close.execute(await this.stage.as(secretary!), sessionId);
    await this.sign.execute(await this.stage.as(secretary!), sessionId);
    await this.sign.execute(await this.stage.as(chair!), sessionId);
  }

  private async ballots(
    sessionId: string,
    person: string,
    { conflicts }: Season,
    proposals: Record<string, string>,
  ): Promise<CastBallot[]> {
    const items = await this.db.rows<{ id: string; subjectId: string }>(
      'select id, subject_id as "subjectId" from sessions.item where session_id = $1 order by position',
      [sessionId],
    );
    return items.map(({ id: itemId, subjectId }) => {
      const conflict = conflicts.find((one) => one.person === person && proposals[one.application] === subjectId);
      return conflict ? { itemId, vote: 'recused', reason: conflict.reason } : { itemId, vote: 'for', reason: '' };
    });
  }
}
