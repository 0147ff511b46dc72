import { Injectable } from '@nestjs/common';
import { criteriaOf, shareCompetition } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, InvalidInput } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { sheetRevised } from '../model/evaluation.facts.js';
import { revisionProblems, whyNoRevision, type RevisedCriterion } from '../model/second-score.js';
import type { EnteredScore } from '../model/sheet.js';
import { ownAssignment, type OwnAssignment } from '../queries/own-assignment.js';
import { secondScoreOfSheet } from '../queries/second-score.js';
import { scoresOfSheet } from '../queries/scores-of-sheet.js';

/**
 * After the defence a scorer amends a signed sheet, once, each change with its reason; the first sheet stays for ever,
 * the rating counts the amended one (rules 42, 43). The comments of the entered scores are the reasons.
 */
@Injectable()
export class ReviseSheet {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, assignmentId: string, entered: readonly EnteredScore[]): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competitionId } = await ownAssignment(tx, assignmentId, tx.actor.personId);
      // Against the rating, which takes the competition for itself.
      const competition = await shareCompetition(tx, competitionId);
      demand(evaluationPolicy, 'score', tx.actor, competition);
      const assignment = await ownAssignment(tx, assignmentId, tx.actor.personId);
      const window = { now: tx.now, competitionState: competition.state };
      const closed = whyNoRevision(await secondScoreOfSheet(tx, assignmentId), window);
      if (closed) throw new Conflict(closed);
      const criteria = await signedCriteria(tx, assignment);
      const problems = revisionProblems(criteria, entered);
      if (problems.length > 0) throw new InvalidInput(problems);
      await insertRevision(tx, assignment, criteria, entered);
      tx.record(sheetRevised, {
        subjectId: assignment.sheetId!,
        scopeId: competitionId,
        particulars: { applicationId: assignment.applicationId, personId: tx.actor.personId, cause: 'defence' },
        personal: { points: Object.fromEntries(criteria.map(({ key }) => [key, pointsOf(entered, key)])) },
      });
    });
  }
}

async function signedCriteria(tx: Tx, { competitionId, sheetId }: OwnAssignment): Promise<RevisedCriterion[]> {
  const [criteria, scores] = [await criteriaOf(tx, competitionId), await scoresOfSheet(tx, sheetId)];
  const points = new Map(scores.map((score) => [score.criterionId, score.points!]));
  return criteria.map((criterion) => ({ ...criterion, points: points.get(criterion.id)! }));
}

async function insertRevision(
  tx: Tx,
  { sheetId, competitionId, applicationId }: OwnAssignment,
  criteria: readonly RevisedCriterion[],
  entered: readonly EnteredScore[],
): Promise<void> {
  const added = await tx.change(
    `insert into evaluation.revised_sheet (sheet_id, competition_id, application_id, person_id, cause, signed_at)
     values ($1, $2, $3, $4, 'defence', $5) on conflict do nothing`,
    [sheetId, competitionId, applicationId, tx.actor.personId, tx.now],
  );
  if (added === 0) throw new Conflict('evaluation.revision-once');
  await tx.change(
    `insert into evaluation.revised_score (sheet_id, criterion_id, points, reason)
     select $1, * from unnest($2::uuid[], $3::int[], $4::text[])`,
    [
      sheetId,
      criteria.map(({ id }) => id),
      criteria.map(({ key }) => pointsOf(entered, key)),
      criteria.map(({ key, points }) => (pointsOf(entered, key) === points ? '' : reasonOf(entered, key))),
    ],
  );
}

const pointsOf = (entered: readonly EnteredScore[], key: string) => entered.find((one) => one.key === key)!.points!;
const reasonOf = (entered: readonly EnteredScore[], key: string) => entered.find((one) => one.key === key)!.comment;
