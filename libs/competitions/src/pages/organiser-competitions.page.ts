import { Controller, Get, Query } from '@nestjs/common';
import { Allow, holds, type Context } from '#libs/platform/access';
import { Ctx, page, Paging, type Result } from '#libs/platform/http';
import { PHASE_TONES } from '../model/phase.js';
import { competitionPaths } from '../paths.js';
import { ListOrganiserCompetitions } from '../queries/list-organiser-competitions.js';

/** The competitions of the authorities for which this person works. */
@Controller()
export class OrganiserCompetitionsPage {
  constructor(private readonly list: ListOrganiserCompetitions) {}

  @Get('organiser/competitions')
  @Allow('officer', 'director')
  async show(@Ctx() ctx: Context, @Query() query: { page?: string }): Promise<Result> {
    const paging = Paging.from(query);
    const { rows, total } = await this.list.execute(ctx, paging);
    return page('competitions/organiser-list.njk', {
      rows: rows.map((row) => ({ ...row, tone: PHASE_TONES[row.phase], href: competitionPaths.overview(row.id) })),
      paging: paging.of(total),
      base: `${competitionPaths.ofOrganiser}?page=`,
      create: holds(ctx.actor, ['officer']) ? competitionPaths.create : null,
    });
  }
}
