import { Injectable } from '@nestjs/common';
import { competitionById, lockCompetition, type CompetitionRow } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { Database, UnitOfWork, type Tx } from '#libs/platform/database';
import { ExpertsShort, type Assignment } from '../model/assignment/assign.js';
import { solveInThread } from '../model/assignment/solve-in-thread.js';
import { solutionOf } from '../model/distribution.js';
import { assignmentProblem, type ProblemOfPeople } from '../queries/assignment-problem.js';
import { DistributionOutcome } from './distribution-outcome.js';

/** How often the progress is written down, and a cancelled distribution is noticed. */
const LOOK_EVERY_MS = 250;

class Cancelled extends Error {}

/**
 * Computes one distribution in a thread, outside of any transaction. Repeating it does no harm: a worker that died leaves
 * it «computing», the next one begins anew and finds the same.
 */
@Injectable()
export class RunDistribution {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly db: Database,
    private readonly outcome: DistributionOutcome,
  ) {}

  async execute(ctx: Context, distributionId: string, done: (tx: Tx) => Promise<void>): Promise<void> {
    const competition = await this.begin(ctx, distributionId);
    if (!competition) return this.uow.run(ctx, done);
    const solved = await assignmentProblem(this.db, competition);
    const found = await this.solve(ctx, distributionId, solved);
    await this.uow.run(ctx, async (tx) => {
      const now = await lockCompetition(tx, competition.id);
      if (found instanceof ExpertsShort) await this.outcome.impossible(tx, now, distributionId, found.bottleneck);
      else if (found) await this.outcome.found(tx, now, distributionId, solutionOf(solved, found));
      await done(tx);
    });
  }

  /** Null when there is nothing to compute any more. */
  private begin(ctx: Context, distributionId: string): Promise<CompetitionRow | null> {
    return this.uow.run(ctx, async (tx) => {
      const begun = await tx.one<{ competitionId: string }>(
        `update evaluation.distribution d set state = 'computing', served = 0,
                proposals = (select count(*) from applications.v_application v
                              where v.competition_id = d.competition_id and v.state = 'admitted')
          where id = $1 and state in ('asked', 'computing') returning competition_id as "competitionId"`,
        [distributionId],
      );
      return begun ? competitionById(tx, begun.competitionId) : null;
    });
  }

  /** Null when it was cancelled meanwhile. */
  private async solve(
    ctx: Context,
    id: string,
    { problem }: ProblemOfPeople,
  ): Promise<Assignment | ExpertsShort | null> {
    const stop = new AbortController();
    const { answer, served } = solveInThread(problem, stop.signal);
    const look = setInterval(() => {
      void this.note(ctx, id, served()).then((goesOn) => goesOn || stop.abort(new Cancelled()), stop.abort.bind(stop));
    }, LOOK_EVERY_MS);
    try {
      return await answer;
    } catch (error) {
      if (error instanceof Cancelled) return null;
      if (error instanceof ExpertsShort) return error;
      throw error;
    } finally {
      clearInterval(look);
    }
  }

  /** Writes the progress down; false when nobody waits for the distribution any more. */
  private async note(ctx: Context, id: string, served: number): Promise<boolean> {
    const noted = await this.uow.run(ctx, (tx) =>
      tx.change(`update evaluation.distribution set served = $2 where id = $1 and state = 'computing'`, [id, served]),
    );
    return noted === 1;
  }
}
