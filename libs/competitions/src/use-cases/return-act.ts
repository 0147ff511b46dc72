import { Injectable } from '@nestjs/common';
import { peopleWithRole, type PersonWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { competitionPolicy } from '../access/competition.policy.js';
import type { ActRow } from '../model/act.js';
import { actReturnLetter } from '../model/act-letter.js';
import { actReturned } from '../model/competition.facts.js';
import type { CompetitionRow } from '../model/competition.js';
import { competitionPaths } from '../paths.js';
import { lockAct } from '../queries/read-acts.js';
import { lockCompetition } from '../queries/read-competition.js';

/** The director does not confirm an act and says what to mend: it is over, and another one may be prepared. */
@Injectable()
export class ReturnAct {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, competitionId: string, actId: string, remark: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(competitionPolicy, 'return-act', tx.actor, competition);
      const act = await lockAct(tx, competitionId, actId);
      if (act.state !== 'prepared') throw new Conflict('competitions.act-over');
      await tx.change(`update competitions.act set state = 'dropped' where id = $1`, [actId]);
      tx.record(actReturned, {
        subjectId: actId,
        scopeId: competitionId,
        particulars: { kind: act.kind, remark },
      });
      for (const to of await whoMends(tx, competition, act))
        await this.notices.queue(tx, {
          ...{ to, kind: 'work', organiserId: competition.organiserId, template: 'competitions.act-returned' },
          data: actReturnLetter(act, competition, remark, to.language),
          path: competitionPaths.acts(competitionId),
          onceKey: `competitions.act-returned:${actId}:${to.personId}`,
        });
    });
  }
}

/** Who prepared it; where they are no officer today, everybody who may prepare another one. */
async function whoMends(tx: Tx, competition: CompetitionRow, { preparedBy }: ActRow): Promise<PersonWithRole[]> {
  const authorities = [competition.organiserId, competition.coOrganiserId].filter((id) => id !== null);
  const officers: PersonWithRole[] = [];
  for (const id of authorities) officers.push(...(await peopleWithRole(tx, id, ['officer'])));
  const author = officers.find(({ personId }) => personId === preparedBy);
  return author ? [author] : officers;
}
