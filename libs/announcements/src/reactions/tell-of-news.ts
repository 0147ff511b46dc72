import { Injectable, type Type } from '@nestjs/common';
import {
  ACT_FACTS,
  competitionAnnounced,
  competitionById,
  competitionDecided,
  competitionPaths,
  slipCorrected,
  type CompetitionRow,
} from '#libs/competitions';
import { longDateTime } from '#libs/platform/clock';
import type { Tx } from '#libs/platform/database';
import { Reaction, type Delivery, type FactKind } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { formatMoney } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import { TellSubscribers } from '../use-cases/tell-subscribers.js';

const titleOf = ({ title, titleEn }: CompetitionRow, language: 'uk' | 'en'): string =>
  (language === 'en' && titleEn) || title;

/** A new call: whoever follows its authority, or all. */
@Reaction({ name: 'announcements.tell-of-new-call', on: competitionAnnounced, queue: 'reactions' })
@Injectable()
export class TellOfNewCall implements ReactsInTransaction {
  constructor(private readonly tell: TellSubscribers) {}

  async react(tx: Tx, { subjectId }: Delivery): Promise<void> {
    const competition = await competitionById(tx, subjectId);
    const { closesAt, potKop, code, isRehearsal } = competition;
    if (isRehearsal) return;
    const organiser = await tx.one<{ name: string }>('select name from identity.v_organiser where id = $1', [
      competition.organiserId,
    ]);
    await this.tell.within(tx, competition, {
      ...{ about: 'new', template: 'announcements.new-call', path: competitionPaths.show(code!) },
      data: (language) => ({
        ...{ title: titleOf(competition, language), organiser: organiser!.name },
        ...{ pot: formatMoney(potKop!, language), closesAt: longDateTime(closesAt!, language) },
      }),
      onceKey: `announcements.new-call:${subjectId}`,
    });
  }
}

/** What happens to a competition that somebody follows, and the words for it (`news.<key>`). */
const NEWS: Record<string, FactKind> = {
  ...ACT_FACTS,
  corrected: slipCorrected,
  decided: competitionDecided,
};

/** One reaction for each kind of news. */
export const TELL_OF_CHANGES: Type<ReactsInTransaction>[] = Object.entries(NEWS).map(([key, fact]) => {
  @Reaction({ name: `announcements.tell-of-${key}`, on: fact, queue: 'reactions' })
  @Injectable()
  class TellOfChange implements ReactsInTransaction {
    constructor(private readonly tell: TellSubscribers) {}

    async react(tx: Tx, { subjectId, factId }: Delivery): Promise<void> {
      const competition = await competitionById(tx, subjectId);
      await this.tell.within(tx, competition, {
        ...{ about: 'change', template: 'announcements.news', path: competitionPaths.show(competition.code!) },
        data: (language) => ({
          title: titleOf(competition, language),
          news: phrase(language, `announcements:news.${key}`),
        }),
        onceKey: `announcements.news:${factId}`,
        withoutApplicants: true,
      });
    }
  }
  return TellOfChange;
});
