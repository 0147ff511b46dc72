import { Injectable } from '@nestjs/common';
import type { CompetitionRow } from '#libs/competitions';
import { peopleWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import type { Tx } from '#libs/platform/database';
import type { Bottleneck } from '../model/assignment/assign.js';
import { inputDigest, outputDigest, type Solution } from '../model/distribution.js';
import { distributionComputed } from '../model/evaluation.facts.js';
import { evaluationPaths } from '../paths.js';
import { FillQueues } from './fill-queues.js';

/** Who looks at a distribution and approves it. */
const APPROVERS = ['commission-chair', 'commission-secretary'] as const;

/** What the solver found is kept with its proof and waits for approval; a repair is carried out at once. */
@Injectable()
export class DistributionOutcome {
  constructor(
    private readonly fillQueues: FillQueues,
    private readonly notices: Notices,
  ) {}

  /** The competition is locked by the caller. Nothing happens when the distribution was cancelled meanwhile. */
  async found(tx: Tx, competition: CompetitionRow, id: string, solution: Solution): Promise<void> {
    const { problem, scores, prices, pairs } = solution;
    const digests = { input: inputDigest(solution), output: outputDigest(pairs) };
    const kept = await tx.one<{ isRepair: boolean }>(
      `update evaluation.distribution
          set state = 'ready', served = proposals, finished_at = $2, problem = $3, scores = $4, prices = $5,
              input_sha256 = $6, output_sha256 = $7
        where id = $1 and state = 'computing' returning is_repair as "isRepair"`,
      [id, tx.now, JSON.stringify(problem), scores, JSON.stringify(prices), digests.input, digests.output],
    );
    if (!kept) return;
    await keepLists(tx, id, solution);
    tx.record(distributionComputed, {
      subjectId: id,
      scopeId: competition.id,
      particulars: { pairs: pairs.length, isRepair: kept.isRepair, ...digests },
    });
    if (!kept.isRepair) return this.tell(tx, competition, 'evaluation.distribution-ready', id);
    // Stopped meanwhile: asked for again when the competition goes on.
    if (competition.state !== 'scoring') return cancel(tx, id);
    await this.fillQueues.giveOut(tx, competition, id);
  }

  async impossible(tx: Tx, competition: CompetitionRow, id: string, bottleneck: Bottleneck): Promise<void> {
    const kept = await tx.change(
      `update evaluation.distribution set state = 'impossible', finished_at = $2, bottleneck = $3
        where id = $1 and state = 'computing'`,
      [id, tx.now, JSON.stringify(bottleneck)],
    );
    if (kept === 1) await this.tell(tx, competition, 'evaluation.distribution-impossible', id);
  }

  private async tell(tx: Tx, competition: CompetitionRow, template: string, id: string): Promise<void> {
    const chairs = await peopleWithRole(tx, competition.id, APPROVERS);
    const officers = await peopleWithRole(tx, competition.organiserId, ['officer']);
    for (const to of [...chairs, ...officers])
      await this.notices.queue(tx, {
        ...{ to, template, kind: 'work', organiserId: competition.organiserId, data: { title: competition.title } },
        path: evaluationPaths.distribution(competition.id),
        onceKey: `${template}:${id}:${to.personId}`,
      });
  }
}

async function cancel(tx: Tx, id: string): Promise<void> {
  await tx.change(`update evaluation.distribution set state = 'cancelled', finished_at = $2 where id = $1`, [
    id,
    tx.now,
  ]);
}

async function keepLists(tx: Tx, id: string, { problem, pairs }: Solution): Promise<void> {
  await tx.change(
    `insert into evaluation.distribution_expert (distribution_id, person_id, load_before, load_limit)
     select $1, * from unnest($2::uuid[], $3::int[], $4::int[])`,
    [id, problem.experts, problem.loads, problem.limits],
  );
  await tx.change(
    `insert into evaluation.distribution_pair (distribution_id, application_id, person_id, fit, is_computed, is_active)
     select $1, *, true, true from unnest($2::uuid[], $3::uuid[], $4::int[])`,
    [
      id,
      pairs.map(({ applicationId }) => applicationId),
      pairs.map(({ personId }) => personId),
      pairs.map(({ fit }) => fit),
    ],
  );
}
