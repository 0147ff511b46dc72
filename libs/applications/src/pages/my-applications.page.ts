import { Controller, Get, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, page, Paging, type Result } from '#libs/platform/http';
import { hasUnsentChanges } from '../model/application.js';
import { applicationPaths } from '../paths.js';
import { MyApplications } from '../queries/my-applications.js';
import { tagOf } from './state-tag.js';

/** The proposals of my organisations. */
@Controller()
export class MyApplicationsPage {
  constructor(private readonly read: MyApplications) {}

  @Get('applications')
  @Allow('applicant')
  async show(@Ctx() ctx: Context, @Query() query: { page?: unknown }): Promise<Result> {
    const paging = Paging.from(query);
    const { rows, total } = await this.read.execute(ctx, paging);
    return page('applications/my-applications.njk', {
      rows: rows.map((row) => ({ ...row, tag: tagOf(row), hasUnsentChanges: hasUnsentChanges(row) })),
      paging: paging.of(total),
      paths: applicationPaths,
    });
  }
}
