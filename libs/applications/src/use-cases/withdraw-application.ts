import { Injectable } from '@nestjs/common';
import { applicantsOf } from '#libs/identity';
import { Notices } from '#libs/notifications';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { applicationWithdrawn } from '../model/application.facts.js';
import { applicationLifecycle } from '../model/application.lifecycle.js';
import { applicationPaths } from '../paths.js';
import { lockForWriting, receptionOf } from './edit-part.js';

/** Takes a submitted proposal back before closing; it stays in the register and can be submitted again (rule 19). */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, id: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { application, competition } = await lockForWriting(tx, id, 'send');
      const state = applicationLifecycle.next(application.state, 'withdraw', receptionOf(tx, competition));
      await tx.change('update applications.application set state = $2 where id = $1', [id, state]);
      const { registerCode, title, competitionId } = application;
      for (const to of await applicantsOf(tx, application.organisationId))
        await this.notices.queue(tx, {
          ...{ to, kind: 'receipt', organiserId: competition.organiserId },
          ...{ template: 'applications.withdrawn', path: applicationPaths.show(id) },
          data: { registerCode, title, competition: competition.title },
        });
      tx.record(applicationWithdrawn, { subjectId: id, scopeId: competitionId, particulars: { registerCode } });
    });
  }
}
