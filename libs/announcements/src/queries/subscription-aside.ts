import { Injectable } from '@nestjs/common';
import { AnnouncementAsides, type CompetitionRow, type Room } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { announcementPaths } from '../paths.js';

/** The way to letters about a competition, while there is still something to hear of. */
@Implements(AnnouncementAsides)
@Injectable()
export class SubscriptionAside implements AnnouncementAsides {
  asides({ lang }: Context, { state, code }: CompetitionRow): Promise<Room[]> {
    if (['decided', 'cancelled', 'not-held'].includes(state)) return Promise.resolve([]);
    const t = (key: string) => phrase(lang, `announcements:aside.${key}`);
    return Promise.resolve([
      { text: t('subscribe'), href: announcementPaths.subscribeTo(code!), note: t('subscribeNote') },
    ]);
  }
}
