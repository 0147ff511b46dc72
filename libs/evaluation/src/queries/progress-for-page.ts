import { Injectable } from '@nestjs/common';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { isInTime } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import type { Bottleneck } from '../model/assignment/assign.js';
import { scoringRoles } from './commission-rules.js';
import { expertShortage } from './assignment-problem.js';
import { lastDay } from './last-day.js';
import { ratingObstacles } from './rating-obstacles.js';
import { scoringProgress, type ScorerProgress } from './scoring-progress.js';

export interface ProgressView {
  competition: CompetitionRow;
  people: ScorerProgress[];
  total: number;
  signed: number;
  /** The last second of the last day, extra sheets included. */
  until: Date | null;
  isOverdue: boolean;
  /** Codes of what stands between here and the rating. */
  obstacles: string[];
  /** Which proposals have too few experts, before anything is given out. */
  shortage: Bottleneck | null;
}

/** How far the scoring is, for the officer: counts only. */
@Injectable()
export class ProgressForPage {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string): Promise<ProgressView> {
    const competition = await competitionById(this.db, competitionId);
    demand(evaluationPolicy, 'watch', ctx.actor, competition);
    const people = await scoringProgress(this.db, competitionId, scoringRoles(competition.scoringMode));
    const isScoring = competition.state === 'scoring';
    const until = await lastDay(this.db, competition);
    return {
      competition,
      people,
      total: sum(people.map(({ total }) => total)),
      signed: sum(people.map(({ signed }) => signed)),
      until,
      isOverdue: isScoring && until !== null && !isInTime(ctx.now, until),
      obstacles: isScoring ? await ratingObstacles(this.db, competitionId) : [],
      shortage: await this.shortage(competition),
    };
  }

  private async shortage(competition: CompetitionRow): Promise<Bottleneck | null> {
    const asks = competition.scoringMode === 'k-of-n' && ['admission', 'scoring'].includes(competition.state);
    return asks ? expertShortage(this.db, competition) : null;
  }
}

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);
