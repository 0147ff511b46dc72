import { Injectable } from '@nestjs/common';
import { Notices } from '#libs/notifications';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { inquiryRefused } from '../model/announcements.facts.js';
import { inquiryLifecycle } from '../model/inquiry.lifecycle.js';
import { announcementPaths } from '../paths.js';
import { askerOf } from '../queries/asker.js';
import { lockInquiry } from '../queries/find-inquiry.js';

/** A question that is not about the call, or was answered before, stays with the authority together with the reason. */
@Injectable()
export class RefuseInquiry {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, competitionId: string, id: string, reason: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { inquiry, competition } = await lockInquiry(tx, 'refuse', competitionId, id);
      const state = inquiryLifecycle.next(inquiry.state, 'refuse');
      const asker = await askerOf(tx, inquiry);
      await tx.change(
        `update announcements.inquiry set state = $2, refusal_reason = $3, closed_by = $4, closed_at = $5, asker_id = null,
                email = null where id = $1`,
        [id, state, reason, tx.actor.personId, tx.now],
      );
      if (asker)
        await this.notices.queue(tx, {
          ...{ to: asker, kind: 'receipt', organiserId: competition.organiserId },
          template: 'announcements.not-answered',
          data: { title: (asker.language === 'en' && competition.titleEn) || competition.title, reason },
          path: announcementPaths.questions(competition.code!),
          onceKey: `announcements.refusal:${id}`,
        });
      // The reason may quote what was asked.
      tx.record(inquiryRefused, { subjectId: id, scopeId: competitionId, personal: { reason } });
    });
  }
}
