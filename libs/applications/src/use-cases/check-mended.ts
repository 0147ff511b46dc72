import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { mendingChecked } from '../model/application.facts.js';
import { lockForAdmission } from './lock-admission.js';

export interface MendingVerdict {
  isMended: boolean;
  note: string;
}

/** The one re-check of what was mended (rule 38); by another person than who sent it, where that was an officer. */
@Injectable()
export class CheckMended {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, competitionId: string, applicationId: string, verdict: MendingVerdict): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await lockForAdmission(tx, competitionId);
      // rule 37: what failed says why
      if (!verdict.isMended && verdict.note === '') throw invalidField('note', 'applications.admission-note');
      const mending = await tx.one<{ sentBy: string }>(
        `select m.sent_by as "sentBy" from applications.mending m join applications.application a on a.id = m.application_id
          where m.application_id = $1 and a.competition_id = $2 and m.state = 'sent' for update of m`,
        [applicationId, competitionId],
      );
      if (!mending) throw new Conflict('applications.not-now');
      if (mending.sentBy === tx.actor.personId) throw new Conflict('applications.second-person');
      await tx.change(
        `update applications.mending
            set state = 'checked', is_mended = $2, check_note = $3, checked_by = $4, checked_at = $5
          where application_id = $1`,
        [applicationId, verdict.isMended, verdict.note, tx.actor.personId, tx.now],
      );
      tx.record(mendingChecked, {
        subjectId: applicationId,
        scopeId: competitionId,
        particulars: { isMended: verdict.isMended },
        personal: { note: verdict.note },
      });
    });
  }
}
