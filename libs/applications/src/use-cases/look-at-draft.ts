import { Injectable } from '@nestjs/common';
import { worksFor } from '#libs/competitions';
import { Attempts, STAFF_ROLES } from '#libs/identity';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { draftLookedAt } from '../model/application.facts.js';
import { showingHash } from '../model/showing.js';
import { applicationById } from './lock-application.js';

/** Staff of the organiser types the code that the applicant has read out; the applicant sees who looked. */
@Injectable()
export class LookAtDraft {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: Attempts,
  ) {}

  /** @returns the id of the showing @throws InvalidInput for a wrong, an old and a foreign code alike */
  async execute(ctx: Context, code: string, address: string): Promise<string> {
    await this.attempts.countAbout(ctx, 'shown-draft', ctx.actor.personId!, address);
    return this.uow.run(ctx, async (tx) => {
      const showing = await tx.one<{ id: string; applicationId: string }>(
        `select id, application_id as "applicationId" from applications.draft_showing
          where code_hash = $1 and expires_at > $2`,
        [showingHash(code), new Date()],
      );
      const application = showing && (await applicationById(tx, showing.applicationId));
      if (!application || !worksFor(tx.actor, STAFF_ROLES, application))
        throw invalidField('code', 'applications.showing-unknown');
      await tx.change(
        `insert into applications.draft_look (showing_id, person_id, looked_at) values ($1, $2, $3)
         on conflict (showing_id, person_id) do nothing`,
        [showing!.id, tx.actor.personId, new Date()],
      );
      tx.record(draftLookedAt, { subjectId: application.id, scopeId: application.competitionId });
      return showing!.id;
    });
  }
}
