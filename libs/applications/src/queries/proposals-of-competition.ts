import { Injectable } from '@nestjs/common';
import { competitionById, competitionPolicy, competitionSettings, stageOf } from '#libs/competitions';
import type { CompetitionRow, ProposalForm } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { NOTHING, type AskedList, type Found } from '#libs/platform/http';
import { draftsProgress, type PartProgress } from './drafts-of-competition.js';
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
  /** May those who act for the organisation do so: looked at or not; or it is no more. */
  right: (typeof RIGHTS)[number];
}

export const RIGHTS = ['verified', 'not-verified', 'liquidated'] as const;
export const LISTED_STATES = ['submitted', 'admitted', 'refused', 'withdrawn'] as const;

/** How many proposals there are: all that may be known before they are opened. */
export async function countProposals(reader: Reader, competitionId: string): Promise<ProposalCounts> {
  const row = await reader.one<ProposalCounts>(
    `select count(*) filter (where state = 'draft' and not exists (
                select from applications.envelope e where e.application_id = a.id))::int as drafts,
            count(*) filter (where state not in ('draft', 'withdrawn'))::int as submitted,
            count(*) filter (where state = 'withdrawn')::int as withdrawn
       from applications.application a where competition_id = $1`,
    [competitionId],
  );
  return row!;
}

export interface ProposalList {
  competition: CompetitionRow;
  counts: ProposalCounts;
  /** Nobody sees any of them before the opening. */
  isSealed: boolean;
  found: Found<ProposalRow>;
  /** While they are sealed: how far the drafts are, in numbers and codes. */
  progress: PartProgress[];
  form: ProposalForm | null;
}

/** The register of proposals for the staff of the organiser; sealed until the officer opens them (rule 16). */
@Injectable()
export class ProposalsOfCompetition {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string, asked: AskedList<ProposalRow>): Promise<ProposalList> {
    const competition = await competitionById(this.db, competitionId);
    demand(competitionPolicy, 'see', ctx.actor, competition);
    demand(competitionPolicy, 'manage', ctx.actor, competition);
    const counts = await countProposals(this.db, competitionId);
    const isSealed = !OPENED_STATES.includes(stageOf(competition));
    if (!isSealed)
      return { competition, counts, isSealed, found: await this.list(competitionId, asked), progress: [], form: null };
    const settings = await competitionSettings(this.db, competitionId);
    const progress = counts.drafts > 0 ? await draftsProgress(this.db, settings) : [];
    return { competition, counts, isSealed, found: NOTHING, progress, form: settings.form };
  }

  private list(competitionId: string, asked: AskedList<ProposalRow>): Promise<Found<ProposalRow>> {
    return asked.find(
      this.db,
      `select a.id, a.register_code as "registerCode", title, organisation_short_name as "organisationName", edrpou,
              settlement, state, submitted_at as "submittedAt", requested_kop as "requestedKop",
              case when r.liquidated_on is not null then 'liquidated' when r.is_verified then 'verified'
                   else 'not-verified' end as right
         from applications.v_application a join identity.v_organisation_right r on r.organisation_id = a.organisation_id
        where a.competition_id = $1 and a.state <> 'draft'`,
      [competitionId],
    );
  }
}
