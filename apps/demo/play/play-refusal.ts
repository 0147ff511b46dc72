import { Injectable } from '@nestjs/common';
import { AgreeToPartial, PlanNextSession, RegisterRefusal, SignAdditionalOrder } from '#libs/awards';
import { applicationForReading, costOf, linesIn, type BudgetLine } from '#libs/applications';
import { kyivInstant } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import type { Season } from '../compose/season.js';
import { PlaySession } from './play-session.js';
import { Stage } from './stage.js';

/** A winner refuses: when, by which letter, and how the next in the rating gets its money. */
export interface RefusalStory {
  /** Keys of proposals: who refuses, who agrees to less than it asked for. */
  refuses: string;
  agrees: string;
  letter: { number: string; on: string; reason: string };
  registeredAt: [day: string, time: string];
  sessionAt: [day: string, time: string];
  orderAt: [day: string, time: string];
  orderNumber: string;
  agreedAt: [day: string, time: string];
}

const PLACE = 'м. Сєвєродонецьк, просп. Центральний, 59, кабінет 412';

/** rules 49, 50: refusal, new minutes, additional order, consent to a smaller sum. */
@Injectable()
export class PlayRefusal {
  constructor(
    private readonly stage: Stage,
    private readonly db: Database,
    private readonly register: RegisterRefusal,
    private readonly plan: PlanNextSession,
    private readonly order: SignAdditionalOrder,
    private readonly agree: AgreeToPartial,
    private readonly session: PlaySession,
  ) {}

  async play(
    people: { officer: string; director: string },
    competitionId: string,
    season: Season,
    story: RefusalStory,
    proposals: Record<string, string>,
  ): Promise<void> {
    await this.stage.atKyiv(...story.registeredAt);
    const officer = await this.stage.as(people.officer);
    await this.register.execute(officer, proposals[story.refuses]!, story.letter);
    const plannedAt = kyivInstant(...story.sessionAt);
    const sessionId = await this.plan.execute(officer, competitionId, { plannedAt, place: PLACE });
    await this.stage.at(plannedAt);
    await this.session.play(sessionId, season, proposals);
    await this.stage.atKyiv(...story.orderAt);
    await this.order.execute(await this.stage.as(people.director), competitionId, story.orderNumber);
    await this.stage.atKyiv(...story.agreedAt);
    await this.consent(proposals[story.agrees]!);
  }

  private async consent(applicationId: string): Promise<void> {
    const row = await this.db.one<{ email: string; amountKop: string }>(
      `select p.email, w.amount_kop as "amountKop" from awards.v_award w
         join applications.v_application a on a.id = w.application_id
         join identity.v_role p on p.scope_id = a.organisation_id and p.role = 'applicant' and p.ended_on is null
        where w.application_id = $1 and w.state = 'offered' order by p.id limit 1`,
      [applicationId],
    );
    const { content } = await applicationForReading(this.db, applicationId);
    const typed = within(linesIn(content.budget), Number(row!.amountKop));
    await this.agree.execute(await this.stage.as(row!.email), applicationId, typed);
  }
}

/** The budget cut from its end until it asks exactly so much; what the organisation brings stays. */
function within(lines: readonly BudgetLine[], offeredKop: number): BudgetLine[] {
  let overKop = lines.reduce((sum, { fundedKop }) => sum + fundedKop, 0) - offeredKop;
  return lines
    .toReversed()
    .map((line) => {
      const cutKop = Math.min(line.fundedKop, overKop);
      overKop -= cutKop;
      if (cutKop === 0) return line;
      const costKop = costOf(line) - cutKop;
      const one = { ...line, quantity: costKop === 0 ? 0 : 1, months: 1, priceKop: costKop };
      return { ...one, fundedKop: line.fundedKop - cutKop };
    })
    .toReversed();
}
