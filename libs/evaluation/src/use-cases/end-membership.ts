import { Injectable } from '@nestjs/common';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { RoleGrants, type Role } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context, type Lang } from '#libs/platform/access';
import { shortDate } from '#libs/platform/clock';
import { UnitOfWork, type Reader, type Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { phrase } from '#libs/platform/phrases';
import { evaluationPolicy, SCORERS } from '../access/evaluation.policy.js';
import { COMPOSITION_CLOSED } from '../model/commission-gaps.js';
import { membershipEnded } from '../model/evaluation.facts.js';
import { evaluationPaths } from '../paths.js';
import { scoringRoles } from '../queries/commission-rules.js';
import { askForRating } from './ask-for-rating.js';
import { endAssignments } from './end-assignments.js';
import { FillQueues } from './fill-queues.js';

export interface EndingOrder {
  actNumber: string;
  /** Kyiv day. */
  actOn: string;
  reason: string;
}

export interface Seat {
  grantId: string;
  personId: string;
  role: Role;
  position: string;
  fullName: string;
  email: string;
  language: Lang;
}

/** Ends a membership by an order; what the person has not signed is taken at once (rule 36). */
@Injectable()
export class EndMembership {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly grants: RoleGrants,
    private readonly fillQueues: FillQueues,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, competitionId: string, grantId: string, order: EndingOrder): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(evaluationPolicy, 'appoint', tx.actor, competition);
      if (COMPOSITION_CLOSED.includes(competition.state)) throw new Conflict('evaluation.composition-closed');
      const seat = await seatOf(tx, competitionId, grantId);
      await this.grants.end(tx, grantId, `${order.actNumber}, ${order.actOn}: ${order.reason}`);
      await keepHistory(tx, competitionId, seat, order);
      await this.takeWork(tx, competition, seat);
      await this.tell(tx, competition, seat, order);
    });
  }

  private async takeWork(tx: Tx, competition: CompetitionRow, { personId, role }: Seat): Promise<void> {
    if (!scoringRoles(competition.scoringMode).includes(role)) return;
    await endAssignments(tx, {
      competitionId: competition.id,
      personId,
      applicationIds: null,
      reason: 'membership-ended',
    });
    await this.fillQueues.within(tx, competition);
    await askForRating(tx, competition);
  }

  private async tell(tx: Tx, competition: CompetitionRow, seat: Seat, order: EndingOrder): Promise<void> {
    await this.notices.queue(tx, {
      to: seat,
      template: 'evaluation.membership-ended',
      kind: 'duty',
      organiserId: competition.organiserId,
      data: {
        title: competition.title,
        role: phrase(seat.language, `evaluation:role.${seat.role}`),
        actNumber: order.actNumber,
        actOn: shortDate(order.actOn),
        reason: order.reason,
      },
      path: evaluationPaths.scoring,
    });
  }
}

/** An active seat of this competition. @throws NotFound */
export async function seatOf(reader: Reader, competitionId: string, grantId: string): Promise<Seat> {
  const seat = await reader.one<Seat>(
    `select id as "grantId", person_id as "personId", role, position, full_name as "fullName", email, language
       from identity.v_role where id = $1 and scope_id = $2 and role = any($3)`,
    [grantId, competitionId, SCORERS],
  );
  if (!seat) throw new NotFound();
  return seat;
}

async function keepHistory(tx: Tx, competitionId: string, seat: Seat, order: EndingOrder): Promise<void> {
  const { grantId, personId, role, position } = seat;
  await tx.change(
    `insert into evaluation.ended_membership
       (grant_id, competition_id, person_id, role, position, act_number, act_on, reason, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [grantId, competitionId, personId, role, position, order.actNumber, order.actOn, order.reason, tx.now],
  );
  tx.record(membershipEnded, {
    subjectId: personId,
    scopeId: competitionId,
    particulars: { role, actNumber: order.actNumber, actOn: order.actOn },
  });
}
