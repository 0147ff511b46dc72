import { Injectable } from '@nestjs/common';
import { awardPaths } from '#libs/awards';
import { competitionById } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { PlanSession, sessionOf } from '#libs/sessions';
import { complaintPolicy } from '../access/complaint.policy.js';
import { agendaOf } from '../model/agenda.js';
import { COMPLAINT, waitsForMinutes } from '../model/answer.js';
import { effectInWords } from '../queries/effect-in-words.js';
import { answerOf } from '../queries/read-answer.js';
import { lockComplaint } from '../queries/read-complaints.js';

/** A satisfied complaint goes to the commission: what it changes is decided by new minutes, the old ones stay (rule 52). */
@Injectable()
export class PlanComplaintSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly planSession: PlanSession,
  ) {}

  /** Returns the id of the session. */
  execute(ctx: Context, id: string, plan: { plannedAt: Date; place: string }): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const complaint = await lockComplaint(tx, id);
      demand(complaintPolicy, 'see', tx.actor, complaint);
      demand(complaintPolicy, 'keep', tx.actor, complaint);
      const answer = await answerOf(tx, id);
      if (!answer || !waitsForMinutes(answer)) throw new Conflict('complaints.nothing-for-minutes');
      if (answer.sessionId && answer.sessionState !== 'cancelled') throw new Conflict('complaints.session-planned');
      if (plan.plannedAt <= tx.now) throw invalidField('plannedAt', 'complaints.session-in-past');
      const competition = await competitionById(tx, complaint.competitionId);
      const effect = await effectInWords(tx, answer.effect ?? [], 'uk');
      const sessionId = await this.planSession.within(tx, {
        ...{ ...sessionOf(competition), ...plan, kind: COMPLAINT },
        ...agendaOf(competition.title, complaint, answer, effect, awardPaths.results(competition.code!)),
      });
      await tx.change(
        'update complaints.answer set session_id = $2, carried_at = null, is_adopted = null where complaint_id = $1',
        [id, sessionId],
      );
      return sessionId;
    });
  }
}
