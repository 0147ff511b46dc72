import { Injectable } from '@nestjs/common';
import { CheckProposal, PlanAdmissionSession, type ProposalCheck } from '#libs/applications';
import { AdvanceCompetition } from '#libs/competitions';
import { kyivInstant } from '#libs/platform/clock';
import type { Season, Sittings } from '../compose/season.js';
import { PlaySession } from './play-session.js';
import { Stage } from './stage.js';
import type { Refusal } from './world-data.js';

const PLACE = 'м. Сєвєродонецьк, просп. Центральний, 59, зала засідань';

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
  async play(
    officer: string,
    competitionId: string,
    season: Season,
    sittings: Pick<Sittings, 'openingAt' | 'admissionAt'>,
    proposals: Record<string, string>,
  ): Promise<void> {
    await this.stage.atKyiv(...sittings.openingAt);
    await this.advance.execute(await this.stage.as(officer), competitionId, 'open-proposals');
    for (const [key, id] of Object.entries(proposals))
      await this.check.execute(await this.stage.as(officer), competitionId, id, checkOf(season.refusals[key]));
    const plannedAt = kyivInstant(...sittings.admissionAt);
    const sessionId = await this.plan.execute(await this.stage.as(officer), competitionId, { plannedAt, place: PLACE });
    await this.stage.at(plannedAt);
    await this.session.play(sessionId, season, proposals);
  }
}

function checkOf(refusal: Refusal | undefined): ProposalCheck {
  const passed = { passed: true, note: '' };
  const answers = { documents: passed, statements: passed, filling: passed };
  if (!refusal) return { version: 0, answers, verdict: 'admit', ground: null, reason: '' };
  const { ground, reason } = refusal;
  const failed = ground in answers ? { [ground]: { passed: false, note: reason } } : {};
  return { version: 0, answers: { ...answers, ...failed }, verdict: 'refuse', ground, reason };
}
