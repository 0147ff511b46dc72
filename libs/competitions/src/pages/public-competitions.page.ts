import { Controller, Get } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { type AskedList, Ctx, Listed, type Result } from '#libs/platform/http';
import { competitionPaths } from '../paths.js';
import { ListPublicCompetitions, type PublicCompetition } from '../queries/list-public-competitions.js';
import { publicCompetitionsList } from './public-competitions.list.js';

/** All announced competitions. */
@Controller()
export class PublicCompetitionsPage {
  constructor(private readonly list: ListPublicCompetitions) {}

  @Get('competitions')
  @Public('announced competitions are public information')
  async show(
    @Ctx() ctx: Context,
    @Listed(publicCompetitionsList) asked: AskedList<PublicCompetition>,
  ): Promise<Result> {
    return asked.answer('competitions/list.njk', await this.list.execute(ctx, asked), {
      subscribe: competitionPaths.subscribe,
    });
  }
}
