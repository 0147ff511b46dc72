import { Injectable } from '@nestjs/common';
import { lockCompetition } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { sessionsOf } from '#libs/sessions';
import { awardPolicy } from '../access/award.policy.js';
import { AWARD } from '../model/agenda.js';
import { isUnfinished } from '../model/award-session.js';
import { wayChosen } from '../model/award.facts.js';
import { hasGroupSum, type Scenario } from '../model/scenario/scenario.js';
import { waysOf } from '../model/scenario/ways-of.js';
import { readAllocation } from '../queries/read-allocation.js';

/** The way of allocation that goes to the award session: only one that the conditions name. The commission votes on it. */
@Injectable()
export class ChooseWay {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, competitionId: string, { way, groupKop }: Scenario): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(awardPolicy, 'plan', tx.actor, competition);
      if (competition.state !== 'rated') throw new Conflict('awards.not-rated');
      if (!waysOf(competition).includes(way)) throw new Conflict('awards.way-not-allowed');
      if (hasGroupSum(way) && groupKop === null) throw invalidField('groupKop', 'awards.way-sum');
      const sessions = await sessionsOf(tx, competitionId, AWARD);
      const { rows } = await readAllocation(tx, competition);
      if (sessions.some(isUnfinished) || rows.some(({ adopted }) => adopted)) throw new Conflict('awards.way-late');
      const sumKop = hasGroupSum(way) ? groupKop : null;
      await tx.change('delete from awards.chosen_way where competition_id = $1', [competitionId]);
      if (way !== 'top-down')
        await tx.change(
          `insert into awards.chosen_way (competition_id, way, group_kop, chosen_by, chosen_at)
           values ($1, $2, $3, $4, $5)`,
          [competitionId, way, sumKop, tx.actor.personId, tx.now],
        );
      tx.record(wayChosen, {
        subjectId: competitionId,
        scopeId: competitionId,
        particulars: { way, groupKop: sumKop },
      });
    });
  }
}
