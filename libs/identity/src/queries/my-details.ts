import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { PersonDetails } from '../model/person-details.js';

/** What the actor has said of oneself. */
@Injectable()
export class MyDetails {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context): Promise<PersonDetails> {
    const person = await this.db.one<PersonDetails>(
      `select family_name as "familyName", given_name as "givenName", patronymic, phone, language
         from identity.person where id = $1`,
      [ctx.actor.personId],
    );
    return person!;
  }
}
