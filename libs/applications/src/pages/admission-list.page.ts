import { Controller, Get, Param } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { competitionPaths } from '#libs/competitions';
import { STAFF_ROLES } from '#libs/identity';
import { type AskedList, Ctx, Listed, ParseId, type Result } from '#libs/platform/http';
import { sessionPaths } from '#libs/sessions';
import { MANUAL_CHECKS } from '../model/admission.js';
import { applicationPaths } from '../paths.js';
import { AdmissionListQuery, isUnfinished } from '../queries/admission-list.js';
import { ADMISSION_FILTERS, answersOf, type AdmissionProposal } from '../queries/admission-proposals.js';
import { admissionList, type AdmissionRow } from './admission.list.js';
import { checkTotals } from './check-words.js';

/** The admission of a competition: what to check, what is prepared, and the session to call. */
@Controller()
export class AdmissionListPage {
  constructor(private readonly list: AdmissionListQuery) {}

  @Get('organiser/competitions/:id/admission')
  @Allow(...STAFF_ROLES)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Listed(admissionList) asked: AskedList<AdmissionRow>,
  ): Promise<Result> {
    const { found, sessions, orders, ...list } = await this.list.execute(ctx, id, asked);
    const rows = found.rows.map((proposal) => rowOf(id, proposal));
    const model = {
      ...list,
      sessions: sessions.map((session) => ({ ...session, path: sessionPaths.show(session.id) })),
      isUnfinished: sessions.some(isUnfinished),
      isWithDirector: orders.some(({ state }) => state === 'prepared'),
      orders: orders.filter(({ state }) => state === 'signed'),
      lastReturned: orders[0]?.state === 'returned' ? orders[0] : null,
      filters: ADMISSION_FILTERS,
      paths: {
        self: applicationPaths.admission(id),
        together: applicationPaths.admissionTogether(id),
        session: applicationPaths.admissionSession(id),
        flaws: applicationPaths.flaws(id),
        order: applicationPaths.admissionOrder(id),
        competition: competitionPaths.overview(id),
      },
    };
    return asked.answer('applications/admission-list.njk', { ...found, rows }, model, list.competition.code);
  }
}

function rowOf(competitionId: string, proposal: AdmissionProposal): AdmissionRow {
  const answers = Object.values(answersOf(proposal));
  return {
    ...proposal,
    path: applicationPaths.admissionOf(competitionId, proposal.id),
    totals: checkTotals(proposal.checks),
    manualTotals: {
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
