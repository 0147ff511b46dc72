import { Injectable } from '@nestjs/common';
import { ConcernedPeople, type CompetitionRow } from '#libs/competitions';
import type { Lang } from '#libs/platform/access';
import { Notices, type Recipient } from '#libs/notifications';
import type { Tx } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';

export interface News {
  /** `new`: a new call; `change`: something happened to a competition that is followed. */
  about: 'new' | 'change';
  template: string;
  data: (language: Lang) => Record<string, unknown>;
  path: string;
  /** What makes a second letter about the same thing impossible. */
  onceKey: string;
  /** Applicants have a letter of their own about it. */
  withoutApplicants?: boolean;
}

interface Subscriber extends Recipient {
  subscriptionId: string;
}

const FOLLOWS = {
  new: 's.competition_id is null and (s.organiser_id is null or s.organiser_id = $2) and $1::uuid is not null',
  change: 's.competition_id = $1 and $2::uuid is not null',
};

/** Letters to subscribers: one to each address, from which one click ends the subscription that it came from. */
@Injectable()
export class TellSubscribers {
  constructor(
    private readonly ports: Ports,
    private readonly notices: Notices,
  ) {}

  async within(tx: Tx, { id, organiserId, isRehearsal }: CompetitionRow, news: News): Promise<void> {
    if (isRehearsal) return;
    const told = news.withoutApplicants ? await this.applicants(tx, id) : new Set<string | null>();
    for (const { subscriptionId, ...to } of await subscribers(tx, FOLLOWS[news.about], [id, organiserId])) {
      if (to.personId && told.has(to.personId)) continue;
      const messageId = await this.notices.queue(tx, {
        ...{ to, kind: 'subscription', organiserId, template: news.template, path: news.path },
        data: news.data(to.language),
        onceKey: `${news.onceKey}:${to.personId ?? to.email}`,
      });
      if (messageId)
        await tx.change('insert into announcements.subscription_letter (message_id, subscription_id) values ($1, $2)', [
          messageId,
          subscriptionId,
        ]);
    }
  }

  private async applicants(tx: Tx, competitionId: string): Promise<Set<string | null>> {
    const people = new Set<string | null>();
    for (const port of this.ports.all(ConcernedPeople))
      for (const { to } of await port.people(tx, competitionId)) people.add(to.personId);
    return people;
  }
}

function subscribers(tx: Tx, follows: string, values: unknown[]): Promise<Subscriber[]> {
  return tx.rows<Subscriber>(
    `select s.id as "subscriptionId", s.person_id as "personId", coalesce(p.email, s.email) as email,
            coalesce(p.language, s.language) as language
       from announcements.subscription s left join identity.v_person p on p.id = s.person_id
      where s.confirmed_at is not null and ${follows}
      order by s.organiser_id is null, s.id`,
    values,
  );
}
