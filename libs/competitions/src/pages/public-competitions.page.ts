import { Controller, Get, Query } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { type AskedList, Ctx, Listed, ParseId, type Result } from '#libs/platform/http';
import { competitionPaths } from '../paths.js';
import { measureOf } from '../queries/announcement.js';
import { ListPublicCompetitions, type PublicCompetition } from '../queries/list-public-competitions.js';
import { publicCompetitionsList } from './public-competitions.list.js';

/** All announced competitions; `?measure=` leaves those under one measure of a plan. */
@Controller()
export class PublicCompetitionsPage {
  constructor(
    private readonly list: ListPublicCompetitions,
    private readonly db: Database,
  ) {}

  @Get('competitions')
  @Public('announced competitions are public information')
  async show(
    @Ctx() ctx: Context,
    @Listed(publicCompetitionsList) asked: AskedList<PublicCompetition>,
    @Query('measure') typed?: unknown,
  ): Promise<Result> {
    const measureId = typeof typed === 'string' ? new ParseId().transform(typed) : null;
    const measure = measureId ? await measureOf(this.db, measureId, ctx.lang) : null;
    if (measureId && !measure) throw new NotFound();
    const found = await this.list.execute(ctx, asked, measureId);
    const { list: allPath, subscribe, feeds } = competitionPaths;
    return asked.answer('competitions/list.njk', found, { measure, allPath, subscribe, feeds }, measure?.number);
  }
}
