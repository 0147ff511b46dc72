import { Injectable } from '@nestjs/common';
import { criteriaOf, shareCompetition, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, InvalidInput } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { adviceProblems, type Advice } from '../model/advice.js';
import { sheetSaved } from '../model/evaluation.facts.js';
import { laterOf } from '../model/second-look.js';
import { sheetLifecycle } from '../model/sheet.lifecycle.js';
import {
  commentProblems,
  sheetProblems,
  type EnteredScore,
  type SheetCriterion,
  type SheetState,
} from '../model/sheet.js';
import { ownAssignment, type OwnAssignment } from '../queries/own-assignment.js';

export interface EnteredSheet {
  /** The version that the form was filled from: 0 for a new sheet. */
  version: number;
  scores: readonly EnteredScore[];
  comment: string;
  advice: Advice;
  /** «Готово»: complete, to be signed with the others. */
  isReady: boolean;
}

export interface SavedSheet {
  competitionId: string;
  /** What the next save begins from. */
  version: number;
}

/** A member writes a score sheet, as a draft or as ready; nobody else sees it (rules 40, 42). */
@Injectable()
export class SaveScoreSheet {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, assignmentId: string, entered: EnteredSheet): Promise<SavedSheet> {
    return this.uow.run(ctx, async (tx) => {
      const { competitionId } = await ownAssignment(tx, assignmentId, tx.actor.personId);
      const competition = await shareCompetition(tx, competitionId);
      demand(evaluationPolicy, 'score', tx.actor, competition);
      // Read again under the lock: a conflict may have been declared in another window meanwhile.
      const assignment = await ownAssignment(tx, assignmentId, tx.actor.personId);
      const state = nextState(tx, competition, assignment, entered);
      const criteria = await criteriaOf(tx, competitionId);
      refuseWrong(criteria, assignment.requestedKop, entered);
      const sheetId = await saveSheet(tx, assignment, entered, state);
      await saveScores(tx, sheetId, criteria, entered.scores);
      record(tx, sheetId, assignment, entered, state);
      return { competitionId, version: entered.version + 1 };
    });
  }
}

function nextState(tx: Tx, competition: CompetitionRow, assignment: OwnAssignment, entered: EnteredSheet): SheetState {
  const { state: competitionState, scoringFrom } = competition;
  const scoringUntil = laterOf(competition.scoringUntil, assignment.writeUntil);
  const window = { now: tx.now, competitionState, scoringFrom, scoringUntil };
  return sheetLifecycle.next(assignment.state ?? 'draft', entered.isReady ? 'finish' : 'save', window);
}

function refuseWrong(criteria: readonly SheetCriterion[], requestedKop: number, entered: EnteredSheet): void {
  const { scores, comment, advice, isReady } = entered;
  const problems = [
    ...sheetProblems(criteria, scores, isReady),
    ...commentProblems(scores, comment),
    ...adviceProblems(advice, requestedKop, isReady),
  ];
  if (problems.length > 0) throw new InvalidInput(problems);
}

/** Two windows: the second one meets a newer version and loses nothing, the page keeps what was typed. */
async function saveSheet(tx: Tx, assignment: OwnAssignment, entered: EnteredSheet, state: SheetState): Promise<string> {
  const id = assignment.sheetId ?? newId();
  const saved = assignment.sheetId
    ? await tx.change(
        `update evaluation.score_sheet set state = $3, comment = $4, updated_at = $5, version = version + 1,
                recommended_kop = $6, recommended_reason = $7, confidence = $8
          where id = $1 and version = $2 and state in ('draft', 'ready')`,
        [id, entered.version, state, entered.comment, tx.now, ...adviceValues(entered.advice)],
      )
    : await insertSheet(tx, id, assignment, entered, state);
  if (saved !== 1) throw new Conflict('evaluation.sheet-changed');
  return id;
}

async function insertSheet(
  tx: Tx,
  id: string,
  assignment: OwnAssignment,
  entered: EnteredSheet,
  state: SheetState,
): Promise<number> {
  if (entered.version !== 0) return 0;
  return tx.change(
    `insert into evaluation.score_sheet
       (id, assignment_id, competition_id, application_id, person_id, state, comment, updated_at,
        recommended_kop, recommended_reason, confidence)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (assignment_id) do nothing`,
    [
      id,
      assignment.id,
      assignment.competitionId,
      assignment.applicationId,
      tx.actor.personId,
      state,
      entered.comment,
      tx.now,
      ...adviceValues(entered.advice),
    ],
  );
}

const adviceValues = ({ recommendedKop, recommendedReason, confidence }: Advice) => [
  recommendedKop,
  recommendedReason,
  confidence,
];

async function saveScores(
  tx: Tx,
  sheetId: string,
  criteria: readonly SheetCriterion[],
  scores: readonly EnteredScore[],
): Promise<void> {
  const ids = new Map(criteria.map(({ id, key }) => [key, id]));
  const known = scores.filter(({ key, points, comment }) => ids.has(key) && (points !== null || comment !== ''));
  await tx.change(
    `with kept as (
       insert into evaluation.score (sheet_id, criterion_id, points, comment)
       select $1, * from unnest($2::uuid[], $3::int[], $4::text[])
       on conflict (sheet_id, criterion_id) do update set points = excluded.points, comment = excluded.comment
     )
     delete from evaluation.score where sheet_id = $1 and criterion_id <> all ($2)`,
    [
      sheetId,
      known.map(({ key }) => ids.get(key)),
      known.map(({ points }) => points),
      known.map(({ comment }) => comment),
    ],
  );
}

function record(tx: Tx, sheetId: string, assignment: OwnAssignment, entered: EnteredSheet, state: SheetState): void {
  tx.record(sheetSaved, {
    subjectId: sheetId,
    scopeId: assignment.competitionId,
    particulars: { applicationId: assignment.applicationId, state },
    personal: { points: Object.fromEntries(entered.scores.map(({ key, points }) => [key, points])), ...entered.advice },
  });
}
