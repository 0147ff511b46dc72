import { Injectable } from '@nestjs/common';
import { lockCompetition } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { silentExperts } from '../queries/silent-experts.js';
import { ReplaceExpert } from './replace-expert.js';

/** The published rule: a silent expert is replaced by the reserve; looked at again under the lock. */
@Injectable()
export class ReplaceSilentExpert {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly replace: ReplaceExpert,
  ) {}

  execute(ctx: Context, competitionId: string, personId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      const silent = (await silentExperts(tx)).find(
        (one) => one.competitionId === competitionId && one.personId === personId,
      );
      if (!silent || silent.dueAt > tx.now) return;
      const reason = phrase('uk', 'evaluation:experts.silent');
      await this.replace.within(tx, competition, personId, { state: 'replaced', reason });
    });
  }
}
