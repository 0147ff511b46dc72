import { Injectable } from '@nestjs/common';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { peopleWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { evaluationPaths } from '../paths.js';
import { SILENCE_SAID, silentExperts } from '../queries/silent-experts.js';
import { noteOnce } from './remind-scorers.js';
import { ReplaceExpert } from './replace-expert.js';

/**
 * The published rule: a silent expert is replaced by the reserve; looked at again under the lock. Where the reserve is
 * empty, secretary and chair learn it once: a person has to act.
 */
@Injectable()
export class ReplaceSilentExpert {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly replace: ReplaceExpert,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, competitionId: string, personId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      const silent = (await silentExperts(tx)).find(
        (one) => one.competitionId === competitionId && one.personId === personId,
      );
      if (!silent || silent.dueAt > tx.now) return;
      if (!silent.hasReserve) return this.warn(tx, competition, personId);
      const reason = phrase('uk', 'evaluation:experts.silent');
      await this.replace.within(tx, competition, personId, { state: 'replaced', reason });
    });
  }
  private async warn(tx: Tx, { id, title, organiserId }: CompetitionRow, personId: string): Promise<void> {
    if (!(await noteOnce(tx, id, personId, SILENCE_SAID))) return;
    const name = (await peopleWithRole(tx, id, ['expert'])).find((one) => one.personId === personId)?.fullName;
    for (const to of await peopleWithRole(tx, id, ['commission-secretary', 'commission-chair']))
      await this.notices.queue(tx, {
        ...{ to, kind: 'duty', organiserId, template: 'evaluation.expert-silent', data: { title, name } },
        path: evaluationPaths.distribution(id),
      });
  }
}
