import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { competitionPolicy } from '../access/competition.policy.js';
import { actDropped } from '../model/competition.facts.js';
import { lockAct } from '../queries/read-acts.js';
import { lockCompetition } from '../queries/read-competition.js';

/** A prepared act that will not be: it stays in the register as dropped, and another one may be prepared. */
@Injectable()
export class DropAct {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, competitionId: string, actId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(competitionPolicy, 'drop-act', tx.actor, competition);
      const act = await lockAct(tx, competitionId, actId);
      if (act.state !== 'prepared') throw new Conflict('competitions.act-over');
      await tx.change(`update competitions.act set state = 'dropped' where id = $1`, [actId]);
      tx.record(actDropped, { subjectId: actId, scopeId: competitionId, particulars: { kind: act.kind } });
    });
  }
}
