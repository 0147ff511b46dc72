import { Controller, Get, Param } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { Public, type Context } from '#libs/platform/access';
import { Ctx, Listed, type AskedList, type Result } from '#libs/platform/http';
import { ResultsOfElsewhere, type ElsewhereResult } from '../queries/results-of-elsewhere.js';
import { elsewhereResultsList } from './elsewhere-results.list.js';

/** What was handed in and decided in another system, as it was imported. */
@Controller()
export class ElsewhereResultsPage {
  constructor(private readonly read: ResultsOfElsewhere) {}

  @Get('competitions/:code/elsewhere')
  @Public('what a call that ran elsewhere came to is published here with its source')
  async show(
    @Ctx() ctx: Context,
    @Param('code') code: string,
    @Listed(elsewhereResultsList) asked: AskedList<ElsewhereResult>,
  ): Promise<Result> {
    const competition = await this.read.competition(code);
    const title = (ctx.lang === 'en' && competition.titleEn) || competition.title;
    return asked.answer(
      'publications/elsewhere.njk',
      await this.read.list(competition, asked),
      { competition, competitionTitle: title, back: competitionPaths.show(code) },
      code,
    );
  }
}
