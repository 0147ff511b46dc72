import { Injectable } from '@nestjs/common';
import { competitionById, ConcernedPeople } from '#libs/competitions';
import { Notices } from '#libs/notifications';
import type { Tx } from '#libs/platform/database';
import { Reaction, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { Ports } from '#libs/platform/ports';
import { inquiryAnswered } from '../model/announcements.facts.js';
import { announcementPaths } from '../paths.js';
import { inquiryById } from '../queries/find-inquiry.js';

/** Whoever writes a proposal here learns of a new answer, in the way they wished to learn of news. */
@Reaction({ name: 'announcements.tell-of-answer', on: inquiryAnswered, queue: 'reactions' })
@Injectable()
export class TellOfAnswer implements ReactsInTransaction {
  constructor(
    private readonly ports: Ports,
    private readonly notices: Notices,
  ) {}

  async react(tx: Tx, { subjectId }: Delivery): Promise<void> {
    const inquiry = await inquiryById(tx, subjectId);
    const { id, organiserId, code, title, titleEn } = await competitionById(tx, inquiry.competitionId);
    for (const port of this.ports.all(ConcernedPeople))
      for (const { to, because } of await port.people(tx, id)) {
        if (because !== 'applicant') continue;
        await this.notices.queue(tx, {
          ...{ to, kind: 'work', organiserId, template: 'announcements.new-answer' },
          data: {
            title: (to.language === 'en' && titleEn) || title,
            ...{ wording: inquiry.wording, answer: inquiry.answer },
          },
          path: announcementPaths.answer(code!, inquiry.number!),
          onceKey: `announcements.answer:${subjectId}:${to.personId ?? to.email}`,
        });
      }
  }
}
