import { Injectable } from '@nestjs/common';
import { scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { Paging } from '#libs/platform/http';
import { APPLICATION_COLUMNS, APPLICATION_FROM, withSafeSums, type ApplicationRow } from '../model/application.js';

export type MyApplication = ApplicationRow & { competitionTitle: string; competitionCode: string };

/** The proposals of every organisation that the person acts for; what is still open first. */
@Injectable()
export class MyApplications {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, paging: Paging): Promise<{ rows: MyApplication[]; total: number }> {
    const rows = await this.db.rows<MyApplication & { total: number }>(
      `select ${APPLICATION_COLUMNS}, c.title as "competitionTitle", c.code as "competitionCode",
              count(*) over ()::int as total
         ${APPLICATION_FROM}
        where a.organisation_id = any($1)
        order by c.closes_at < $2, c.closes_at, a.id limit $3 offset $4`,
      [scopesOf(ctx.actor, ['applicant']), ctx.now, paging.size, paging.offset],
    );
    return { rows: rows.map(withSafeSums), total: rows[0]?.total ?? 0 };
  }
}
