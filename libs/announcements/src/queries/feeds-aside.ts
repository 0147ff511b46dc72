import { Injectable } from '@nestjs/common';
import { AnnouncementAsides, type CompetitionRow, type Room } from '#libs/competitions';
import { organisers } from '#libs/identity';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { announcementPaths } from '../paths.js';

/** Calls of the same authority for calendars and feed readers. */
@Implements(AnnouncementAsides)
@Injectable()
export class FeedsAside implements AnnouncementAsides {
  constructor(private readonly db: Database) {}

  async asides({ lang }: Context, { organiserId }: CompetitionRow): Promise<Room[]> {
    const { slug } = (await organisers(this.db)).find(({ id }) => id === organiserId)!;
    return (['ics', 'atom'] as const).map((kind) => ({
      text: phrase(lang, `announcements:aside.${kind}`),
      href: announcementPaths.feed(kind, slug),
    }));
  }
}
