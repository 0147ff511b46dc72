import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { LIMITS } from '../model/limits.js';

export interface SubscriptionLine {
  id: string;
  /** «Зміни в конкурсі …», «Нові конкурси …» */
  topic: string;
  since: Date;
}

/** What the person follows: no more than `LIMITS.subscriptionsOfPerson`. */
@Injectable()
export class MySubscriptions {
  constructor(private readonly db: Database) {}

  async list({ actor, lang }: Context): Promise<SubscriptionLine[]> {
    const rows = await this.db.rows<{ id: string; since: Date; title: string | null; organiser: string | null }>(
      `select s.id, s.confirmed_at as since, o.name as organiser,
              case when $2 = 'en' then coalesce(c.title_en, c.title) else c.title end as title
         from announcements.subscription s
         left join competitions.v_call c on c.id = s.competition_id
         left join identity.v_organiser o on o.id = s.organiser_id
        where s.person_id = $1 and s.confirmed_at is not null order by s.id desc limit ${LIMITS.subscriptionsOfPerson}`,
      [actor.personId, lang],
    );
    return rows.map(({ id, since, title, organiser }) => {
      const key = title ? 'competition' : organiser ? 'organiser' : 'all';
      return { id, since, topic: phrase(lang, `announcements:topic.${key}`, { title, organiser }) };
    });
  }
}
