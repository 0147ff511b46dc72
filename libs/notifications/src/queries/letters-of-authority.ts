import { Injectable } from '@nestjs/common';
import { demand, scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { AskedList } from '#libs/platform/http';
import { withoutAddresses } from '#libs/platform/log';
import { servedNoticePolicy } from '../access/served-notice.policy.js';
import { DELIVERY, type Delivery } from '../model/delivery.js';

export interface LetterLine {
  id: string;
  address: string;
  subject: string;
  queuedAt: Date;
  sentAt: Date | null;
  delivery: Delivery;
}

export interface LetterCard extends LetterLine {
  organiserId: string;
  clockId: string | null;
  state: string;
  openedAt: Date | null;
  refusedAt: Date | null;
  error: string | null;
  returnedOn: string | null;
  returnSaid: string | null;
}

const LINE = `
  m.id, m.to_address as address, m.subject, m.queued_at as "queuedAt", m.sent_at as "sentAt", ${DELIVERY} as delivery`;
const LETTERS = `notifications.message m left join notifications.clock c on c.id = m.clock_id`;

/** The letters that an authority sent, and how each fared. Their words are between it and the addressee. */
@Injectable()
export class LettersOfAuthority {
  constructor(private readonly db: Database) {}

  list(ctx: Context, asked: AskedList<LetterLine>) {
    const organiserIds = scopesOf(ctx.actor, ['officer', 'director']);
    const isOne = organiserIds.length === 1; // the index of one authority's letters also gives their order
    return asked.find(
      this.db,
      `select ${LINE}, m.search_form as "searchForm" from ${LETTERS}
        where m.organiser_id ${isOne ? '= $1' : '= any($1)'} and not m.holds_secret`,
      [isOne ? organiserIds[0] : organiserIds],
    );
  }

  async one(ctx: Context, id: string): Promise<LetterCard & { mayRecord: boolean }> {
    const letter = await this.db.one<LetterCard>(
      `select ${LINE}, m.organiser_id as "organiserId", m.clock_id as "clockId", m.state, m.opened_at as "openedAt",
              m.refused_at as "refusedAt", m.error, m.returned_on::text as "returnedOn", m.return_said as "returnSaid"
         from ${LETTERS} where m.id = $1 and not m.holds_secret`,
      [id],
    );
    if (!letter) throw new NotFound();
    demand(servedNoticePolicy, 'see', ctx.actor, letter);
    const mayRecord = servedNoticePolicy.record.allows(ctx.actor, letter);
    return { ...letter, error: letter.error && withoutAddresses(letter.error), mayRecord };
  }
}
