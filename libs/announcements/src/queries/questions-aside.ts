import { Injectable } from '@nestjs/common';
import { AnnouncementAsides, type CompetitionRow, type Room } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { kyivDay, longDate } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { askingRefusal, lastDayForAsking } from '../model/asking.js';
import { announcementPaths } from '../paths.js';
import { inquiryCounts } from './inquiry-counts.js';

/** The way to the questions and answers, for everybody, beside the announcement. */
@Implements(AnnouncementAsides)
@Injectable()
export class QuestionsAside implements AnnouncementAsides {
  constructor(private readonly db: Database) {}

  async asides(ctx: Context, competition: CompetitionRow): Promise<Room[]> {
    const { answered, lastAt } = await inquiryCounts(this.db, competition.id);
    const t = (key: string, data = {}) => phrase(ctx.lang, `announcements:aside.${key}`, data);
    const last = lastDayForAsking(competition);
    const isOpen = askingRefusal(competition, ctx.now) === null && last !== null;
    const notes = [
      answered > 0 ? t('answered', { count: answered, date: longDate(kyivDay(lastAt!), ctx.lang) }) : '',
      isOpen ? t('askUntil', { date: longDate(last, ctx.lang) }) : '',
    ];
    const note = notes.filter(Boolean).join(' ');
    return [{ text: t('questions'), href: announcementPaths.questions(competition.code!), note }];
  }
}
