import { Injectable } from '@nestjs/common';
import { criteriaOf, shareCompetition, type CompetitionRow } from '#libs/competitions';
import { StoreDocument } from '#libs/documents';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, InvalidInput, invalidField } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { paperEntered } from '../model/evaluation.facts.js';
import { PAPER_FILE_KINDS, PAPER_FILE_MAX_MB } from '../model/paper-sheet.js';
import { paperSheetLifecycle, type PaperState } from '../model/paper-sheet.lifecycle.js';
import { laterOf } from '../model/second-look.js';
import {
  commentProblems,
  sheetProblems,
  whyScoringIsClosed,
  type EnteredScore,
  type SheetCriterion,
} from '../model/sheet.js';
import { evaluationPaths } from '../paths.js';
import { ownAssignment, type OwnAssignment } from '../queries/own-assignment.js';
import { personToWrite } from '../queries/person-to-write.js';
import { demandHandling } from '../queries/read-paper.js';

export interface EnteredPaper {
  scorerId: string;
  applicationId: string;
  scores: readonly EnteredScore[];
  comment: string;
  /** The signed paper; not needed again where a scan is there already. */
  scan: { name: string; content: Buffer } | undefined;
}

interface Before {
  id: string;
  state: PaperState;
  documentId: string;
}

/**
 * The secretary enters the sheet that a scorer signed on paper at a session, with its scan: only for a pair that exists
 * and is under no conflict (rule 32), only inside the window and the scale (rule 40). Somebody else checks it.
 */
@Injectable()
export class EnterPaperSheet {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: StoreDocument,
    private readonly notices: Notices,
  ) {}

  /** @returns the id of the paper sheet */
  execute(ctx: Context, competitionId: string, entered: EnteredPaper): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await shareCompetition(tx, competitionId);
      demand(evaluationPolicy, 'enter-paper', tx.actor, competition);
      const assignment = await pairOf(tx, competitionId, entered);
      await demandHandling(tx, tx.actor, competition, entered);
      const before = await lockBefore(tx, assignment.id);
      refuseWrongTime(tx, competition, assignment, before);
      const criteria = await criteriaOf(tx, competitionId);
      refuseWrong(criteria, entered);
      const id = before?.id ?? newId();
      await this.save(tx, id, assignment, entered, await this.scanOf(tx, id, entered, before));
      await saveScores(tx, id, criteria, entered.scores);
      const { applicationId, scorerId: personId, scores } = entered;
      tx.record(paperEntered, {
        ...{ subjectId: id, scopeId: competitionId, particulars: { applicationId, personId } },
        personal: { points: Object.fromEntries(scores.map(({ key, points }) => [key, points])) },
      });
      await this.tell(tx, competition, entered.scorerId, id);
      return id;
    });
  }

  private async scanOf(tx: Tx, ownerId: string, { scan }: EnteredPaper, before: Before | undefined): Promise<string> {
    if (!scan && before) return before.documentId;
    if (!scan) throw invalidField('file', 'evaluation.paper-scan-missing');
    const stored = await this.documents.within(tx, {
      ...{ ownerKind: 'paper-sheet', ownerId, name: scan.name, content: scan.content, field: 'file' },
      ...{ kinds: PAPER_FILE_KINDS, maxBytes: PAPER_FILE_MAX_MB * 1024 * 1024 },
    });
    return stored.id;
  }

  private async save(
    tx: Tx,
    id: string,
    { id: assignmentId, competitionId, applicationId }: OwnAssignment,
    { scorerId, comment }: EnteredPaper,
    documentId: string,
  ): Promise<void> {
    await tx.change(
      `insert into evaluation.paper_sheet
         (id, assignment_id, competition_id, application_id, person_id, state, version, document_id, comment, entered_by, entered_at)
       values ($1, $2, $3, $4, $5, 'entered', 1, $6, $7, $8, $9)
       on conflict (assignment_id) do update
         set state = 'entered', version = paper_sheet.version + 1, document_id = excluded.document_id, comment = excluded.comment,
             entered_by = excluded.entered_by, entered_at = excluded.entered_at, checked_by = null, checked_at = null, reason = ''`,
      [id, assignmentId, competitionId, applicationId, scorerId, documentId, comment, tx.actor.personId, tx.now],
    );
  }

  private async tell(tx: Tx, { id, organiserId, title }: CompetitionRow, scorerId: string, paperId: string) {
    await this.notices.queue(tx, {
      ...{ to: await personToWrite(tx, scorerId), template: 'evaluation.paper-entered', kind: 'work', organiserId },
      ...{ data: { title }, path: evaluationPaths.ownPaper(id, paperId) },
    });
  }
}

/** @throws InvalidInput when nobody gave this proposal to this person; Forbidden under a conflict */
async function pairOf(
  tx: Tx,
  competitionId: string,
  { applicationId, scorerId }: EnteredPaper,
): Promise<OwnAssignment> {
  const found = await tx.one<{ id: string }>(
    `select id from evaluation.assignment
      where competition_id = $1 and application_id = $2 and person_id = $3 and ended_at is null`,
    [competitionId, applicationId, scorerId],
  );
  if (!found) throw invalidField('applicationId', 'evaluation.paper-no-pair');
  return ownAssignment(tx, found.id, scorerId);
}

const lockBefore = (tx: Tx, assignmentId: string): Promise<Before | undefined> =>
  tx.one<Before>(
    `select id, state, document_id as "documentId" from evaluation.paper_sheet where assignment_id = $1 for update`,
    [assignmentId],
  );

function refuseWrongTime(tx: Tx, competition: CompetitionRow, assignment: OwnAssignment, before: Before | undefined) {
  if (assignment.state === 'signed') throw new Conflict('evaluation.paper-signed-already');
  const { state: competitionState, scoringFrom } = competition;
  const scoringUntil = laterOf(competition.scoringUntil, assignment.writeUntil);
  const window = { now: tx.now, competitionState, scoringFrom, scoringUntil };
  const why = whyScoringIsClosed(window);
  if (why) throw new Conflict(why);
  if (before) paperSheetLifecycle.next(before.state, 'enter', window);
}

function refuseWrong(criteria: readonly SheetCriterion[], { scores, comment }: EnteredPaper): void {
  const problems = [...sheetProblems(criteria, scores, true), ...commentProblems(scores, comment)];
  if (problems.length > 0) throw new InvalidInput(problems);
}

async function saveScores(
  tx: Tx,
  paperId: string,
  criteria: readonly SheetCriterion[],
  scores: readonly EnteredScore[],
): Promise<void> {
  const given = criteria.map(({ id, key }) => ({ id, ...scores.find((one) => one.key === key)! }));
  await tx.change(
    `insert into evaluation.paper_score (paper_id, criterion_id, points, comment)
     select $1, * from unnest($2::uuid[], $3::int[], $4::text[])
     on conflict (paper_id, criterion_id) do update set points = excluded.points, comment = excluded.comment`,
    [paperId, given.map(({ id }) => id), given.map(({ points }) => points), given.map(({ comment }) => comment)],
  );
}
