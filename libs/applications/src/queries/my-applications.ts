import { Injectable } from '@nestjs/common';
import { scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';
import { APPLICATION_COLUMNS, APPLICATION_FROM, withSafeSums, type ApplicationRow } from '../model/application.js';

export type MyApplication = ApplicationRow & { competitionTitle: string; competitionCode: string; isClosed: boolean };

/** The proposals of every organisation that the person acts for; what is still open first. */
@Injectable()
export class MyApplications {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, asked: AskedList<MyApplication>): Promise<Found<MyApplication>> {
    const found = await asked.find(
      this.db,
      `select ${APPLICATION_COLUMNS}, c.title as "competitionTitle", c.code as "competitionCode",
              c.closes_at < $2 as "isClosed"
         ${APPLICATION_FROM}
        where a.organisation_id = any($1) and (a.state <> 'draft' or not exists (
                select from applications.envelope e where e.application_id = a.id))`,
      [scopesOf(ctx.actor, ['applicant']), ctx.now],
    );
    return { ...found, rows: found.rows.map(withSafeSums) };
  }
}
