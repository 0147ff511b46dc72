import { Injectable } from '@nestjs/common';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { newId, UnitOfWork, type Reader, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { UNDER_WAY, type DistributionState } from '../model/distribution.js';
import { distributionAsked } from '../model/evaluation.facts.js';

/** Proposals are distributed once it is known which take part, and repaired while they are scored. */
export const DISTRIBUTING_STATES: readonly string[] = ['admission', 'scoring'];

/** A person asks for a distribution of the proposals among the experts, or for a repair; a job computes it. */
@Injectable()
export class AskForDistribution {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, competitionId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(evaluationPolicy, 'distribute', tx.actor, competition);
      if (competition.scoringMode !== 'k-of-n' || !DISTRIBUTING_STATES.includes(competition.state))
        throw new Conflict('evaluation.not-distributing');
      const { isApproved } = await standingOf(tx, competitionId);
      if (isApproved && !(await hasOpenPlaces(tx, competition))) throw new Conflict('evaluation.no-open-places');
      await askAnew(tx, competition, { isRepair: isApproved });
    });
  }
}

/**
 * What the system asks for by itself: the first distribution when the scoring starts (or when what was impossible may be
 * possible now), and a repair when places have become free after the approval. The competition is locked by the caller.
 */
export async function askIfNeeded(tx: Tx, competition: CompetitionRow): Promise<void> {
  const { latest, isApproved } = await standingOf(tx, competition.id);
  if (latest && (UNDER_WAY.includes(latest) || latest === 'ready')) return;
  if (isApproved ? !(await hasOpenPlaces(tx, competition)) : latest === 'cancelled') return;
  await askAnew(tx, competition, { isRepair: isApproved });
}

/** One distribution is under way at a time: an open one ends here. */
async function askAnew(tx: Tx, competition: CompetitionRow, { isRepair }: { isRepair: boolean }): Promise<void> {
  await tx.change(
    `update evaluation.distribution set state = 'cancelled', finished_at = $2, version = version + 1
      where competition_id = $1 and state in ('asked', 'computing', 'ready')`,
    [competition.id, tx.now],
  );
  const id = newId();
  await tx.change(
    `insert into evaluation.distribution (id, competition_id, is_repair, state, asked_at, asked_by) values ($1, $2, $3, 'asked', $4, $5)`,
    [id, competition.id, isRepair, tx.now, tx.actor.personId],
  );
  tx.record(distributionAsked, { subjectId: id, particulars: { competitionId: competition.id, isRepair } });
  tx.deliver('evaluation.distribute', id);
}

async function standingOf(reader: Reader, competitionId: string) {
  const found = await reader.one<{ latest: DistributionState | null; isApproved: boolean }>(
    `select (select state from evaluation.distribution where competition_id = $1 order by id desc limit 1) as latest,
            exists (select from evaluation.distribution where competition_id = $1 and state = 'approved') as "isApproved"`,
    [competitionId],
  );
  return found!;
}

async function hasOpenPlaces(reader: Reader, competition: CompetitionRow): Promise<boolean> {
  const found = await reader.one<{ isOpen: boolean }>(
    `select exists (select from evaluation.v_place p
                     where p.competition_id = $1
                       and (select count(*) from evaluation.assignment a
                             where a.application_id = p.application_id and a.ended_at is null) < p.places) as "isOpen"`,
    [competition.id],
  );
  return found!.isOpen;
}
