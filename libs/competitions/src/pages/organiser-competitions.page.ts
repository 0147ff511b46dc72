import { Controller, Get, Query } from '@nestjs/common';
import { Allow, holds, type Context } from '#libs/platform/access';
import { type AskedList, Ctx, Listed, type Result } from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { competitionPaths } from '../paths.js';
import { ListOrganiserCompetitions, type OrganiserCompetition } from '../queries/list-organiser-competitions.js';
import { organiserCompetitionsList } from './organiser-competitions.list.js';

/** The competitions of the authorities for which this person works. */
@Controller()
export class OrganiserCompetitionsPage {
  constructor(private readonly list: ListOrganiserCompetitions) {}

  @Get('organiser/competitions')
  @Allow('officer', 'director')
  async show(
    @Ctx() ctx: Context,
    @Listed(organiserCompetitionsList) asked: AskedList<OrganiserCompetition>,
    @Query('done') done?: string,
  ): Promise<Result> {
    const notice = done === 'erased' ? phrase(ctx.lang, 'competitions:rehearsal.erased') : null;
    const create = holds(ctx.actor, ['officer']) ? competitionPaths.create : null;
    return asked.answer('competitions/organiser-list.njk', await this.list.execute(ctx, asked), {
      create,
      copy: create && competitionPaths.copy,
      notice,
    });
  }
}
