import { Injectable } from '@nestjs/common';
import { CompetitionRooms, type CompetitionRow, type Room, worksFor } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { announcementPaths } from '../paths.js';
import { inquiryCounts } from './inquiry-counts.js';

/** The way to the questions about a call, for its staff, on the overview. */
@Implements(CompetitionRooms)
@Injectable()
export class InquiriesRoom implements CompetitionRooms {
  constructor(private readonly db: Database) {}

  async rooms(
    ctx: Context,
    competition: Pick<CompetitionRow, 'id' | 'state' | 'organiserId' | 'coOrganiserId'>,
  ): Promise<Room[]> {
    const { id, state } = competition;
    if (state === 'draft' || !worksFor(ctx.actor, ['officer', 'director'], competition)) return [];
    const { waiting, answered } = await inquiryCounts(this.db, id);
    const [key, count] = waiting > 0 ? ['waiting', waiting] : ['answered', answered];
    const note = phrase(ctx.lang, `announcements:room.${key}`, { count });
    return [{ text: phrase(ctx.lang, 'announcements:room.title'), href: announcementPaths.inquiries(id), note }];
  }
}
