import { Injectable } from '@nestjs/common';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { AskedList } from '#libs/platform/http';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import type { QuestionRow } from '../model/conflict-question.js';

/** Questions about conflicts of interest in a competition, for those who answer them and for its staff. */
@Injectable()
export class ConflictQuestions {
  constructor(private readonly db: Database) {}

  async competition(ctx: Context, competitionId: string): Promise<CompetitionRow> {
    const competition = await competitionById(this.db, competitionId);
    demand(evaluationPolicy, 'see', ctx.actor, competition);
    demand(evaluationPolicy, 'see-conflicts', ctx.actor, competition);
    return competition;
  }

  list(ctx: Context, competition: CompetitionRow, asked: AskedList<QuestionRow>) {
    return asked.find(this.db, QUESTIONS, this.params(ctx, competition));
  }

  /** @throws NotFound */
  async one(ctx: Context, competition: CompetitionRow, questionId: string): Promise<QuestionRow> {
    const rows = await this.db.rows<QuestionRow>(`select * from (${QUESTIONS}) as question where id = $4`, [
      ...this.params(ctx, competition),
      questionId,
    ]);
    if (!rows[0]) throw new NotFound();
    return rows[0];
  }

  private params(ctx: Context, competition: CompetitionRow): unknown[] {
    return [competition.id, ctx.actor.personId, evaluationPolicy['answer-conflicts'].allows(ctx.actor, competition)];
  }
}

/** $1 = the competition, $2 = the actor, $3 = whether the actor answers questions (never about themselves). */
const QUESTIONS = `
  select q.id, q.competition_id as "competitionId", v.register_code as "registerCode", v.title,
         v.organisation_name as "organisationName", p.full_name as "fullName", q.source, q.sign, q.detail, q.reason,
         q.raised_at as "raisedAt", q.state, q.decision_reason as "decisionReason", d.full_name as "decidedBy",
         q.decided_at as "decidedAt", $3 and q.state = 'open' and q.person_id <> $2 as "mayAnswer"
    from evaluation.conflict_question q
    join applications.v_application v on v.id = q.application_id
    join identity.v_person p on p.id = q.person_id
    left join identity.v_person d on d.id = q.decided_by
   where q.competition_id = $1`;
