import { Injectable } from '@nestjs/common';
import { AnswerWeighing, PlanAwardSession, SignAwardOrder } from '#libs/awards';
import { kyivInstant } from '#libs/platform/clock';
import type { Season, Sittings } from '../compose/season.js';
import { PlaySession } from './play-session.js';
import { Stage } from './stage.js';

const PLACE = 'м. Сєвєродонецьк, просп. Центральний, 59, зала засідань';

/** The commission allocates the pot down the rating; the head of the department signs the order. */
@Injectable()
export class PlayAward {
  constructor(
    private readonly stage: Stage,
    private readonly plan: PlanAwardSession,
    private readonly answer: AnswerWeighing,
    private readonly order: SignAwardOrder,
    private readonly session: PlaySession,
  ) {}

  async play(
    people: { officer: string; director: string },
    competitionId: string,
    season: Season,
    sittings: Pick<Sittings, 'awardAt' | 'orderAt' | 'orderNumber'>,
    proposals: Record<string, string>,
  ): Promise<void> {
    const plannedAt = kyivInstant(...sittings.awardAt);
    const officer = await this.stage.as(people.officer);
    const sessionId = await this.plan.execute(officer, competitionId, { plannedAt, place: PLACE });
    await this.stage.at(plannedAt);
    if (season.weighingAnswer !== null) {
      const chair = season.commission.find(({ commissionRole }) => commissionRole === 'chair')!;
      await this.answer.execute(await this.stage.as(chair.email), competitionId, season.weighingAnswer);
    }
    await this.session.play(sessionId, season, proposals);
    await this.stage.atKyiv(...sittings.orderAt);
    await this.order.execute(await this.stage.as(people.director), competitionId, sittings.orderNumber);
  }
}
