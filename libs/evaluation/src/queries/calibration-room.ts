import { Injectable } from '@nestjs/common';
import { competitionSettings, type CompetitionSettings, type Criterion } from '#libs/competitions';
import { peopleWithRole } from '#libs/identity';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { isBeforeScoring, pointSpread, whyCalibrationIsClosed } from '../model/calibration.js';
import type { CalibrationRound, PointSpread } from '../model/calibration.js';
import { calibrates, scoringRoles } from './commission-rules.js';
import { allPoints, calibrationOf, notesOf, ownPoints, samplesOf } from './read-calibration.js';
import type { CalibrationSample, CriterionNote, GivenPoints } from './read-calibration.js';

/** A criterion with what all gave on it; nobody is named. */
export interface SpreadRow {
  criterion: Criterion;
  spread: PointSpread | null;
  words: { points: number; why: string }[];
}

export interface SampleView extends CalibrationSample {
  criteria: Criterion[];
  /** What the reader gave; empty while they did not. */
  own: GivenPoints[];
  /** How many people gave points. */
  given: number;
  /** Null while the reader has to judge alone. */
  spread: SpreadRow[] | null;
}

export interface CalibrationView {
  competition: CompetitionSettings;
  round: CalibrationRound | null;
  samples: SampleView[];
  /** How many people score in this competition. */
  people: number;
  /** Why no points can be given now, as a code; null = they can. */
  closedBecause: string | null;
  /** The words beside the points may still be made clearer. */
  isBeforeScoring: boolean;
  notes: CriterionNote[];
}

/** A calibration round. The spread opens to who has given their own points, and to all when the round is over. */
@Injectable()
export class CalibrationRoom {
  constructor(private readonly db: Database) {}

  /** For those who score. @throws NotFound while there is no round */
  async forScorer(ctx: Context, competitionId: string): Promise<CalibrationView> {
    const competition = await competitionSettings(this.db, competitionId);
    demand(evaluationPolicy, 'score', ctx.actor, competition);
    const view = await this.of(ctx, competition);
    if (!view.round || !calibrates(ctx.actor, competition)) throw new NotFound();
    return view;
  }

  async forStaff(ctx: Context, competitionId: string): Promise<CalibrationView> {
    const competition = await competitionSettings(this.db, competitionId);
    demand(evaluationPolicy, 'see-calibration', ctx.actor, competition);
    return this.of(ctx, competition);
  }

  private async of(ctx: Context, competition: CompetitionSettings): Promise<CalibrationView> {
    const { id, state: competitionState, scoringMode } = competition;
    const round = await calibrationOf(this.db, id);
    const closedBecause = whyCalibrationIsClosed(round, { now: ctx.now, competitionState });
    const samples = [];
    for (const sample of await samplesOf(this.db, id))
      samples.push(await this.sample(ctx, competition, sample, closedBecause !== null));
    return {
      ...{ competition, round, samples, closedBecause },
      people: (await peopleWithRole(this.db, id, scoringRoles(scoringMode))).length,
      isBeforeScoring: isBeforeScoring(competitionState),
      notes: await notesOf(this.db, id),
    };
  }

  private async sample(
    ctx: Context,
    { criteria }: CompetitionSettings,
    sample: CalibrationSample,
    isOver: boolean,
  ): Promise<SampleView> {
    const own = await ownPoints(this.db, sample.id, ctx.actor.personId);
    const all = await allPoints(this.db, sample.id);
    const given = criteria.length === 0 ? 0 : all.length / criteria.length;
    const spread = own.length > 0 || isOver ? criteria.map((criterion) => spreadRow(criterion, all)) : null;
    return { ...sample, criteria, own, given, spread };
  }
}

function spreadRow(criterion: Criterion, all: readonly GivenPoints[]): SpreadRow {
  const words = all.filter(({ criterionId }) => criterionId === criterion.id);
  return { criterion, words, spread: pointSpread(words.map(({ points }) => points)) };
}
