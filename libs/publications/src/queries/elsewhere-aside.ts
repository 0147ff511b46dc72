import { Injectable } from '@nestjs/common';
import { AnnouncementAsides, type CompetitionRow, type Room } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { registerPaths } from '#libs/registers';
import { ResultsOfElsewhere } from './results-of-elsewhere.js';

/** The way to what was handed in elsewhere, for everybody, beside the announcement. */
@Implements(AnnouncementAsides)
@Injectable()
export class ElsewhereAside implements AnnouncementAsides {
  constructor(private readonly read: ResultsOfElsewhere) {}

  async asides(ctx: Context, { id, code }: CompetitionRow): Promise<Room[]> {
    const count = await this.read.count(id);
    if (count === 0) return [];
    const note = phrase(ctx.lang, 'registers:results.note', { count });
    return [{ text: phrase(ctx.lang, 'registers:results.title'), href: registerPaths.results(code!), note }];
  }
}
