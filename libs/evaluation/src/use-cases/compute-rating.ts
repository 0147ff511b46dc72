import { Injectable } from '@nestjs/common';
import { AdvanceCompetition, competitionSettings, lockCompetition, type CompetitionSettings } from '#libs/competitions';
import { peopleWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import type { Tx } from '#libs/platform/database';
import { ratingComputed } from '../model/evaluation.facts.js';
import { needsLot, rate, type RatedProposal } from '../model/rating.js';
import { evaluationPaths } from '../paths.js';
import { drawRounds, rulesAfter } from '../queries/draw-rounds.js';
import { ratingObstacles } from '../queries/rating-obstacles.js';
import { signedScores } from '../queries/signed-scores.js';
import { HoldDraw } from './hold-draw.js';
import { OpenSecondLook } from './open-second-look.js';

/** The rating computes itself when the last sheet is signed; nobody edits a place (rule 46). */
@Injectable()
export class ComputeRating {
  constructor(
    private readonly advance: AdvanceCompetition,
    private readonly secondLook: OpenSecondLook,
    private readonly draw: HoldDraw,
    private readonly notices: Notices,
  ) {}

  /** Does nothing when the rating exists already, or when something came between the last signature and this job. */
  async within(tx: Tx, competitionId: string): Promise<void> {
    const { state } = await lockCompetition(tx, competitionId);
    if (state !== 'scoring' || (await ratingObstacles(tx, competitionId)).length > 0) return;
    const settings = await competitionSettings(tx, competitionId);
    const scored = await signedScores(tx, competitionId);
    if (await this.secondLook.within(tx, settings, scored)) return;
    const rounds = await drawRounds(tx, competitionId);
    const rules = rulesAfter(settings, rounds);
    const rating = rate(rules, scored);
    const unparted = new Set(rating.filter((row) => needsLot(rules, row)).map(({ applicationId }) => applicationId));
    if (unparted.size > 0 && !rules.lot) {
      const codes = scored.filter((one) => unparted.has(one.applicationId)).map(({ registerCode }) => registerCode);
      return this.draw.begin(tx, settings, { rounds, codes });
    }
    await save(tx, settings, rating);
    tx.record(ratingComputed, {
      subjectId: competitionId,
      scopeId: competitionId,
      particulars: {
        rows: rating.map((row) => [row.applicationId, row.pointsSum, row.sheetsCount, row.place, row.tieStep]),
      },
    });
    await this.advance.within(tx, competitionId, 'rate');
    await this.tell(tx, settings);
  }

  private async tell(tx: Tx, { id, organiserId, title }: CompetitionSettings): Promise<void> {
    const people = [
      ...(await peopleWithRole(tx, organiserId, ['officer'])),
      ...(await peopleWithRole(tx, id, ['commission-chair', 'commission-secretary'])),
    ];
    for (const person of people)
      await this.notices.queue(tx, {
        to: person,
        template: 'evaluation.rated',
        kind: 'work',
        organiserId: organiserId,
        data: { title },
        path: evaluationPaths.rating(id),
        onceKey: `evaluation.rated:${id}:${person.personId}`,
      });
  }
}

async function save(tx: Tx, settings: CompetitionSettings, rating: readonly RatedProposal[]): Promise<void> {
  const criteria = new Map(settings.criteria.map(({ key, title, maxPoints }) => [key, { title, maxPoints }]));
  await tx.change(
    `insert into evaluation.rating_row
       (competition_id, application_id, place, points_sum, sheets_count, is_passed, tie_step, criteria, computed_at)
     select $1, application_id, place, points_sum, sheets_count, is_passed, tie_step, criteria::jsonb, $2
       from unnest($3::uuid[], $4::int[], $5::bigint[], $6::int[], $7::boolean[], $8::text[], $9::text[])
         as one (application_id, place, points_sum, sheets_count, is_passed, tie_step, criteria)`,
    [
      settings.id,
      tx.now,
      rating.map((row) => row.applicationId),
      rating.map((row) => row.place),
      rating.map((row) => row.pointsSum),
      rating.map((row) => row.sheetsCount),
      rating.map((row) => row.isPassed),
      rating.map((row) => row.tieStep),
      rating.map((row) => JSON.stringify(row.criteria.map((one) => ({ ...one, ...criteria.get(one.key) })))),
    ],
  );
}
