import { Injectable } from '@nestjs/common';
import { holds, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { competitionById, CompetitionRooms, type CompetitionRow, type Room } from '#libs/competitions';
import { awardPolicy } from '../access/award.policy.js';
import { HAS_RATING } from '../model/award-session.js';
import { awardPaths } from '../paths.js';
import { firstOf } from './additional-competition.js';
import { readAllocation } from './read-allocation.js';
import { weighingRoom } from './weighing-aside.js';

/** Links of this lib on the pages of a competition: allocation and order for its staff, results for everybody. */
@Implements(CompetitionRooms)
@Injectable()
export class AwardRooms implements CompetitionRooms {
  constructor(private readonly db: Database) {}

  async rooms(
    ctx: Context,
    competition: Pick<CompetitionRow, 'id' | 'state' | 'organiserId' | 'coOrganiserId'>,
  ): Promise<Room[]> {
    const first = await this.firstRoom(ctx, competition.id);
    if (!HAS_RATING.includes(competition.state)) return first;
    const row = await competitionById(this.db, competition.id);
    const staff = awardPolicy.see.allows(ctx.actor, row) ? await this.staffRooms(ctx, row) : [];
    const check = weighingRoom(ctx, row);
    const results = { text: phrase(ctx.lang, 'awards:rooms.results'), href: awardPaths.results(row.code!) };
    return [...first, ...staff, ...check, ...(row.state === 'decided' ? [results] : [])];
  }

  /** From an additional competition to the first one (rule 51). */
  private async firstRoom(ctx: Context, competitionId: string): Promise<Room[]> {
    const first = await firstOf(this.db, competitionId);
    if (!first?.code) return [];
    const title = (ctx.lang === 'en' && first.titleEn) || first.title;
    return [{ text: phrase(ctx.lang, 'awards:rooms.first', { title }), href: awardPaths.results(first.code) }];
  }

  private async staffRooms(ctx: Context, row: CompetitionRow): Promise<Room[]> {
    const { rows, undecidedCount } = await readAllocation(this.db, row);
    const done = { done: rows.length - undecidedCount, total: rows.length };
    const allocation = {
      text: phrase(ctx.lang, 'awards:rooms.allocation'),
      href: awardPaths.allocation(row.id),
      note: phrase(ctx.lang, 'awards:rooms.decided', done),
    };
    const order = { text: phrase(ctx.lang, 'awards:rooms.order'), href: awardPaths.order(row.id) };
    const changes = { text: phrase(ctx.lang, 'awards:rooms.changes'), href: awardPaths.changes(row.id) };
    const isForOrder = row.state === 'decided' || holds(ctx.actor, ['director'], row.organiserId);
    const after = row.state === 'decided' ? [changes] : [];
    return isForOrder ? [allocation, order, ...after] : [allocation];
  }
}
