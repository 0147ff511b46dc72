import { Controller, Get, Query } from '@nestjs/common';
import { Public } from '#libs/platform/access';
import { Paging } from '#libs/platform/http';
import { isAsked, readSearch } from '../model/search-question.js';
import { PublicSearch, type FoundGroup } from '../queries/public-search.js';

/** The search over everything public, as data for anyone. */
@Controller('api/v1/search')
export class SearchController {
  constructor(private readonly search: PublicSearch) {}

  /** `?q=&kind=competitions|organisations|projects&year=&authority=&page=`; 25 of each kind at a time. */
  @Get()
  @Public('only what is public already can be found')
  async all(@Query() query: Record<string, unknown>): Promise<{ page: number; groups: FoundGroup[] }> {
    const question = readSearch(query);
    const paging = Paging.from(query);
    const slice = { limit: paging.size, offset: paging.offset };
    return { page: paging.page, groups: isAsked(question) ? await this.search.execute(question, slice) : [] };
  }
}
