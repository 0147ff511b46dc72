import { Injectable } from '@nestjs/common';
import { competitionById, ConcernedPeople } from '#libs/competitions';
import { Notices } from '#libs/notifications';
import type { Lang } from '#libs/platform/access';
import type { Tx } from '#libs/platform/database';
import { Reaction, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { Ports } from '#libs/platform/ports';
import { inquiryAnswered } from '../model/announcements.facts.js';
import { announcementPaths } from '../paths.js';
import { inquiryById } from '../queries/find-inquiry.js';
import { TellSubscribers } from '../use-cases/tell-subscribers.js';

/** Whoever writes a proposal here, or follows the competition, learns of a new answer, in the way they wish to. */
@Reaction({ name: 'announcements.tell-of-answer', on: inquiryAnswered, queue: 'reactions' })
@Injectable()
export class TellOfAnswer implements ReactsInTransaction {
  constructor(
    private readonly ports: Ports,
    private readonly notices: Notices,
    private readonly subscribers: TellSubscribers,
  ) {}

  async react(tx: Tx, { subjectId }: Delivery): Promise<void> {
    const { competitionId, number, wording, answer } = await inquiryById(tx, subjectId);
    const competition = await competitionById(tx, competitionId);
    const { organiserId, code, title, titleEn } = competition;
    const about = {
      ...{ organiserId, template: 'announcements.new-answer', path: announcementPaths.answer(code!, number!) },
      onceKey: `announcements.answer:${subjectId}`,
    };
    const data = (language: Lang) => ({ title: (language === 'en' && titleEn) || title, wording, answer });
    for (const port of this.ports.all(ConcernedPeople))
      for (const { to, because } of await port.people(tx, competitionId)) {
        if (because !== 'applicant') continue;
        const onceKey = `${about.onceKey}:${to.personId ?? to.email}`;
        await this.notices.queue(tx, { ...about, to, kind: 'work', data: data(to.language), onceKey });
      }
    await this.subscribers.within(tx, competition, { ...about, about: 'change', data });
  }
}
