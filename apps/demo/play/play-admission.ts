import { Injectable } from '@nestjs/common';
import { CheckProposal, PlanAdmissionSession, type ProposalCheck } from '#libs/applications';
import { AdvanceCompetition } from '#libs/competitions';
import { PlaySession } from './play-session.js';
import { Stage } from './stage.js';

const PLACE = 'м. Сєвєродонецьк, просп. Центральний, 59, зала засідань';
/** Registered too recently (rule 7); the rest is admitted. */
const REFUSED = 'kino-na-kordoni';

/** The officer opens the proposals and checks them; the commission admits or refuses. */
@Injectable()
export class PlayAdmission {
  constructor(
    private readonly stage: Stage,
    private readonly advance: AdvanceCompetition,
    private readonly check: CheckProposal,
    private readonly plan: PlanAdmissionSession,
    private readonly session: PlaySession,
  ) {}

  /** `proposals`: ids by key of the submitted ones. */
  async play(officer: string, competitionId: string, proposals: Record<string, string>): Promise<void> {
    await this.stage.atKyiv('2020-11-06', '09:30');
    await this.advance.execute(await this.stage.as(officer), competitionId, 'open-proposals');
    for (const [key, id] of Object.entries(proposals))
      await this.check.execute(await this.stage.as(officer), competitionId, id, checkOf(key));
    const plannedAt = new Date('2020-11-11T14:00:00+02:00');
    const sessionId = await this.plan.execute(await this.stage.as(officer), competitionId, { plannedAt, place: PLACE });
    await this.stage.at(plannedAt);
    await this.session.play(sessionId, proposals);
  }
}

function checkOf(key: string): ProposalCheck {
  const passed = { passed: true, note: '' };
  const answers = { documents: passed, statements: passed, filling: passed };
  if (key !== REFUSED) return { version: 0, answers, verdict: 'admit', ground: null, reason: '' };
  const reason = 'Організацію зареєстровано 17.06.2020, а конкурс оголошено 05.10.2020: шести місяців ще не минуло.';
  return { version: 0, answers, verdict: 'refuse', ground: 'age', reason };
}
