import { Injectable } from '@nestjs/common';
import { DeskSource, type DeskItem } from '#libs/identity';
import { scopesOf, type Context } from '#libs/platform/access';
import { kyivDay, longDate } from '#libs/platform/clock';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { announcementPaths } from '../paths.js';

const ITEMS_MAX = 50;

interface Waiting {
  id: string;
  competitionId: string;
  title: string;
  askedAt: Date;
  closesAt: Date | null;
}

/** Questions that wait for an answer, the oldest first: an answer is of use while proposals are still being written. */
@Implements(DeskSource)
@Injectable()
export class InquiriesDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const organisers = scopesOf(ctx.actor, ['officer']);
    if (organisers.length === 0) return [];
    const rows = await reader.rows<Waiting>(
      `select q.id, c.id as "competitionId", c.title, q.asked_at as "askedAt", c.closes_at as "closesAt"
         from announcements.inquiry q join competitions.v_call c on c.id = q.competition_id
        where q.state = 'asked' and c.organiser_id = any($1) order by q.asked_at, q.id limit ${ITEMS_MAX}`,
      [organisers],
    );
    return rows.map((row) => ({
      title: phrase(ctx.lang, 'announcements:desk.answer', { date: longDate(kyivDay(row.askedAt), ctx.lang) }),
      href: announcementPaths.inquiry(row.competitionId, row.id),
      dueAt: row.closesAt,
      context: row.title,
      role: 'officer',
    }));
  }
}
