import { Injectable } from '@nestjs/common';
import { AttachSignature } from '#libs/documents';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { applicationPolicy } from '../access/application.policy.js';
import { SUBMISSION } from '../queries/submission-papers.js';
import { lockApplication } from './lock-application.js';

/**
 * Puts a detached electronic signature beside what was submitted last. Nobody needs one to submit; it counts as not
 * verified, because nothing here verifies it (rule 79).
 */
@Injectable()
export class SignSubmission {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attach: AttachSignature,
  ) {}

  execute(ctx: Context, id: string, file: { name: string; content: Buffer }): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const application = await lockApplication(tx, id);
      demand(applicationPolicy, 'see', tx.actor, application);
      demand(applicationPolicy, 'send', tx.actor, application);
      if (application.state !== 'submitted') throw new Conflict('applications.not-submitted');
      const last = await tx.one<{ ownerId: string }>(
        'select id as "ownerId" from applications.submission where application_id = $1 and number = $2',
        [id, application.submissionNumber],
      );
      await this.attach.within(ctx, tx, { ownerKind: SUBMISSION, ...last! }, { form: 'kep', ...file });
    });
  }
}
