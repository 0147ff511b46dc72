import { Controller, Get, Param, Query } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
import { Ctx, Paging } from '#libs/platform/http';
import { AnnouncementOf } from '../queries/announcement.js';
import { ListPublicCompetitions, PUBLIC_GROUPS } from '../queries/list-public-competitions.js';
import { announcementJson, lineJson, type AnnouncementJson, type CompetitionLineJson } from './competition-json.js';

const PAGE_SIZE = 50;

/** Announced competitions as data for anyone. */
@Controller('api/v1/competitions')
export class CompetitionsController {
  constructor(
    private readonly list: ListPublicCompetitions,
    private readonly announcement: AnnouncementOf,
  ) {}

  /** `?group=open|soon|in-work|decided&page=1`; without a group, those whose door is open. */
  @Get()
  @Public('announced competitions are public information')
  async all(
    @Ctx() ctx: Context,
    @Query() query: { group?: string; page?: string },
  ): Promise<{ group: string; page: number; pages: number; total: number; competitions: CompetitionLineJson[] }> {
    const group = PUBLIC_GROUPS.find((one) => one === query.group) ?? 'open';
    const paging = Paging.from(query, PAGE_SIZE);
    const [rows, counts] = [await this.list.page(ctx, group, paging), await this.list.counts(ctx)];
    const { page, pages, total } = paging.of(counts[group]);
    return { group, page, pages, total, competitions: rows.map(lineJson) };
  }

  @Get(':code')
  @Public('an announcement is public information')
  async one(@Ctx() ctx: Context, @Param('code') code: string): Promise<AnnouncementJson> {
    const view = await this.announcement.byCode(ctx, code);
    if (view.competition.isRehearsal) throw new NotFound();
    return announcementJson(view);
  }
}
