import { Injectable } from '@nestjs/common';
import { applicationForReading, type ReadableApplication } from '#libs/applications';
import {
  competitionSettings,
  lastActs,
  type ActRow,
  type CompetitionSettings,
  type Criterion,
} from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { hasTime, type TimedSlot } from '../model/defence.js';
import { laterOf } from '../model/second-look.js';
import { whyNoRevision } from '../model/second-score.js';
import { whyScoringIsClosed } from '../model/sheet.js';
import { scoresOfSheet } from './scores-of-sheet.js';
import { revisionOfSheet, secondScoreOfSheet, type RevisedScore } from './second-score.js';
import { ownAssignment, type OwnAssignment } from './own-assignment.js';
import { defenceSlot } from './read-defence.js';
import { queueRows, type QueueRow } from './my-queue.js';
import { notesOf, type CriterionNote } from './read-calibration.js';

export interface SheetView {
  assignment: OwnAssignment;
  competition: Pick<CompetitionSettings, 'id' | 'title' | 'scoringUntil'>;
  application: ReadableApplication;
  criteria: (Criterion & { points: number | null; comment: string })[];
  /** What the points mean, said more clearly after the announcement. */
  notes: CriterionNote[];
  queue: {
    at: number;
    total: number;
    done: number;
    previousId: string | null;
    nextId: string | null;
    rows: QueueRow[];
  };
  canWrite: boolean;
  /** Why it cannot be written; null when it can or when it is signed. */
  closedBecause: string | null;
  /** The act that stopped the scoring. */
  stoppedBy: ActRow | null;
  isSigned: boolean;
  /** The sheet as amended after the defence; null while it stands as first signed. */
  revision: RevisedScore[] | null;
  /** Until when it may be amended; null = it may not. */
  revisableUntil: Date | null;
  /** The time at the open defence, and how it went; null where there is none. */
  defence: Pick<TimedSlot, 'applicationId' | 'startsAt' | 'state' | 'questions'> | null;
}

/** A proposal beside the own score sheet. Opens only to whom it was assigned and who declared no conflict. */
@Injectable()
export class SheetForScoring {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, assignmentId: string): Promise<SheetView> {
    const assignment = await ownAssignment(this.db, assignmentId, ctx.actor.personId);
    const settings = await competitionSettings(this.db, assignment.competitionId);
    demand(evaluationPolicy, 'score', ctx.actor, settings);
    const { state: competitionState, scoringFrom } = settings;
    const scoringUntil = laterOf(settings.scoringUntil, assignment.writeUntil);
    const closedBecause = whyScoringIsClosed({ now: ctx.now, competitionState, scoringFrom, scoringUntil });
    const isSigned = assignment.state === 'signed';
    const second = isSigned ? await secondScoreOfSheet(this.db, assignmentId) : null;
    const isRevisable = second && whyNoRevision(second, { now: ctx.now, competitionState }) === null;
    return {
      assignment,
      competition: { ...settings, scoringUntil },
      application: await applicationForReading(this.db, assignment.applicationId),
      criteria: await this.scored(settings.criteria, assignment.sheetId),
      notes: await notesOf(this.db, assignment.competitionId),
      queue: place(await queueRows(this.db, assignment.competitionId, ctx.actor.personId), assignmentId),
      canWrite: !isSigned && closedBecause === null,
      closedBecause: isSigned ? null : closedBecause,
      stoppedBy: closedBecause === 'evaluation.scoring-stopped' ? await this.lastAct(settings.id) : null,
      isSigned,
      defence: await this.defence(assignment),
      revision: second?.isRevised ? await revisionOfSheet(this.db, assignment.sheetId!) : null,
      revisableUntil: isRevisable ? second.until : null,
    };
  }

  private async defence({ applicationId }: OwnAssignment): Promise<SheetView['defence']> {
    const slot = await defenceSlot(this.db, applicationId);
    return slot && hasTime(slot) ? slot : null;
  }

  private async lastAct(competitionId: string): Promise<ActRow | null> {
    return (await lastActs(this.db, [competitionId])).get(competitionId) ?? null;
  }

  private async scored(criteria: readonly Criterion[], sheetId: string | null): Promise<SheetView['criteria']> {
    const scores = await scoresOfSheet(this.db, sheetId);
    return criteria.map((criterion) => {
      const score = scores.find(({ criterionId }) => criterionId === criterion.id);
      return { ...criterion, points: score?.points ?? null, comment: score?.comment ?? '' };
    });
  }
}

function place(rows: QueueRow[], assignmentId: string): SheetView['queue'] {
  const at = rows.findIndex((row) => row.assignmentId === assignmentId);
  const done = rows.filter(({ state }) => state === 'ready' || state === 'signed').length;
  const idAt = (index: number): string | null => rows[index]?.assignmentId ?? null;
  return { at: at + 1, total: rows.length, done, previousId: idAt(at - 1), nextId: idAt(at + 1), rows };
}
