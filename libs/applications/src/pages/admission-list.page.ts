import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { competitionPaths } from '#libs/competitions';
import { STAFF_ROLES } from '#libs/identity';
import { Ctx, page, Paging, ParseId, type Result } from '#libs/platform/http';
import { sessionPaths } from '#libs/sessions';
import { MANUAL_CHECKS } from '../model/admission.js';
import { applicationPaths } from '../paths.js';
import { AdmissionListQuery, isUnfinished } from '../queries/admission-list.js';
import {
  ADMISSION_FILTERS,
  answersOf,
  type AdmissionFilter,
  type AdmissionProposal,
} from '../queries/admission-proposals.js';
import { checkTotals } from './check-words.js';

const SEARCH_MAX = 100;

interface ListQuery {
  page?: unknown;
  verdict?: unknown;
  q?: unknown;
}

/** The admission of a competition: what to check, what is prepared, and the session to call. */
@Controller()
export class AdmissionListPage {
  constructor(private readonly list: AdmissionListQuery) {}

  @Get('organiser/competitions/:id/admission')
  @Allow(...STAFF_ROLES)
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Query() query: ListQuery): Promise<Result> {
    const paging = Paging.from(query);
    const filter = ADMISSION_FILTERS.find((one) => one === query.verdict) ?? null;
    const search = typeof query.q === 'string' ? query.q.trim().slice(0, SEARCH_MAX) : '';
    const { proposals, found, sessions, ...list } = await this.list.execute(ctx, id, filter, search, paging);
    return page('applications/admission-list.njk', {
      ...list,
      rows: proposals.map((proposal) => rowOf(id, proposal)),
      sessions: sessions.map((session) => ({ ...session, path: sessionPaths.show(session.id) })),
      isUnfinished: sessions.some(isUnfinished),
      filters: ADMISSION_FILTERS,
      query: { filter, search },
      paging: paging.of(found),
      paths: {
        self: applicationPaths.admission(id),
        pages: pagesPath(id, filter, search),
        together: applicationPaths.admissionTogether(id),
        session: applicationPaths.admissionSession(id),
        competition: competitionPaths.overview(id),
      },
    });
  }
}

function pagesPath(id: string, filter: AdmissionFilter | null, search: string): string {
  const kept = new URLSearchParams({ ...(filter && { verdict: filter }), ...(search && { q: search }), page: '' });
  return `${applicationPaths.admission(id)}?${kept.toString()}`;
}

function rowOf(competitionId: string, proposal: AdmissionProposal) {
  const answers = Object.values(answersOf(proposal));
  return {
    ...proposal,
    path: applicationPaths.admissionOf(competitionId, proposal.id),
    totals: checkTotals(proposal.checks),
    manual: {
      total: MANUAL_CHECKS.length,
      done: answers.filter(({ passed }) => passed !== null).length,
      failed: answers.filter(({ passed }) => passed === false).length,
    },
    outcome: outcomeOf(proposal),
    isVotedDown: proposal.state === 'submitted' && proposal.lastVote?.result === 'rejected',
  };
}

/** What stands in the column of the verdict; the words are `applications:admission.outcomes.<key>`. */
export function outcomeOf({ state, verdict }: Pick<AdmissionProposal, 'state' | 'verdict'>): string {
  if (state !== 'submitted') return state;
  return verdict ?? 'undrafted';
}
