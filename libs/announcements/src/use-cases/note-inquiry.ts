import { Injectable } from '@nestjs/common';
import { shareCompetition } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { inquiryPolicy } from '../access/inquiry.policy.js';
import { takeInquiry } from './take-inquiry.js';

/** The officer writes down a question asked by telephone; the same last day holds for it. */
@Injectable()
export class NoteInquiry {
  constructor(private readonly uow: UnitOfWork) {}

  /** Returns the id of the question. */
  execute(ctx: Context, competitionId: string, words: string): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await shareCompetition(tx, competitionId);
      demand(inquiryPolicy, 'note', tx.actor, competition);
      return takeInquiry(tx, competition, { words, channel: 'phone', askerId: null, email: null });
    });
  }
}
