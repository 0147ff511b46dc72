import { Injectable } from '@nestjs/common';
import { Database, type Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { competitionByCode, type CompetitionRow } from '#libs/competitions';
import type { RatedProposal } from '../model/allocation.js';
import { isGiven } from '../model/award-change.js';
import { OUTCOMES_NOW, outcomeNow, type OutcomeNow } from '../model/outcome-now.js';
import { tiesOf, type Tie } from '../model/ties.js';
import { withoutPersonalData } from '#libs/identity';
import { additionalTo, type LinkedCompetition } from './additional-competition.js';
import { additionalOrders, type AdditionalOrder } from './additional-orders.js';
import { stepsOf, type AwardStep } from './award-steps.js';
import { findOrder, type AwardOrder } from './find-order.js';
import { ratedProposals } from './rated-proposals.js';

/** A proposal that the commission did not admit, with its reason. */
export interface RefusedProposal {
  organisationName: string;
  edrpou: string;
  settlement: string;
  registerCode: string;
  title: string;
  reason: string;
}

/** A step after the order, for everybody. */
export interface PublicChange extends Pick<AwardStep, 'at' | 'reason'> {
  action: AwardStep['action'] | 'next' | 'by-change' | 'passed-over';
  /** Of an additional order. */
  number?: string;
  proposal: RatedProposal;
}

export interface Results {
  competition: CompetitionRow;
  organiser: { name: string; edrpou: string };
  order: AwardOrder;
  rating: RatedProposal[];
  /** As it stands today; what changed after the order is in `changes`. */
  byOutcome: Record<OutcomeNow, RatedProposal[]>;
  changes: PublicChange[];
  additionalOrders: AdditionalOrder[];
  /** The competition for the money that was left, once it is announced. */
  additional: LinkedCompetition | null;
  refused: RefusedProposal[];
  ties: Tie<RatedProposal>[];
  maxPoints: number;
  awardedKop: number;
  requestedKop: number;
}

/**
 * What everybody may know about the results of a competition: organisations, projects, scores and sums (rule 53).
 * Nothing before the order; never a phone, an e-mail or an address (rule 55).
 */
@Injectable()
export class PublicResults {
  constructor(private readonly db: Database) {}

  /** As open data; a rehearsal is none. @throws NotFound */
  async openData(code: string): Promise<Results> {
    const results = await this.execute(code);
    if (results.competition.isRehearsal) throw new NotFound();
    return results;
  }

  /** @throws NotFound before the order */
  async execute(code: string): Promise<Results> {
    const competition = await competitionByCode(this.db, code);
    const order = await findOrder(this.db, competition.id);
    if (!order) throw new NotFound();
    const rating = (await ratedProposals(this.db, competition.id)).map(forPublic);
    const orders = await additionalOrders(this.db, competition.id);
    const of = (outcome: OutcomeNow) => rating.filter((row) => outcomeNow(row) === outcome);
    return {
      competition,
      organiser: await organiserOf(this.db, competition.organiserId),
      order,
      rating,
      byOutcome: Object.fromEntries(OUTCOMES_NOW.map((one) => [one, of(one)])) as Results['byOutcome'],
      changes: await changesOf(this.db, competition.id, rating, orders),
      additionalOrders: orders,
      additional: await announced(this.db, competition.id),
      refused: (await refusedProposals(this.db, competition.id)).map(forPublic),
      ties: tiesOf(rating),
      maxPoints: rating[0]?.criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0) ?? 0,
      awardedKop: rating.reduce((sum, { award }) => sum + (award && isGiven(award.state) ? award.amountKop : 0), 0),
      requestedKop: rating.reduce((sum, { requestedKop }) => sum + requestedKop, 0),
    };
  }
}

/** What happened to awards after the order, first things first; the reason as it was typed, without personal data. */
async function changesOf(
  reader: Reader,
  competitionId: string,
  rating: readonly RatedProposal[],
  orders: readonly AdditionalOrder[],
): Promise<PublicChange[]> {
  const byAward = new Map(rating.flatMap((row) => (row.award ? [[row.award.id, row] as const] : [])));
  const steps = await stepsOf(reader, [...byAward.keys()]);
  const proposals = new Map(rating.map((row) => [row.applicationId, row]));
  const changes = [
    ...steps.map(({ awardId, action, at, reason }) => ({
      ...{ action, at, proposal: byAward.get(awardId)!, reason: withoutPersonalData(reason) },
    })),
    ...orders.flatMap(({ signedAt, number, applicationIds, isChange }) =>
      applicationIds.map((id) => ({
        ...{
          action: isChange ? ('by-change' as const) : ('next' as const),
          at: signedAt,
          proposal: proposals.get(id)!,
          reason: '',
          number,
        },
      })),
    ),
    ...(await passedOver(reader, competitionId)).map(({ applicationId, at }) => ({
      ...{ action: 'passed-over' as const, at, proposal: proposals.get(applicationId)!, reason: '' },
    })),
  ];
  return changes.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The commission did not support them as the next ones. */
function passedOver(reader: Reader, competitionId: string): Promise<{ applicationId: string; at: Date }[]> {
  return reader.rows(
    `select application_id as "applicationId", adopted_at as at from awards.next_line
      where competition_id = $1 and outcome = 'not-funded'`,
    [competitionId],
  );
}

async function announced(reader: Reader, competitionId: string): Promise<LinkedCompetition | null> {
  const additional = await additionalTo(reader, competitionId);
  return additional?.code ? additional : null;
}

/** Titles and reasons are typed by people. */
function forPublic<Row extends { title: string; reason?: string }>(row: Row): Row {
  const reason = row.reason === undefined ? {} : { reason: withoutPersonalData(row.reason) };
  return { ...row, title: withoutPersonalData(row.title), ...reason };
}

async function organiserOf(reader: Reader, id: string): Promise<Results['organiser']> {
  const organiser = await reader.one<Results['organiser']>(
    'select name, edrpou from identity.v_organiser where id = $1',
    [id],
  );
  return organiser!;
}

function refusedProposals(reader: Reader, competitionId: string): Promise<RefusedProposal[]> {
  return reader.rows(
    `select organisation_name as "organisationName", edrpou, settlement, register_code as "registerCode", title,
            decision_reason as reason
       from applications.v_application where competition_id = $1 and state = 'refused' order by register_code`,
    [competitionId],
  );
}
