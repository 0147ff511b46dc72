import { Injectable } from '@nestjs/common';
import { competitionByCode, shareCompetition } from '#libs/competitions';
import { Attempts } from '#libs/identity';
import type { Context } from '#libs/platform/access';
import { Database, UnitOfWork } from '#libs/platform/database';
import { takeInquiry } from './take-inquiry.js';

export interface AskedInquiry {
  words: string;
  /** Where the answer goes; null for whoever will read it on the page. */
  email: string | null;
  /** The network address it came from. */
  address: string;
}

/** Anybody asks about a call, with or without an account. */
@Injectable()
export class AskInquiry {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly attempts: Attempts,
  ) {}

  /** @throws TooMany from one address or about one competition, Conflict when asking is over */
  async execute(ctx: Context, code: string, { words, email, address }: AskedInquiry): Promise<void> {
    const { id } = await competitionByCode(this.db, code);
    await this.attempts.countAbout(ctx, 'inquiry', id, address);
    await this.uow.run(ctx, async (tx) => {
      const competition = await shareCompetition(tx, id);
      // Somebody's own address is their account: the answer lies in their cabinet too.
      const isOwn = email !== null && email.toLowerCase() === tx.actor.email.toLowerCase();
      const whose = isOwn ? { askerId: tx.actor.personId, email: null } : { askerId: null, email };
      await takeInquiry(tx, competition, { words, channel: 'page', ...whose });
    });
  }
}
