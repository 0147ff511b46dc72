import { Injectable } from '@nestjs/common';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { DECLARING_STATES } from '../model/conflict.js';
import { conflictDecided } from '../model/evaluation.facts.js';
import { evaluationPaths } from '../paths.js';
import { personToWrite } from '../queries/person-to-write.js';
import { askForRating } from './ask-for-rating.js';
import { FillQueues } from './fill-queues.js';
import { Recuse } from './recuse.js';

export interface QuestionDecision {
  verdict: 'cleared' | 'potential' | 'real';
  reason: string;
}

interface Question {
  applicationId: string;
  personId: string;
  state: string;
  hasSignedSheet: boolean;
  registerCode: string;
}

/**
 * The chair answers a question about a conflict of interest with a reason; the secretary answers what is about the chair.
 * Upheld, it is a recusal: the file closes at once, and the minutes have it.
 */
@Injectable()
export class DecideConflictQuestion {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly recuse: Recuse,
    private readonly fillQueues: FillQueues,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, competitionId: string, questionId: string, decision: QuestionDecision): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(evaluationPolicy, 'answer-conflicts', tx.actor, competition);
      const question = await lockQuestion(tx, competitionId, questionId);
      refuseWrong(tx, competition, question, decision);
      await this.close(tx, competitionId, questionId, question, decision);
      if (decision.verdict === 'cleared') await this.goOn(tx, competition);
      else await this.uphold(tx, competition, question, decision);
    });
  }

  private async close(tx: Tx, competitionId: string, id: string, question: Question, decision: QuestionDecision) {
    const { verdict, reason } = decision;
    const isCleared = verdict === 'cleared';
    // An upheld conflict answers everything else that was asked about the same pair.
    await tx.change(
      `update evaluation.conflict_question set state = $4, decided_by = $5, decided_at = $6, decision_reason = $7
        where state = 'open' and (id = $1 or not $8 and application_id = $2 and person_id = $3)`,
      [
        id,
        question.applicationId,
        question.personId,
        isCleared ? 'cleared' : 'upheld',
        tx.actor.personId,
        tx.now,
        reason,
        isCleared,
      ],
    );
    tx.record(conflictDecided, {
      subjectId: id,
      scopeId: competitionId,
      particulars: { applicationId: question.applicationId, personId: question.personId, verdict },
      personal: { reason },
    });
  }

  /** The pair is free now. */
  private async goOn(tx: Tx, competition: CompetitionRow): Promise<void> {
    await this.fillQueues.within(tx, competition);
    await askForRating(tx, competition);
  }

  private async uphold(tx: Tx, competition: CompetitionRow, question: Question, { verdict, reason }: QuestionDecision) {
    await this.recuse.uphold(tx, competition, question, verdict, reason);
    await this.notices.queue(tx, {
      to: await personToWrite(tx, question.personId),
      template: 'evaluation.conflict-upheld',
      kind: 'duty',
      organiserId: competition.organiserId,
      data: { title: competition.title, code: question.registerCode, reason },
      path: evaluationPaths.conflicts(competition.id),
    });
  }
}

function refuseWrong(tx: Tx, competition: CompetitionRow, question: Question, { verdict }: QuestionDecision): void {
  if (question.state !== 'open') throw new Conflict('evaluation.question-answered');
  if (question.personId === tx.actor.personId) throw new Conflict('evaluation.question-about-you');
  if (!DECLARING_STATES.includes(competition.state)) throw new Conflict('evaluation.not-declaring-now');
  if (verdict !== 'cleared' && question.hasSignedSheet) throw new Conflict('evaluation.annul-first');
}

async function lockQuestion(tx: Tx, competitionId: string, id: string): Promise<Question> {
  const question = await tx.one<Question>(
    `select q.application_id as "applicationId", q.person_id as "personId", q.state, v.register_code as "registerCode",
            exists (select from evaluation.score_sheet s where s.application_id = q.application_id
                       and s.person_id = q.person_id and s.state = 'signed') as "hasSignedSheet"
       from evaluation.conflict_question q join applications.v_application v on v.id = q.application_id
      where q.id = $1 and q.competition_id = $2 for update of q`,
    [id, competitionId],
  );
  if (!question) throw new NotFound();
  return question;
}
