import { Injectable } from '@nestjs/common';
import { AnnouncementAsides, type CompetitionRow, type Room } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { evaluationPaths } from '../paths.js';

/** The way to a draw of lots, for everybody, beside the announcement. */
@Implements(AnnouncementAsides)
@Injectable()
export class DrawAside implements AnnouncementAsides {
  constructor(private readonly db: Database) {}

  async asides(ctx: Context, { id, code }: CompetitionRow): Promise<Room[]> {
    const found = await this.db.one('select from evaluation.draw where competition_id = $1 limit 1', [id]);
    return found ? [{ text: phrase(ctx.lang, 'evaluation:draw.title'), href: evaluationPaths.publicDraw(code!) }] : [];
  }
}
