import { Controller, Get, Param } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { type AskedList, Ctx, Listed, type Result } from '#libs/platform/http';
import { awardPaths } from '../paths.js';
import { PublicResults } from '../queries/public-results.js';
import { resultRows, resultsList, type ResultRow } from './results.list.js';

/** The results in one table: to search, to sort, to take away. */
@Controller()
export class ResultsTablePage {
  constructor(
    private readonly results: PublicResults,
    private readonly db: Database,
  ) {}

  @Get('competitions/:code/results/table')
  @Public('results of a competition are public information once the order is signed')
  async show(
    @Ctx() ctx: Context,
    @Param('code') code: string,
    @Listed(resultsList) asked: AskedList<ResultRow>,
  ): Promise<Result> {
    const results = await this.results.execute(code);
    const found = await asked.pick(this.db, resultRows(results, asked.words));
    const title = (ctx.lang === 'en' && results.competition.titleEn) || results.competition.title;
    return asked.answer('awards/results-table.njk', found, { title, resultsPath: awardPaths.results(code) }, code);
  }
}
