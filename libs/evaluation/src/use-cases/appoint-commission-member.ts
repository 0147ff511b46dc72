import { Injectable } from '@nestjs/common';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { InvitePerson, RoleGrants, type NewPerson } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { phrase } from '#libs/platform/phrases';
import { evaluationPolicy, SCORERS } from '../access/evaluation.policy.js';
import { COMPOSITION_CLOSED } from '../model/commission-gaps.js';
import { DECLARING_STATES } from '../model/conflict.js';
import { lastDayOf } from '../model/term-of-office.js';
import { evaluationPaths } from '../paths.js';
import { findConflicts } from './find-conflicts.js';

export type SeatRole = (typeof SCORERS)[number];

export interface NewSeat {
  role: SeatRole;
  /** As documents print it. */
  position: string;
  isCsoRepresentative: boolean;
  /** The order («наказ») of the composition, and its Kyiv day. */
  actNumber: string;
  actOn: string;
  /** Of an expert: is called only when another one leaves. */
  isReserve?: boolean;
}

export type NewMember = NewPerson & NewSeat;

/**
 * Appoints a person to the commission, or as an expert, by an order with number and date (rule 36); into the commission
 * for the term of the rule set (rule 30).
 */
@Injectable()
export class AppointCommissionMember {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly invite: InvitePerson,
    private readonly grants: RoleGrants,
    private readonly notices: Notices,
  ) {}

  /** Returns the id of the person. */
  execute(ctx: Context, competitionId: string, member: NewMember): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(evaluationPolicy, 'appoint', tx.actor, competition);
      refuseWrong(competition, member);
      const { personId } = await this.invite.within(tx, member);
      await this.within(tx, competition, personId, member);
      return personId;
    });
  }

  /** Somebody who has an account; the competition is locked by the caller, who has checked the right to appoint. */
  async within(tx: Tx, competition: CompetitionRow, personId: string, seat: NewSeat): Promise<void> {
    refuseWrong(competition, seat);
    const untilOn = lastDayOf(competition, seat);
    if (untilOn !== null && untilOn < kyivDay(tx.now)) throw invalidField('actOn', 'evaluation.term-passed');
    const { id: competitionId } = competition;
    await refuseTwice(tx, competitionId, personId, seat.role);
    const { role, position, isCsoRepresentative, actNumber, actOn } = seat;
    const power = { role, position, isCsoRepresentative, actNumber, actOn, untilOn };
    await this.grants.grant(tx, { ...power, personId, scopeKind: 'competition', scopeId: competitionId });
    if (DECLARING_STATES.includes(competition.state)) await findConflicts(tx, competitionId, personId);
    if (role === 'expert') await invite(tx, competitionId, personId, seat.isReserve ?? false);
    await this.tell(tx, competition, personId, role);
  }

  private async tell(tx: Tx, competition: CompetitionRow, personId: string, role: SeatRole): Promise<void> {
    const person = await tx.one<{ personId: string; email: string; language: 'uk' | 'en' }>(
      'select id as "personId", email, language from identity.v_person where id = $1',
      [personId],
    );
    await this.notices.queue(tx, {
      to: person!,
      template: role === 'expert' ? 'evaluation.expert-invited' : 'evaluation.appointed',
      kind: 'duty',
      organiserId: competition.organiserId,
      data: { title: competition.title, role: phrase(person!.language, `evaluation:role.${role}`) },
      path: role === 'expert' ? evaluationPaths.invitation(competition.id) : evaluationPaths.scoring,
    });
  }
}

/** Who was an expert here before and is appointed again is invited anew. */
async function invite(tx: Tx, competitionId: string, personId: string, isReserve: boolean): Promise<void> {
  await tx.change(
    `insert into evaluation.expert_seat (competition_id, person_id, state, is_reserve, invited_at)
     values ($1, $2, 'invited', $3, $4)
     on conflict (competition_id, person_id) do update
       set state = 'invited', is_reserve = excluded.is_reserve, invited_at = excluded.invited_at, answered_at = null, reason = ''`,
    [competitionId, personId, isReserve, tx.now],
  );
}

function refuseWrong(competition: CompetitionRow, member: NewSeat): void {
  if (COMPOSITION_CLOSED.includes(competition.state)) throw new Conflict('evaluation.composition-closed');
  if (member.role === 'expert' && competition.scoringMode !== 'k-of-n')
    throw invalidField('role', 'evaluation.no-experts-here');
}

/** One seat in the commission for a person; being an expert beside it is possible. */
async function refuseTwice(tx: Tx, competitionId: string, personId: string, role: SeatRole): Promise<void> {
  const held = await tx.rows<{ role: SeatRole }>(
    'select role from identity.v_role where scope_id = $1 and person_id = $2',
    [competitionId, personId],
  );
  if (held.some((one) => (one.role === 'expert') === (role === 'expert')))
    throw invalidField('email', 'evaluation.already-member');
}
