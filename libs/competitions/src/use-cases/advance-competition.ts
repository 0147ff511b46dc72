import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Reader, type Tx } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';
import { competitionPolicy } from '../access/competition.policy.js';
import { STEP_FACTS } from '../model/competition.facts.js';
import type { ActKind } from '../model/act.js';
import {
  competitionLifecycle,
  type CompetitionAction,
  type CompetitionSubject,
} from '../model/competition.lifecycle.js';
import { missing } from '../model/missing.js';
import type { CompetitionSettings } from '../model/settings.js';
import { CompetitionObstacles } from '../ports/competition-obstacles.port.js';
import { competitionSettings, lockCompetition } from '../queries/read-competition.js';
import { freezeAnnouncement } from './freeze-announcement.js';

/** Takes a competition one step further. Every change of its state goes through here. */
@Injectable()
export class AdvanceCompetition {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  execute(ctx: Context, competitionId: string, action: CompetitionAction): Promise<void> {
    return this.uow.run(ctx, (tx) => this.within(tx, competitionId, action));
  }

  /** @throws TransitionRefused with the first reason in the way */
  async within(tx: Tx, competitionId: string, action: CompetitionAction): Promise<void> {
    demand(competitionPolicy, action, tx.actor, await lockCompetition(tx, competitionId));
    const settings = await competitionSettings(tx, competitionId);
    const subject = await this.subject(tx, settings, action, tx.now);
    const state = competitionLifecycle.next(settings.state, action, subject);
    const particulars = action === 'publish' ? await freezeAnnouncement(tx, settings) : {};
    await tx.change(
      `update competitions.competition
          set state = $2, version = version + 1, decided_at = case when $2 = 'decided' then $3 else decided_at end
        where id = $1`,
      [competitionId, state, tx.now],
    );
    tx.record(STEP_FACTS[action], { subjectId: competitionId, scopeId: competitionId, particulars });
  }

  /** What the guards of the lifecycle look at, for doing the step and for showing why it is off. */
  async subject(
    reader: Reader,
    settings: CompetitionSettings,
    action: CompetitionAction | ActKind,
    now: Date,
  ): Promise<CompetitionSubject> {
    const found: string[] = [];
    // One after another: inside a transaction they share its one connection.
    for (const port of this.ports.all(CompetitionObstacles))
      found.push(...(await port.obstacles(reader, settings.id, action)));
    const missingCount = action === 'publish' ? missing(settings, now).length : 0;
    return { now, closesAt: settings.closesAt, missingCount, obstacles: found, stoppedFrom: settings.stoppedFrom };
  }
}
