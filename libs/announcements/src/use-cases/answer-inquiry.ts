import { Injectable } from '@nestjs/common';
import { holdsPersonalData } from '#libs/identity';
import { Notices } from '#libs/notifications';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { InvalidInput } from '#libs/platform/errors';
import { inquiryAnswered } from '../model/announcements.facts.js';
import { inquiryLifecycle } from '../model/inquiry.lifecycle.js';
import { announcementPaths } from '../paths.js';
import { lockInquiry } from '../queries/find-inquiry.js';
import { askerOf } from '../queries/asker.js';

export interface Answer {
  /** The question as everybody reads it: without names, telephones and what else would tell who asked. */
  wording: string;
  answer: string;
}

/**
 * Publishes an answer beside the announcement, for everybody at once. Who asked gets it by letter, and their address is
 * forgotten; applicants and subscribers learn of it by a reaction.
 */
@Injectable()
export class AnswerInquiry {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** Returns the number of the answer. @throws InvalidInput where a text holds an e-mail, a telephone or a tax number */
  execute(ctx: Context, competitionId: string, id: string, { wording, answer }: Answer): Promise<number> {
    demandNoPersonalData({ wording, answer });
    return this.uow.run(ctx, async (tx) => {
      const { inquiry, competition } = await lockInquiry(tx, 'answer', competitionId, id);
      const state = inquiryLifecycle.next(inquiry.state, 'answer');
      const asker = await askerOf(tx, inquiry);
      const number = await nextNumber(tx, competitionId);
      await tx.change(
        `update announcements.inquiry set state = $2, number = $3, wording = $4, answer = $5, closed_by = $6, closed_at = $7,
                asker_id = null, email = null where id = $1`,
        [id, state, number, wording, answer, tx.actor.personId, tx.now],
      );
      if (asker)
        await this.notices.queue(tx, {
          ...{ to: asker, kind: 'receipt', organiserId: competition.organiserId },
          template: 'announcements.your-answer',
          data: { title: (asker.language === 'en' && competition.titleEn) || competition.title, wording, answer },
          path: announcementPaths.answer(competition.code!, number),
          // By it the reaction knows who has been told already.
          onceKey: `announcements.answer:${id}:${asker.personId ?? asker.email}`,
        });
      tx.record(inquiryAnswered, { subjectId: id, scopeId: competitionId, particulars: { number, wording, answer } });
      return number;
    });
  }
}

/** rule 55: what is published once cannot be called back. */
function demandNoPersonalData(texts: Answer): void {
  const found = (['wording', 'answer'] as const).filter((field) => holdsPersonalData(texts[field]));
  if (found.length > 0) throw new InvalidInput(found.map((field) => ({ field, code: 'announcements.personal-data' })));
}

async function nextNumber(tx: Tx, competitionId: string): Promise<number> {
  const row = await tx.one<{ number: number }>(
    'select coalesce(max(number), 0)::int + 1 as number from announcements.inquiry where competition_id = $1',
    [competitionId],
  );
  return row!.number;
}
