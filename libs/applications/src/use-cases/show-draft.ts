import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, newId } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { applicationPolicy } from '../access/application.policy.js';
import { draftShown } from '../model/application.facts.js';
import { SHOWING_MINUTES, newShowingCode, showingHash } from '../model/showing.js';
import { applicationById } from './lock-application.js';

/** The applicant lets somebody at the authority look at the draft: an hour, reading only, by a code that is said once. */
@Injectable()
export class ShowDraft {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns the code, which is kept nowhere */
  execute(ctx: Context, applicationId: string): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const application = await applicationById(tx, applicationId);
      demand(applicationPolicy, 'write', tx.actor, application);
      if (application.paper !== null) throw new Conflict('applications.not-now');
      const code = newShowingCode();
      const now = new Date();
      await tx.change(
        `insert into applications.draft_showing (id, application_id, code_hash, shown_by, shown_at, expires_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [
          ...[newId(), applicationId, showingHash(code), tx.actor.personId, now],
          new Date(now.getTime() + SHOWING_MINUTES * 60_000),
        ],
      );
      tx.record(draftShown, { subjectId: applicationId, scopeId: application.competitionId });
      return code;
    });
  }
}
