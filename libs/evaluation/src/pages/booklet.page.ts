import { Controller, Get, Param, Query } from '@nestjs/common';
import { applicationPaths } from '#libs/applications';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, page, ParseId, type Result } from '#libs/platform/http';
import { SCORERS } from '../access/evaluation.policy.js';
import { evaluationPaths } from '../paths.js';
import { ReadBooklet } from '../queries/booklet.js';

/** All of a person's proposals on one page, to be printed and read away from the screen. */
@Controller()
export class BookletPage {
  constructor(private readonly read: ReadBooklet) {}

  @Get('scoring/:competitionId/booklet')
  @Allow(...SCORERS)
  async show(
    @Ctx() ctx: Context,
    @Param('competitionId', ParseId) id: string,
    @Query('part') part?: unknown,
  ): Promise<Result> {
    const booklet = await this.read.execute(ctx, id, /^\d{1,4}$/.test(String(part)) ? Number(part) : 1);
    return page('evaluation/booklet.njk', { booklet, paths: evaluationPaths, applicationPaths });
  }
}
