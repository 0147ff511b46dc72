import { Injectable } from '@nestjs/common';
import { AnnouncementAsides, type CompetitionRow, type Room } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { applicationPaths } from '../paths.js';

/** While proposals may still be sent: what to prepare. */
@Implements(AnnouncementAsides)
@Injectable()
export class PreparationAside implements AnnouncementAsides {
  asides({ lang, now }: Context, { code, state, closesAt }: CompetitionRow): Promise<Room[]> {
    if (state !== 'announced' || (closesAt && closesAt < now)) return Promise.resolve([]);
    const t = (key: string) => phrase(lang, `applications:preparation.${key}`);
    return Promise.resolve([{ text: t('title'), href: applicationPaths.preparation(code!), note: t('aside') }]);
  }
}
