import { Injectable } from '@nestjs/common';
import { competitionById, competitionPolicy, stageOf, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';
import type { Paging } from '#libs/platform/http';
import { OPENED_STATES } from '../access/application.policy.js';

export interface ProposalCounts {
  drafts: number;
  /** Submitted and whatever became of it later, without the withdrawn ones. */
  submitted: number;
  withdrawn: number;
}

export interface ProposalRow {
  id: string;
  registerCode: string;
  title: string;
  organisationName: string;
  edrpou: string;
  settlement: string;
  state: string;
  submittedAt: Date;
  requestedKop: number;
}

export const PROPOSAL_SORTS = ['code', 'organisation', 'requested', 'submitted'] as const;
export type ProposalSort = (typeof PROPOSAL_SORTS)[number];
export const LISTED_STATES = ['submitted', 'admitted', 'refused', 'withdrawn'] as const;

const ORDERS: Record<ProposalSort, string> = {
  code: 'register_code',
  organisation: 'organisation_short_name collate "uk-x-icu", register_code',
  requested: 'requested_kop, register_code',
  submitted: 'submitted_at, register_code',
};

/** How many proposals there are: all that may be known before they are opened. */
export async function countProposals(reader: Reader, competitionId: string): Promise<ProposalCounts> {
  const row = await reader.one<ProposalCounts>(
    `select count(*) filter (where state = 'draft')::int as drafts,
            count(*) filter (where state not in ('draft', 'withdrawn'))::int as submitted,
            count(*) filter (where state = 'withdrawn')::int as withdrawn
       from applications.application where competition_id = $1`,
    [competitionId],
  );
  return row!;
}

export interface ProposalFilter {
  state: string | null;
  search: string;
  sort: ProposalSort;
  descending: boolean;
}

export interface ProposalList {
  competition: CompetitionRow;
  counts: ProposalCounts;
  /** Null while the proposals are sealed. */
  rows: ProposalRow[] | null;
  total: number;
}

/** The register of proposals for the staff of the organiser; sealed until the officer opens them (rule 16). */
@Injectable()
export class ProposalsOfCompetition {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string, filter: ProposalFilter, paging: Paging): Promise<ProposalList> {
    const competition = await competitionById(this.db, competitionId);
    demand(competitionPolicy, 'see', ctx.actor, competition);
    demand(competitionPolicy, 'manage', ctx.actor, competition);
    const counts = await countProposals(this.db, competitionId);
    if (!OPENED_STATES.includes(stageOf(competition))) return { competition, counts, rows: null, total: 0 };
    const { rows, total } = await this.list(competitionId, filter, paging);
    return { competition, counts, rows, total };
  }

  private async list(
    competitionId: string,
    { state, search, sort, descending }: ProposalFilter,
    paging: Paging,
  ): Promise<{ rows: ProposalRow[]; total: number }> {
    const order = descending ? ORDERS[sort].replace(/^[^,]+/, '$& desc') : ORDERS[sort];
    const found = await this.db.rows<ProposalRow & { total: number }>(
      `select id, register_code as "registerCode", title, organisation_short_name as "organisationName", edrpou, settlement,
              state, submitted_at as "submittedAt", requested_kop as "requestedKop", count(*) over ()::int as total
         from applications.v_application
        where competition_id = $1 and state <> 'draft' and ($2::text is null or state = $2)
          and (title ilike $3 or organisation_name ilike $3 or register_code ilike $3 or edrpou = $4)
        order by ${order} limit $5 offset $6`,
      [competitionId, state, `%${escaped(search)}%`, search, paging.size, paging.offset],
    );
    return {
      total: found[0]?.total ?? 0,
      rows: found.map((row) => ({ ...row, requestedKop: toSafeInteger(row.requestedKop) })),
    };
  }
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
