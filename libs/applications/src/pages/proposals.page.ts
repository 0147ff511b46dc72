import { Controller, Get, Param, Query } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, page, Paging, ParseId, type Result } from '#libs/platform/http';
import { applicationPaths } from '../paths.js';
import {
  LISTED_STATES,
  PROPOSAL_SORTS,
  ProposalsOfCompetition,
  type ProposalFilter,
  type ProposalSort,
} from '../queries/proposals-of-competition.js';
import { tagOf } from './state-tag.js';

type Query_ = { page?: unknown; q?: unknown; state?: unknown; sort?: unknown; order?: unknown };

const SEARCH_LENGTH_MAX = 100;

/** The register of proposals: before the opening only how many there are. */
@Controller()
export class ProposalsPage {
  constructor(private readonly read: ProposalsOfCompetition) {}

  @Get('organiser/competitions/:id/proposals')
  @Allow('officer', 'director')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Query() query: Query_): Promise<Result> {
    const paging = Paging.from(query);
    const filter = filterOf(query);
    const { competition, counts, rows, total } = await this.read.execute(ctx, id, filter, paging);
    return page('applications/proposals.njk', {
      ...{ competition, counts, filter, states: LISTED_STATES, paging: paging.of(total) },
      rows: rows?.map((row) => ({ ...row, tag: tagOf(row) })) ?? null,
      paths: { ...applicationPaths, overview: competitionPaths.overview },
      columns: columnsOf(id, filter),
      base: `${applicationPaths.proposals(id)}?${queryOf(filter)}&page=`,
    });
  }
}

function filterOf(query: Query_): ProposalFilter {
  const state = LISTED_STATES.find((one) => one === query.state) ?? null;
  const sort = PROPOSAL_SORTS.find((one) => one === query.sort) ?? 'code';
  const search = typeof query.q === 'string' ? query.q.trim().slice(0, SEARCH_LENGTH_MAX) : '';
  return { state, search, sort, descending: query.order === 'down' };
}

function queryOf({ state, search, sort, descending }: ProposalFilter): string {
  return new URLSearchParams({ q: search, state: state ?? '', sort, order: descending ? 'down' : 'up' }).toString();
}

/** Links of the headings: pressed again, a heading turns the order round. */
function columnsOf(id: string, filter: ProposalFilter): Record<ProposalSort, { href: string; sorted?: string }> {
  const column = (sort: ProposalSort) => {
    const isCurrent = filter.sort === sort;
    const turned = { ...filter, sort, descending: isCurrent && !filter.descending };
    const sorted = filter.descending ? 'descending' : 'ascending';
    return { href: `${applicationPaths.proposals(id)}?${queryOf(turned)}`, ...(isCurrent && { sorted }) };
  };
  return {
    code: column('code'),
    organisation: column('organisation'),
    requested: column('requested'),
    submitted: column('submitted'),
  };
}
