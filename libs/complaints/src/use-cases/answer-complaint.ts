import { Injectable } from '@nestjs/common';
import { addresseesOf } from '#libs/applications';
import { competitionById, takePaperNumber } from '#libs/competitions';
import { signingDirector } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { constraintMeans, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, Forbidden, invalidField, InvalidInput } from '#libs/platform/errors';
import { complaintPolicy } from '../access/complaint.policy.js';
import type { Outcome } from '../model/complaint.js';
import { answerProposed, answerReturned, complaintAnswered } from '../model/complaint.facts.js';
import { complaintLifecycle } from '../model/complaint.lifecycle.js';
import { correctionProblem } from '../model/correction-problem.js';
import { effectOf, type Correction } from '../model/effect.js';
import { complaintPaths } from '../paths.js';
import { ratedCase } from '../queries/rated-case.js';
import { answerOf } from '../queries/read-answer.js';
import { lockComplaint, type ComplaintRow } from '../queries/read-complaints.js';
import { reviewersFor } from '../queries/reviewers.js';

export interface NewAnswer {
  outcome: Outcome;
  words: string;
  correction: Correction | null;
}

constraintMeans('ck_answer_two_people', '', 'complaints.two-people');

/** Two people answer a complaint: one without a part in the decision prepares, the director signs (rule 57). */
@Injectable()
export class AnswerComplaint {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** `version`: of the complaint that was on the page. */
  propose(ctx: Context, id: string, version: number, answer: NewAnswer): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const complaint = await lockComplaint(tx, id);
      demand(complaintPolicy, 'see', tx.actor, complaint);
      demand(complaintPolicy, 'review', tx.actor, complaint);
      if (complaint.version !== version) throw new Conflict('complaints.stale');
      const state = complaintLifecycle.next(complaint.state, 'propose', { hasReviewer: true });
      // A conflict may have come to light since the assignment.
      if (!(await reviewersFor(tx, complaint)).some(({ personId }) => personId === tx.actor.personId))
        throw new Forbidden('complaints.had-a-part');
      await demandCorrection(tx, complaint, answer);
      await tx.change(
        `insert into complaints.answer (complaint_id, outcome, words, correction, prepared_by, prepared_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (complaint_id) do update set outcome = excluded.outcome, words = excluded.words,
           correction = excluded.correction, prepared_by = excluded.prepared_by, prepared_at = excluded.prepared_at, remarks = null`,
        [
          ...[id, answer.outcome, answer.words, answer.correction && JSON.stringify(answer.correction)],
          ...[tx.actor.personId, tx.now],
        ],
      );
      await toState(tx, id, state);
      tx.record(answerProposed, {
        ...{ subjectId: id, scopeId: complaint.competitionId },
        ...{ particulars: { number: complaint.number, outcome: answer.outcome }, personal: { words: answer.words } },
      });
    });
  }

  /** The director wants it written otherwise. */
  giveBack(ctx: Context, id: string, remarks: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const complaint = await lockForSigning(tx, id);
      const state = complaintLifecycle.next(complaint.state, 'return', {});
      await tx.change('update complaints.answer set remarks = $2 where complaint_id = $1', [id, remarks]);
      await toState(tx, id, state);
      tx.record(answerReturned, {
        ...{ subjectId: id, scopeId: complaint.competitionId },
        ...{ particulars: { number: complaint.number }, personal: { remarks } },
      });
    });
  }

  /** What the rating and the pot then give is computed now and kept with the answer. */
  sign(ctx: Context, id: string, version: number): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const complaint = await lockForSigning(tx, id);
      if (complaint.version !== version) throw new Conflict('complaints.stale');
      const state = complaintLifecycle.next(complaint.state, 'sign', {});
      if (!(await signingDirector(tx, complaint.organiserId))) throw new Forbidden('complaints.director-only');
      const { correction, outcome } = (await answerOf(tx, id))!;
      const effect = correction && effectOf(await ratedCase(tx, complaint.competitionId), correction);
      const { organiserId, isRehearsal } = await competitionById(tx, complaint.competitionId);
      const year = Number(kyivDay(tx.now).slice(0, 4));
      const number = await takePaperNumber(tx, { organiserId, series: 'complaint-answers', year, isRehearsal });
      await tx.change(
        'update complaints.answer set effect = $2, number = $3, signed_by = $4, signed_at = $5 where complaint_id = $1',
        [id, effect && JSON.stringify(effect), number, tx.actor.personId, tx.now],
      );
      await toState(tx, id, state);
      tx.record(complaintAnswered, {
        ...{ subjectId: id, scopeId: complaint.competitionId },
        particulars: { number: complaint.number, answerNumber: number, outcome, correction, effect },
      });
      for (const to of await addresseesOf(tx, { id: complaint.applicationId }))
        await this.notices.queue(tx, {
          ...{ to, kind: 'decision', organiserId, template: 'complaints.answered', path: complaintPaths.show(id) },
          data: { number: complaint.number, title: complaint.title, answerNumber: number },
        });
    });
  }
}

async function lockForSigning(tx: Tx, id: string): Promise<ComplaintRow> {
  const complaint = await lockComplaint(tx, id);
  demand(complaintPolicy, 'see', tx.actor, complaint);
  demand(complaintPolicy, 'sign', tx.actor, complaint);
  return complaint;
}

const toState = (tx: Tx, id: string, state: string): Promise<number> =>
  tx.change('update complaints.complaint set state = $2, version = version + 1 where id = $1', [id, state]);

async function demandCorrection(tx: Tx, complaint: ComplaintRow, { outcome, correction }: NewAnswer): Promise<void> {
  if (!correction) return;
  if (outcome !== 'satisfied' && outcome !== 'partly') throw invalidField('effect', 'complaints.effect-of-refusal');
  const problem = correctionProblem(correction, complaint, await ratedCase(tx, complaint.competitionId));
  if (problem) throw new InvalidInput([problem]);
}
