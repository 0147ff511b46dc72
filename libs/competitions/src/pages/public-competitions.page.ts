import { Controller, Get, Query } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Ctx, page, Paging, type Result } from '#libs/platform/http';
import { PHASE_TONES } from '../model/phase.js';
import { competitionPaths } from '../paths.js';
import { ListPublicCompetitions, PUBLIC_GROUPS, type PublicGroup } from '../queries/list-public-competitions.js';
import { actLine } from './act-lines.js';

/** All announced competitions: where the door is open, what is coming, what is being decided, what was decided. */
@Controller()
export class PublicCompetitionsPage {
  constructor(private readonly list: ListPublicCompetitions) {}

  @Get('competitions')
  @Public('announced competitions are public information')
  async show(@Ctx() ctx: Context, @Query() query: { group?: string; page?: string }): Promise<Result> {
    const counts = await this.list.counts(ctx);
    const group = asGroup(query.group) ?? PUBLIC_GROUPS.find((one) => counts[one] > 0) ?? 'open';
    const paging = Paging.from(query);
    const rows = await this.list.execute(ctx, group, paging);
    return page('competitions/list.njk', {
      group,
      groups: PUBLIC_GROUPS.map((one) => ({
        key: one,
        href: `${competitionPaths.list}?group=${one}`,
        count: counts[one],
        isCurrent: one === group,
      })),
      rows: rows.map((row) => ({
        ...row,
        act: row.lastAct && actLine(row.lastAct, row.code, ctx.lang),
        title: (ctx.lang === 'en' && row.titleEn) || row.title,
        tone: PHASE_TONES[row.phase],
        href: competitionPaths.show(row.code),
      })),
      paging: paging.of(counts[group]),
      base: `${competitionPaths.list}?group=${group}&page=`,
    });
  }
}

const asGroup = (value: unknown): PublicGroup | undefined => PUBLIC_GROUPS.find((group) => group === value);
