import { Injectable } from '@nestjs/common';
import { PlanAwardSession, SignAwardOrder } from '#libs/awards';
import { PlaySession } from './play-session.js';
import { Stage } from './stage.js';

const PLACE = 'м. Сєвєродонецьк, просп. Центральний, 59, зала засідань';

/** The commission allocates the pot down the rating; the head of the department signs the order. */
@Injectable()
export class PlayAward {
  constructor(
    private readonly stage: Stage,
    private readonly plan: PlanAwardSession,
    private readonly order: SignAwardOrder,
    private readonly session: PlaySession,
  ) {}

  async play(
    officer: string,
    director: string,
    competitionId: string,
    proposals: Record<string, string>,
  ): Promise<void> {
    const plannedAt = new Date('2020-11-24T11:00:00+02:00');
    const sessionId = await this.plan.execute(await this.stage.as(officer), competitionId, { plannedAt, place: PLACE });
    await this.stage.at(plannedAt);
    await this.session.play(sessionId, proposals);
    await this.stage.atKyiv('2020-11-25', '15:20');
    await this.order.execute(await this.stage.as(director), competitionId, '131');
  }
}
