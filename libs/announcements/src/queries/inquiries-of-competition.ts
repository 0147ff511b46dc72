import { Injectable } from '@nestjs/common';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';
import { inquiryPolicy } from '../access/inquiry.policy.js';
import type { InquiryChannel, InquiryState } from '../model/inquiry.js';
import { inquiryFor, type InquiryOfCompetition } from './find-inquiry.js';

export interface InquiryLine {
  id: string;
  competitionId: string;
  askedAt: Date;
  /** The beginning of what was asked. */
  excerpt: string;
  words: string;
  wording: string | null;
  answer: string | null;
  channel: InquiryChannel;
  state: InquiryState;
  number: number | null;
  closedAt: Date | null;
  closedBy: string | null;
}

const EXCERPT_LENGTH = 160;
const SELECT = `
  select q.id, q.competition_id as "competitionId", q.asked_at as "askedAt", q.words, q.wording, q.answer, q.channel, q.state,
         case when length(q.words) > ${EXCERPT_LENGTH} then left(q.words, ${EXCERPT_LENGTH}) || '…' else q.words end as excerpt,
         q.number, q.closed_at as "closedAt", p.full_name as "closedBy"
    from announcements.inquiry q left join identity.v_person p on p.id = q.closed_by
   where q.competition_id = $1`;

/** Questions about one call, for those who answer them. */
@Injectable()
export class InquiriesOfCompetition {
  constructor(private readonly db: Database) {}

  /** @throws NotFound for anybody but the staff of the organiser */
  async competition(ctx: Context, id: string): Promise<CompetitionRow> {
    const competition = await competitionById(this.db, id);
    demand(inquiryPolicy, 'see', ctx.actor, competition);
    return competition;
  }

  list({ id }: CompetitionRow, asked: AskedList<InquiryLine>): Promise<Found<InquiryLine>> {
    return asked.find(this.db, SELECT, [id]);
  }

  one(ctx: Context, id: string): Promise<InquiryOfCompetition> {
    return inquiryFor(this.db, ctx.actor, id);
  }
}
