import { Injectable } from '@nestjs/common';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import type { Role } from '#libs/identity';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { slotWording } from '#libs/terms';
import { evaluationPolicy, SCORERS } from '../access/evaluation.policy.js';
import { commissionGaps, csoCount, type CommissionGap } from '../model/commission-gaps.js';
import { commissionRulesOf } from './commission-rules.js';
import { lastCommission, type EarlierSeat } from './last-commission.js';

export interface SeatRow {
  grantId: string;
  personId: string;
  fullName: string;
  email: string;
  role: Role;
  position: string;
  isCsoRepresentative: boolean;
  actNumber: string;
  actOn: string | null;
  /** Of an expert who was invited. */
  seatState: string | null;
  isReserve: boolean;
}

/** An expert who refused, or was replaced by the reserve. */
export interface LeftExpert {
  fullName: string;
  state: 'refused' | 'replaced';
  reason: string;
  answeredAt: Date;
}

export interface EndedSeatRow {
  fullName: string;
  role: Role;
  position: string;
  actNumber: string;
  actOn: string;
  reason: string;
}

export interface CommissionView {
  competition: CompetitionRow;
  /** Of the competition that this one was copied from: who may be taken over. */
  earlier: EarlierSeat[];
  /** The co-organiser reads only: an order of the organiser changes the commission. */
  mayAppoint: boolean;
  seats: SeatRow[];
  experts: SeatRow[];
  ended: EndedSeatRow[];
  left: LeftExpert[];
  gaps: CommissionGap[];
  minMembers: number | null;
  csoCount: number;
  /** The share of civil society in words; null when the rule set says nothing. */
  csoShare: string | null;
}

/** The commission of a competition: who sits, who left and by which order, what is missing. */
@Injectable()
export class CommissionForPage {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string): Promise<CommissionView> {
    const competition = await competitionById(this.db, competitionId);
    demand(evaluationPolicy, 'watch', ctx.actor, competition);
    const [people, ended] = await Promise.all([this.people(competitionId), this.ended(competitionId)]);
    const seats = people.filter(({ role }) => role !== 'expert');
    const rules = commissionRulesOf(competition);
    return {
      competition,
      mayAppoint: evaluationPolicy.appoint.allows(ctx.actor, competition),
      earlier: await lastCommission(this.db, competition),
      seats,
      experts: people.filter(({ role }) => role === 'expert'),
      ended,
      left: await this.left(competitionId),
      gaps: commissionGaps(seats, rules),
      minMembers: rules.minMembers,
      csoCount: csoCount(seats),
      csoShare: rules.csoShare && slotWording(competition.ruleSet!.slots.csoShare, ctx.lang).value,
    };
  }

  private people(competitionId: string): Promise<SeatRow[]> {
    return this.db.rows<SeatRow>(
      `select r.id as "grantId", r.person_id as "personId", r.full_name as "fullName", r.email, r.role, r.position,
              r.is_cso_representative as "isCsoRepresentative", r.act_number as "actNumber", r.act_on::text as "actOn",
              s.state as "seatState", coalesce(s.is_reserve, false) as "isReserve"
         from identity.v_role r
         left join evaluation.expert_seat s on r.role = 'expert' and s.competition_id = r.scope_id and s.person_id = r.person_id
        where r.scope_id = $1 and r.role = any($2)
        order by array_position($2, r.role), "isReserve", r.full_name collate "uk-x-icu", r.id`,
      [competitionId, SCORERS],
    );
  }

  private left(competitionId: string): Promise<LeftExpert[]> {
    return this.db.rows<LeftExpert>(
      `select p.full_name as "fullName", s.state, s.reason, s.answered_at as "answeredAt"
         from evaluation.expert_seat s join identity.v_person p on p.id = s.person_id
        where s.competition_id = $1 and s.state in ('refused', 'replaced') order by s.answered_at, s.person_id`,
      [competitionId],
    );
  }

  private ended(competitionId: string): Promise<EndedSeatRow[]> {
    return this.db.rows<EndedSeatRow>(
      `select p.full_name as "fullName", e.role, e.position, e.act_number as "actNumber", e.act_on::text as "actOn", e.reason
         from evaluation.ended_membership e join identity.v_person p on p.id = e.person_id
        where e.competition_id = $1 order by e.ended_at, e.grant_id`,
      [competitionId],
    );
  }
}
