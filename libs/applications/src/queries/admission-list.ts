import { Injectable } from '@nestjs/common';
import { competitionById, departmentAdmits, type CompetitionRow } from '#libs/competitions';
import { sessionsOf, type SessionListRow } from '#libs/sessions';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import type { Found, RowFinder } from '#libs/platform/http';
import { admissionPolicy } from '../access/admission.policy.js';
import { ADMISSION } from '../model/admission.js';
import type { AdmissionOrder } from '../model/admission-order.js';
import {
  listedProposals,
  FILTER_CONDITIONS,
  type AdmissionFilter,
  type AdmissionProposal,
} from './admission-proposals.js';
import { admissionOrders } from './read-admission-orders.js';

/** How many proposals there are of each kind; `total` is without drafts and withdrawn ones. */
export type AdmissionCounts = Record<AdmissionFilter | 'total', number>;

export interface AdmissionList {
  competition: CompetitionRow;
  counts: AdmissionCounts;
  found: Found<AdmissionProposal>;
  /** Newest first. */
  sessions: SessionListRow[];
  canPrepare: boolean;
  /** The authority admits by an order; the commission votes on what the rule leaves to it. */
  isByOrder: boolean;
  /** Newest first. */
  orders: AdmissionOrder[];
}

/** The officer's list of the admission: every submitted proposal with its checks and the prepared verdict. */
@Injectable()
export class AdmissionListQuery {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string, asked: RowFinder): Promise<AdmissionList> {
    const competition = await competitionById(this.db, competitionId);
    demand(admissionPolicy, 'see', ctx.actor, competition);
    const [counts, sessions, orders, found] = await Promise.all([
      admissionCounts(this.db, competitionId),
      sessionsOf(this.db, competitionId, ADMISSION),
      admissionOrders(this.db, competitionId),
      listedProposals(this.db, competition, asked),
    ]);
    const canPrepare = competition.state === 'admission' && admissionPolicy.prepare.allows(ctx.actor, competition);
    return { competition, counts, sessions, orders, found, canPrepare, isByOrder: departmentAdmits(competition) };
  }
}

export async function admissionCounts(reader: Reader, competitionId: string): Promise<AdmissionCounts> {
  const counted = Object.entries(FILTER_CONDITIONS).map(
    ([name, condition]) => `count(*) filter (where ${condition})::int as ${name}`,
  );
  const row = await reader.one<AdmissionCounts>(
    `select count(*) filter (where state in ('submitted', 'admitted', 'refused'))::int as total, ${counted.join(', ')}
       from applications.application a
       left join (select application_id, verdict, needs_vote as "needsVote" from applications.admission_draft) d
         on d.application_id = a.id
      where a.competition_id = $1`,
    [competitionId],
  );
  return row!;
}

export const isUnfinished = ({ state }: SessionListRow): boolean => state !== 'signed' && state !== 'cancelled';

/** A session about admission that has begun or is called and is not over: its agenda must not change meanwhile. */
export async function unfinishedAdmissionSession(
  reader: Reader,
  competitionId: string,
): Promise<SessionListRow | null> {
  const sessions = await sessionsOf(reader, competitionId, ADMISSION);
  return sessions.find(isUnfinished) ?? null;
}
