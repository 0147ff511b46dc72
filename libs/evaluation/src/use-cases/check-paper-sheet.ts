import { Injectable } from '@nestjs/common';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, Forbidden } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { paperDisputed, paperReturned, sheetSigned } from '../model/evaluation.facts.js';
import { paperSheetLifecycle, type PaperAction } from '../model/paper-sheet.lifecycle.js';
import { evaluationPaths } from '../paths.js';
import { ownAssignment } from '../queries/own-assignment.js';
import { personToWrite } from '../queries/person-to-write.js';
import { demandHandling, ownPaper, paperById, paperScores, type PaperSheet } from '../queries/read-paper.js';
import { askForRating } from './ask-for-rating.js';

/** What a window saw of a paper sheet. */
export interface PaperEdit {
  version: number;
  reason: string;
}

/**
 * A second person compares a paper sheet with its scan: confirmed it is a signed sheet like any other, or it goes back
 * with a reason. The scorer may say that it is not theirs.
 */
@Injectable()
export class CheckPaperSheet {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  confirm(ctx: Context, competitionId: string, paperId: string, version: number): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competition, paper } = await this.take(tx, competitionId, paperId);
      await this.step(tx, competition, paper, 'confirm', { version, reason: '' });
      await sign(tx, paper);
      await this.tell(tx, competition, paper, paper.scorerId, 'paper-confirmed', '');
      await askForRating(tx, competition);
    });
  }

  giveBack(ctx: Context, competitionId: string, paperId: string, edit: PaperEdit): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competition, paper } = await this.take(tx, competitionId, paperId);
      await this.step(tx, competition, paper, 'return', edit);
      tx.record(paperReturned, { subjectId: paperId, scopeId: competitionId, personal: { reason: edit.reason } });
      await this.tell(tx, competition, paper, paper.enteredBy, 'paper-returned', edit.reason);
    });
  }

  /** By the scorer, while nobody has confirmed it. */
  dispute(ctx: Context, paperId: string, edit: PaperEdit): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competitionId } = await ownPaper(tx, paperId, tx.actor.personId);
      const competition = await lockCompetition(tx, competitionId);
      demand(evaluationPolicy, 'score', tx.actor, competition);
      const paper = await ownPaper(tx, paperId, tx.actor.personId);
      await this.step(tx, competition, paper, 'dispute', edit);
      tx.record(paperDisputed, { subjectId: paperId, scopeId: competitionId, personal: { reason: edit.reason } });
      await this.tell(tx, competition, paper, paper.enteredBy, 'paper-returned', edit.reason);
    });
  }

  private async take(tx: Tx, competitionId: string, paperId: string) {
    const competition = await lockCompetition(tx, competitionId);
    demand(evaluationPolicy, 'check-paper', tx.actor, competition);
    const paper = await paperById(tx, competitionId, paperId);
    await demandHandling(tx, tx.actor, competition, paper);
    if (paper.enteredBy === tx.actor.personId) throw new Forbidden('evaluation.paper-two-people');
    return { competition, paper };
  }

  private async step(
    tx: Tx,
    { state: competitionState, scoringFrom, scoringUntil }: CompetitionRow,
    paper: PaperSheet,
    action: PaperAction,
    { version, reason }: PaperEdit,
  ): Promise<void> {
    const window = { now: tx.now, competitionState, scoringFrom, scoringUntil };
    const state = paperSheetLifecycle.next(paper.state, action, window);
    const checker = action === 'dispute' ? null : tx.actor.personId;
    const changed = await tx.change(
      `update evaluation.paper_sheet
          set state = $3, version = version + 1, reason = $4, checked_by = $5, checked_at = $6
        where id = $1 and version = $2`,
      [paper.id, version, state, reason, checker, checker && tx.now],
    );
    if (changed !== 1) throw new Conflict('evaluation.paper-changed');
  }

  private async tell(
    tx: Tx,
    { id, organiserId, title }: CompetitionRow,
    paper: PaperSheet,
    personId: string,
    template: 'paper-confirmed' | 'paper-returned',
    reason: string,
  ): Promise<void> {
    const isScorer = personId === paper.scorerId;
    await this.notices.queue(tx, {
      ...{ to: await personToWrite(tx, personId), template: `evaluation.${template}`, kind: 'work', organiserId },
      data: { title, code: paper.registerCode, name: paper.scorerName, reason },
      path: isScorer ? evaluationPaths.ownPaper(id, paper.id) : evaluationPaths.paper(id, paper.id),
    });
  }
}

/** The sheet of the scorer, signed; what they had begun in the system gives way. */
async function sign(tx: Tx, paper: PaperSheet): Promise<void> {
  const assignment = await ownAssignment(tx, paper.assignmentId, paper.scorerId);
  if (assignment.state === 'signed') throw new Conflict('evaluation.paper-signed-already');
  const sheetId = assignment.sheetId ?? newId();
  await tx.change(
    `insert into evaluation.score_sheet
       (id, assignment_id, competition_id, application_id, person_id, state, comment, updated_at, signed_at)
     values ($1, $2, $3, $4, $5, 'signed', $6, $7, $7)
     on conflict (assignment_id) do update
       set state = 'signed', comment = excluded.comment, updated_at = excluded.updated_at, signed_at = excluded.signed_at,
           version = score_sheet.version + 1, recommended_kop = null, recommended_reason = '', confidence = null`,
    [sheetId, assignment.id, paper.competitionId, paper.applicationId, paper.scorerId, paper.comment, tx.now],
  );
  await tx.change('delete from evaluation.score where sheet_id = $1', [sheetId]);
  await tx.change(
    `insert into evaluation.score (sheet_id, criterion_id, points, comment)
     select $1, criterion_id, points, comment from evaluation.paper_score where paper_id = $2`,
    [sheetId, paper.id],
  );
  const scores = await paperScores(tx, paper.id);
  tx.record(sheetSigned, {
    ...{ subjectId: sheetId, scopeId: paper.competitionId },
    particulars: {
      ...{ applicationId: paper.applicationId, personId: paper.scorerId },
      paper: { id: paper.id, documentId: paper.documentId, enteredBy: paper.enteredBy, checkedBy: tx.actor.personId },
    },
    personal: { points: Object.fromEntries(scores.map(({ key, points }) => [key, points])) },
  });
}
