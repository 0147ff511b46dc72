import { Controller, Get, Query } from '@nestjs/common';
import { applicationPaths } from '#libs/applications';
import { awardPaths } from '#libs/awards';
import { competitionPaths } from '#libs/competitions';
import { Public, type Context } from '#libs/platform/access';
import { Ctx, page, Paging, type Result } from '#libs/platform/http';
import { STATE_TONES } from '../model/public-proposal.js';
import { isAsked, readSearch, searchAddress, type Kind, type SearchQuestion } from '../model/search-question.js';
import { publicationPaths } from '../paths.js';
import { PublicSearch, type Found, type FoundGroup } from '../queries/public-search.js';

/** Of each kind, while none is chosen. */
const FIRST_FOUND = 5;

/** One search over everything public. */
@Controller()
export class SearchPage {
  constructor(private readonly search: PublicSearch) {}

  @Get('search')
  @Public('only what is public already can be found')
  async show(@Ctx() ctx: Context, @Query() query: Record<string, unknown>): Promise<Result> {
    const question = readSearch(query);
    const paging = Paging.from(question.kind ? query : {}, question.kind ? undefined : FIRST_FOUND);
    const asked = isAsked(question);
    const groups = asked ? await this.search.execute(question, { limit: paging.size, offset: paging.offset }) : [];
    const chosen = groups.find(({ kind }) => kind === question.kind);
    return page('publications/search.njk', {
      question,
      asked,
      ...(await this.search.choices()),
      total: groups.reduce((sum, { total }) => sum + total, 0),
      kinds: groups.map((group) => tab(group, question)),
      groups: groups.filter(({ found }) => found.length > 0).map((group) => shown(group, question, ctx)),
      paging: chosen && paging.of(chosen.total),
      self: publicationPaths.search,
      pages: `${searchAddress(publicationPaths.search, question)}&page=`,
    });
  }
}

function tab({ kind, total }: FoundGroup, question: SearchQuestion) {
  const isCurrent = kind === question.kind;
  const href = searchAddress(publicationPaths.search, question, { kind: isCurrent ? null : kind });
  return { kind, total, isCurrent, href };
}

function shown({ kind, total, found }: FoundGroup, question: SearchQuestion, { lang }: Context) {
  return {
    kind,
    total,
    all: question.kind === null && total > found.length ? tab({ kind, total, found }, question).href : null,
    rows: found.map((row) => ({
      ...row,
      title: (lang === 'en' && row.titleEn) || row.title,
      tone: row.state && STATE_TONES[row.state],
      href: HREFS[kind](row),
    })),
  };
}

const HREFS: Record<Kind, (row: Found) => string> = {
  competitions: ({ key }) => competitionPaths.show(key),
  organisations: ({ key }) => publicationPaths.organisation(key),
  projects: ({ key, state }) =>
    state === 'admitted' || state === 'not-admitted'
      ? applicationPaths.admissionDecisions(key)
      : awardPaths.results(key),
};
