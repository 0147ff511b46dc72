import { Injectable } from '@nestjs/common';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { peopleWithRole, RoleGrants } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { COMPOSITION_CLOSED } from '../model/commission-gaps.js';
import { expertReplaced } from '../model/evaluation.facts.js';
import { evaluationPaths } from '../paths.js';
import { personToWrite } from '../queries/person-to-write.js';
import { askForRating } from './ask-for-rating.js';
import { endAssignments } from './end-assignments.js';
import { FillQueues } from './fill-queues.js';

export interface Leaving {
  state: 'refused' | 'replaced';
  reason: string;
}

/**
 * An expert leaves, and the first of the reserve who accepted takes the place: no order is needed, the rule is published
 * beforehand. What was signed stays; everything else goes to others by a repair of the distribution.
 */
@Injectable()
export class ReplaceExpert {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly grants: RoleGrants,
    private readonly fillQueues: FillQueues,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, competitionId: string, personId: string, reason: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(evaluationPolicy, 'distribute', tx.actor, competition);
      if (COMPOSITION_CLOSED.includes(competition.state)) throw new Conflict('evaluation.composition-closed');
      await this.within(tx, competition, personId, { state: 'replaced', reason });
    });
  }

  /** The competition is locked by the caller. @throws NotFound when the person is no expert of it */
  async within(tx: Tx, competition: CompetitionRow, personId: string, { state, reason }: Leaving): Promise<void> {
    const experts = await peopleWithRole(tx, competition.id, ['expert']);
    const grant = experts.find((one) => one.personId === personId);
    if (!grant) throw new NotFound();
    const wasReserve = await leaveSeat(tx, competition.id, personId, { state, reason });
    await this.grants.end(tx, grant.grantId, reason);
    await endAssignments(tx, {
      competitionId: competition.id,
      personId,
      applicationIds: null,
      reason: 'expert-replaced',
    });
    const called = wasReserve ? null : await callReserve(tx, competition.id);
    tx.record(expertReplaced, { subjectId: personId, scopeId: competition.id, particulars: { state, reason, called } });
    if (state === 'replaced') await this.tell(tx, competition, personId, 'evaluation.expert-replaced', { reason });
    if (called) await this.tell(tx, competition, called, 'evaluation.expert-called');
    else if (!wasReserve) await this.tellOfficers(tx, competition, grant.fullName, reason);
    await this.fillQueues.within(tx, competition);
    await askForRating(tx, competition);
  }

  private async tell(
    tx: Tx,
    { id, title, organiserId }: CompetitionRow,
    personId: string,
    template: string,
    data = {},
  ) {
    const to = await personToWrite(tx, personId);
    const path = evaluationPaths.conflicts(id);
    await this.notices.queue(tx, { to, template, kind: 'duty', organiserId, data: { title, ...data }, path });
  }

  /** Nobody is left in the reserve: a person has to act. */
  private async tellOfficers(tx: Tx, { id, title, organiserId }: CompetitionRow, name: string, reason: string) {
    for (const to of await peopleWithRole(tx, organiserId, ['officer']))
      await this.notices.queue(tx, {
        ...{ to, template: 'evaluation.no-reserve', kind: 'work', organiserId, data: { title, name, reason } },
        path: evaluationPaths.commission(id),
      });
  }
}

/** Returns whether the person was only in the reserve. */
async function leaveSeat(
  tx: Tx,
  competitionId: string,
  personId: string,
  { state, reason }: Leaving,
): Promise<boolean> {
  const left = await tx.one<{ isReserve: boolean }>(
    `insert into evaluation.expert_seat as s (competition_id, person_id, state, is_reserve, invited_at, answered_at, reason)
     values ($1, $2, $3, false, $5, $5, $4)
     on conflict (competition_id, person_id) do update set state = excluded.state, reason = excluded.reason, answered_at = excluded.answered_at
     returning s.is_reserve as "isReserve"`,
    [competitionId, personId, state, reason, tx.now],
  );
  return left!.isReserve;
}

/** The first of the reserve who accepted, in the order of the invitations; null when there is none. */
async function callReserve(tx: Tx, competitionId: string): Promise<string | null> {
  const called = await tx.one<{ personId: string }>(
    `update evaluation.expert_seat set is_reserve = false
      where competition_id = $1
        and person_id = (select s.person_id from evaluation.expert_seat s
                          where s.competition_id = $1 and s.state = 'accepted' and s.is_reserve
                            and exists (select from identity.v_role r
                                         where r.scope_id = $1 and r.person_id = s.person_id and r.role = 'expert')
                          order by s.invited_at, s.person_id limit 1)
      returning person_id as "personId"`,
    [competitionId],
  );
  return called?.personId ?? null;
}
