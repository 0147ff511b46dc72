import { Injectable } from '@nestjs/common';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { COMMISSION_ROLES, peopleWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, holds, type Context } from '#libs/platform/access';
import { constraintMeans, newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, Forbidden, invalidField, NotFound } from '#libs/platform/errors';
import { evaluationPolicy, SCORERS } from '../access/evaluation.policy.js';
import { challengeWindow } from '../model/challenge.js';
import { DECLARING_STATES } from '../model/conflict.js';
import { conflictQuestioned } from '../model/evaluation.facts.js';
import { evaluationPaths } from '../paths.js';

export interface NewQuestion {
  applicationId: string;
  personId: string;
  reason: string;
}

constraintMeans('uq_conflict_question_challenge', 'personId', 'evaluation.challenged-already');

/**
 * A person says that a member has a conflict of interest, with a reason: an applicant challenges a member once, within
 * the window of the rule set («відвід»); a member states it about another (rule 33). The chair answers.
 */
@Injectable()
export class RaiseConflictQuestion {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  challenge(ctx: Context, question: NewQuestion): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competitionId, organisationId } = await placeOf(tx, question.applicationId);
      if (!holds(tx.actor, ['applicant'], organisationId)) throw new NotFound();
      const competition = await lockCompetition(tx, competitionId);
      if (!challengeWindow(competition, tx.now).isOpen) throw new Forbidden('evaluation.challenge-closed');
      await this.raise(tx, competition, 'challenge', question, COMMISSION_ROLES);
    });
  }

  state(ctx: Context, competitionId: string, question: NewQuestion): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(evaluationPolicy, 'declare', tx.actor, competition);
      if ((await placeOf(tx, question.applicationId)).competitionId !== competitionId) throw new NotFound();
      if (question.personId === tx.actor.personId) throw invalidField('personId', 'evaluation.declare-your-own');
      if (!DECLARING_STATES.includes(competition.state)) throw new Conflict('evaluation.not-declaring-now');
      await this.raise(tx, competition, 'statement', question, SCORERS);
    });
  }

  private async raise(
    tx: Tx,
    competition: CompetitionRow,
    source: 'challenge' | 'statement',
    { applicationId, personId, reason }: NewQuestion,
    roles: typeof COMMISSION_ROLES,
  ): Promise<void> {
    const people = await peopleWithRole(tx, competition.id, roles);
    if (!people.some((one) => one.personId === personId)) throw invalidField('personId', 'evaluation.choose-member');
    const id = newId();
    await tx.change(
      `insert into evaluation.conflict_question
         (id, competition_id, application_id, person_id, source, raised_by, raised_at, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, competition.id, applicationId, personId, source, tx.actor.personId, tx.now, reason],
    );
    tx.record(conflictQuestioned, {
      subjectId: id,
      scopeId: competition.id,
      particulars: { source, applicationId, personId },
      personal: { reason },
    });
    for (const to of await peopleWithRole(tx, competition.id, ['commission-chair', 'commission-secretary']))
      await this.notices.queue(tx, {
        ...{ to, template: 'evaluation.conflict-questioned', kind: 'work', organiserId: competition.organiserId },
        ...{ data: { title: competition.title }, path: evaluationPaths.conflictQuestions(competition.id) },
        onceKey: `evaluation.conflict-questioned:${id}:${to.personId}`,
      });
  }
}

async function placeOf(tx: Tx, applicationId: string): Promise<{ competitionId: string; organisationId: string }> {
  const found = await tx.one<{ competitionId: string; organisationId: string }>(
    `select competition_id as "competitionId", organisation_id as "organisationId" from applications.v_application
      where id = $1 and state in ('submitted', 'admitted')`,
    [applicationId],
  );
  if (!found) throw new NotFound();
  return found;
}
