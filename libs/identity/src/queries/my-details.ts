import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { PersonDetails } from '../model/person-details.js';

/** With the last consent to the personal-data notice. */
export type MyDetailsRow = PersonDetails & { noticeVersion: number | null; consentAt: Date | null };

/** What the actor has said of oneself. */
@Injectable()
export class MyDetails {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context): Promise<MyDetailsRow> {
    const person = await this.db.one<MyDetailsRow>(
      `select family_name as "familyName", given_name as "givenName", patronymic, phone, p.language, c.notice_version as "noticeVersion",
              c.given_at as "consentAt"
         from identity.person p
         left join lateral (select notice_version, given_at from identity.consent where person_id = p.id
                             order by given_at desc limit 1) c on true
        where p.id = $1`,
      [ctx.actor.personId],
    );
    return person!;
  }
}
