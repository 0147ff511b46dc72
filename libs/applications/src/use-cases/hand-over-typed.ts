import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { typingHandedOver } from '../model/application.facts.js';
import { envelopeLifecycle } from '../model/envelope.lifecycle.js';
import { draftOf } from '../queries/draft-proposal.js';
import { lockApplication } from './lock-application.js';
import { lockEnvelope } from './lock-envelope.js';

/** Everything is typed: the form is closed, and a second person compares it with the paper. */
@Injectable()
export class HandOverTyped {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, competitionId: string, id: string, version: number): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { envelope, subject } = await lockEnvelope(tx, competitionId, { id, version });
      const state = envelopeLifecycle.next(envelope.state, 'hand-over', subject);
      const application = await lockApplication(tx, envelope.applicationId!);
      const draft = await draftOf(tx, application);
      const asked = draft.lines.reduce((sum, line) => sum + line.fundedKop, 0);
      // Without these there is no proposal to decide about; whatever else lacks goes to the commission as a flaw.
      if (draft.title === '' || !draft.startOn || !draft.endOn || asked === 0)
        throw new Conflict('applications.typed-too-little');
      await tx.change(
        `update applications.envelope
            set state = $2, version = version + 1, typed_by = $3, note = '' where id = $1`,
        [id, state, tx.actor.personId],
      );
      tx.record(typingHandedOver, {
        subjectId: id,
        scopeId: competitionId,
        particulars: { applicationId: application.id, version: application.version },
      });
    });
  }
}
